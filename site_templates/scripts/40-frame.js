// The theme's checkboxes get real buttons; closing the search gives the focus back.
all("[data-opens]").forEach(function (button) {
  var box = document.getElementById(button.dataset.opens);
  button.addEventListener("click", function () {
    box.click();
    var field = box.checked && document.querySelector(".md-search__input");
    if (field) field.focus();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && box.checked) setTimeout(function () { if (button.offsetParent) button.focus(); });
  }, true);
});

// Browsers say by themselves whether a popover is open; tools that read the attribute are told too.
all("[popover]").forEach(function (menu) {
  function tell(open) {
    all('[aria-controls="' + menu.id + '"]').forEach(function (button) {
      button.setAttribute("aria-expanded", String(open));
    });
  }
  tell(false);
  menu.addEventListener("toggle", function (event) { tell(event.newState === "open"); });
});

// Opened from a folder, there is no server to turn "…/" into "…/index.html".
if (location.protocol === "file:") {
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);
}
