// What the other parts use: elements by selector, and words compared without case and marks.

function all(selector, within) {
  return Array.prototype.slice.call((within || document).querySelectorAll(selector));
}

// "Hà NỘI" and "ha noi" are the same: lower case, without marks, đ as d.
function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase()
    .replace(/\s+/g, " ").trim();
}

// Show only the items whose folded name holds every word typed; return how many are left.
function narrow(items, typed) {
  var words = fold(typed).split(" "), left = 0;
  items.forEach(function (item) {
    var name = " " + item.dataset.f;
    var fits = words.every(function (word) { return name.indexOf(word) >= 0; });
    item.hidden = !fits;
    if (fits) left += 1;
  });
  return left;
}
