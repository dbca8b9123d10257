// The theme fetches the index of the search with every page, and builds the search from it: work that most readers never
// ask for. It is held back until somebody goes to the field of the search.
if (location.protocol !== "file:") {
  window.XMLHttpRequest = class extends XMLHttpRequest {
    open(method, address) {
      this.later = String(address).endsWith("/search/search_index.json");
      super.open.apply(this, arguments);
    }

    send(content) {
      var field = document.querySelector(".md-search__input"), begin = () => super.send(content);
      if (this.later && field && field !== document.activeElement) field.addEventListener("focus", begin, {once: true});
      else begin();
    }
  };
}
