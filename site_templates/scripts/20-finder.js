// Find an agency as you type.

function listen(input, items, found, then) {
  input.addEventListener("input", function () {
    var typed = input.value.trim(), left = narrow(items, typed);
    found.textContent = !typed ? "" : left ? found.dataset.count + left : found.dataset.none;
    if (then) then(typed);
  });
}

all("[data-find]").forEach(function (box) {
  var list = box.querySelector("details");
  listen(box.querySelector("input"), all("[data-f]", box), box.querySelector(".found"), function (typed) {
    list.open = typed !== "";
  });
  box.querySelector("input").addEventListener("keydown", function (event) {
    var first = box.querySelector("li:not([hidden]) a");
    if (event.key === "Enter" && this.value.trim() && first) first.click();
  });
});
