/* What a script adds: find an agency as you type, sort tables, small repairs. Every page works without it. */
(function () {
  "use strict";

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

  function listen(input, items, found, then) {
    input.addEventListener("input", function () {
      var typed = input.value.trim(), left = narrow(items, typed);
      found.textContent = !typed ? "" : left ? found.dataset.count + left : found.dataset.none;
      if (then) then(typed);
    });
  }

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
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

  all("[data-filter]").forEach(function (box) {
    box.hidden = false;
    listen(box.querySelector("input"), all("tr[data-f]"), box.querySelector(".found"));
  });

  // Sorting: a button in each heading that has a key: "0" the order as published, "t" text, "v" a number.
  var byName = new Intl.Collator("vi").compare;

  function sortTable(table, column, heading, headings) {
    var down = heading.getAttribute("aria-sort") === (heading.dataset.k === "v" ? "descending" : "ascending");
    var sign = (heading.dataset.k === "v") === down ? 1 : -1;
    var body = table.tBodies[0], key = heading.dataset.k;
    var rows = all("tr", body).map(function (row) {
      var cell = row.cells[column];
      return {
        row: row, at: +row.dataset.at, unranked: row.querySelector(".why") !== null,
        value: key === "t" ? cell.textContent : parseFloat(cell.dataset.v)
      };
    });
    rows.sort(function (a, b) {
      if (key === "0") return a.unranked - b.unranked || sign * (a.at - b.at);
      if (key === "t") return sign * byName(a.value, b.value) || a.at - b.at;
      if (isNaN(a.value) || isNaN(b.value)) return isNaN(a.value) - isNaN(b.value) || a.at - b.at;
      return sign * (a.value - b.value) || a.at - b.at;
    });
    rows.forEach(function (entry) { body.appendChild(entry.row); });
    headings.forEach(function (other) { other.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
  }

  all("table[data-sort]").forEach(function (table) {
    var headings = all("thead th", table);
    all("tbody tr", table).forEach(function (row, at) { row.dataset.at = at; });
    headings.forEach(function (heading, column) {
      if (!heading.dataset.k) return;
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      button.title = table.dataset.sort + heading.textContent;
      heading.replaceChildren(button);
      button.addEventListener("click", function () { sortTable(table, column, heading, headings); });
    });
    headings[0].setAttribute("aria-sort", "ascending");
  });

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

  all("[popover]").forEach(function (menu) {
    menu.addEventListener("toggle", function (event) {
      all('[aria-controls="' + menu.id + '"]').forEach(function (button) {
        button.setAttribute("aria-expanded", String(event.newState === "open"));
      });
    });
  });

  // Opened from a folder, there is no server to turn "…/" into "…/index.html".
  if (location.protocol === "file:") {
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }, true);
  }
})();
