// A summary on one page: what is not part of it stays out of the print, and comes back after it.
all("[data-print]").forEach(function (button) {
  button.hidden = false;
  button.addEventListener("click", function () {
    document.documentElement.classList.add("one-page");
    window.print();
  });
});
window.addEventListener("afterprint", function () { document.documentElement.classList.remove("one-page"); });
