// Narrow tables to the agencies whose name is typed.

function listen(input, items, found) {
  input.addEventListener("input", function () {
    var typed = input.value.trim(), left = narrow(items, typed);
    found.textContent = !typed ? "" : left ? found.dataset.count + left : found.dataset.none;
  });
}

all("[data-filter]").forEach(function (box) {
  box.hidden = false;
  listen(box.querySelector("input"), all("tr[data-f]"), box.querySelector(".found"));
});
