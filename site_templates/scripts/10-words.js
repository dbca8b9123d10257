// What the other parts use: elements by selector, and words compared without case and marks.

function all(selector, within) {
  return Array.prototype.slice.call((within || document).querySelectorAll(selector));
}

// "Hà NỘI" and "ha noi" are the same: lower case, without marks, đ as d.
function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase()
    .replace(/\s+/g, " ").trim();
}
