// The search compares letters as they are written: marks typed apart from their letters are put together first.
document.addEventListener("keyup", function (event) {
  var field = event.target, text = field.matches && field.matches(".md-search__input") ? field.value : "";
  if (!event.isComposing && text !== text.normalize("NFC")) field.value = text.normalize("NFC");
}, true);
