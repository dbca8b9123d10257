// Narrowing the tables of a page by name, level, group and parent. What is chosen, and the order, stand in the page's
// address, so that what one sees can be sent to somebody; `data-s` is what a heading is called there.

all("[data-filter]").forEach(function (box) {
  var tables = all("table[data-sort]"), fields = all("input, select", box), found = box.querySelector(".found");
  var page = box.parentElement, sorted = "", rows;

  function known() {
    rows = rows || all("table[data-sort] tbody tr").map(function (row) {
      var level = row.querySelector(".lv");
      return {
        row: row, name: fold(row.querySelector("th").textContent), level: level ? level.textContent : "",
        group: " " + (row.dataset.g || "") + " ", parent: row.dataset.p
      };
    });
    return rows;
  }

  function fits(entry, asked) {
    return asked.words.every(function (word) { return entry.name.indexOf(word) >= 0; }) &&
      (!asked.level || entry.level === (asked.level.value === "none" ? "" : asked.level.text)) &&
      (!asked.group || entry.group.indexOf(" " + asked.group.value + " ") >= 0) &&
      (!asked.parent || entry.parent === asked.parent.value);
  }

  function apply() {
    var asked = { words: [] }, any = false, left = 0;
    fields.forEach(function (field) {
      var value = field.value.trim();
      if (!value) return;
      any = true;
      if (field.name === "q") asked.words = fold(value).split(" ");
      else asked[field.name] = field.selectedOptions[0];
    });
    known().forEach(function (entry) {
      var shown = !any || fits(entry, asked);
      if (entry.row.hidden === shown) entry.row.hidden = !shown;
      left += shown;
    });
    all("section[id]", page).forEach(function (section) {
      section.hidden = any && !all("tbody tr", section).some(function (row) { return !row.hidden && row.dataset.at; });
    });
    page.classList.toggle("narrowed", any);
    found.textContent = !any ? "" : left ? found.dataset.count + left : found.dataset.none;
  }

  function order(name, way) {
    tables.forEach(function (table) {
      headingsOf(table).forEach(function (heading) {
        if (heading.dataset.s === name && heading.getAttribute("aria-sort") !== (way || firstWay(heading)))
          sortTable(table, heading, way || firstWay(heading));
      });
    });
  }

  // What the order is called in the address: the heading, with "-" where it is turned round; nothing for that by rank.
  function remember(heading) {
    var turned = heading.getAttribute("aria-sort") !== firstWay(heading);
    sorted = heading.dataset.k === "0" && !turned ? "" : (turned ? "-" : "") + heading.dataset.s;
  }

  function keep() {
    var state = new URLSearchParams();
    fields.forEach(function (field) { if (field.value.trim()) state.set(field.name, field.value.trim()); });
    if (sorted) state.set("sort", sorted);
    var text = state.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) { /* a browser may refuse it from a folder; the page works without */ }
  }

  function restore() {
    var state = new URLSearchParams(location.search), sort = state.get("sort") || "";
    fields.forEach(function (field) {
      field.value = state.get(field.name) || "";
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    });
    if (sort) {
      var name = sort.replace(/^-/, ""), heading = document.querySelector('[data-s="' + CSS.escape(name) + '"]');
      if (heading) {
        var first = firstWay(heading), other = first === "ascending" ? "descending" : "ascending";
        order(name, sort === name ? first : other);
        sorted = sort;
      }
    }
    apply();
  }

  box.hidden = false;
  fields.forEach(function (field) {
    field.addEventListener("input", function () { apply(); keep(); });
  });
  box.querySelector("button").addEventListener("click", function () {
    fields.forEach(function (field) { field.value = ""; });
    order("rank");
    sorted = "";
    apply();
    keep();
    fields[0].focus();
  });
  document.addEventListener("sorted", function (event) {
    order(event.target.dataset.s, event.target.getAttribute("aria-sort"));
    remember(event.target);
    keep();
  });
  restore();
});
