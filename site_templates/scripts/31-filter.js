// Narrowing the tables of a page by name, level, group and parent. What is chosen, and the order, stand in the page's
// address, so that what one sees can be sent to somebody; `data-s` is what a heading is called there.
var SHOWN = 100; // rows of a table at a time: thousands take a second to lay out; a button shows the rest

all("[data-filter]").forEach(function (box) {
  var fields = all("input, select", box), found = box.querySelector(".found"), page = box.parentElement;
  var tables = all("table[data-sort]", page), entries = new Map(), sorted = "";

  function entryOf(row) {
    var entry = entries.get(row);
    if (!entry) {
      var level = row.querySelector(".lv");
      entry = {
        name: fold(row.querySelector("th a").textContent), level: level ? level.textContent : "",
        group: " " + (row.dataset.g || "") + " ", parent: row.dataset.p
      };
      entries.set(row, entry);
    }
    return entry;
  }

  function fits(entry, asked) {
    return asked.words.every(function (word) { return entry.name.indexOf(word) >= 0; }) &&
      (!asked.level || entry.level === (asked.level.value === "none" ? "" : asked.level.text)) &&
      (!asked.group || entry.group.indexOf(" " + asked.group.value + " ") >= 0) &&
      (!asked.parent || entry.parent === asked.parent.value);
  }

  // What is asked for: the words of a name, and the chosen options; nothing where all may be shown.
  function asking() {
    var asked = null;
    fields.forEach(function (field) {
      var value = field.value.trim();
      if (!value) return;
      asked = asked || { words: [] };
      if (field.name === "name") asked.words = fold(value).split(" ");
      else asked[field.name] = field.selectedOptions[0];
    });
    return asked;
  }

  function narrowTable(table, asked) {
    var left = 0, most = table.whole ? Infinity : SHOWN;
    Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
      var hidden = asked !== null && !fits(entryOf(row), asked);
      left += !hidden;
      hidden = hidden || left > most;
      if (row.hidden !== hidden) row.hidden = hidden;
    });
    table.more.hidden = left <= most;
    table.more.textContent = table.dataset.more.replace("{count}", left);
    return left;
  }

  function apply() {
    var asked = asking(), left = 0;
    tables.forEach(function (table) { left += table.left = narrowTable(table, asked); });
    all("section[id]", page).forEach(function (section) {
      section.hidden = asked !== null && !all("table[data-sort]", section).some(function (table) { return table.left; });
    });
    page.classList.toggle("narrowed", asked !== null);
    found.textContent = asked === null ? "" : left ? found.dataset.count + left : found.dataset.none;
  }

  // Sort every table that has the heading; the other way round where the name begins with "-".
  function order(name) {
    tables.forEach(function (table) {
      headingsOf(table).forEach(function (heading) {
        var way = heading.dataset.s === name ? firstWay(heading) : "-" + heading.dataset.s === name ? lastWay(heading) : "";
        if (way && heading.getAttribute("aria-sort") !== way) sortTable(table, heading, way);
      });
    });
    sorted = name === "rank" ? "" : name;
  }

  function keep() {
    var state = new URLSearchParams();
    fields.forEach(function (field) { if (field.value.trim()) state.set(field.name, field.value.trim()); });
    if (sorted) state.set("sort", sorted);
    var text = state.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) { /* a browser may refuse it in a folder; the page works all the same */ }
  }

  function restore() {
    var state = new URLSearchParams(location.search);
    fields.forEach(function (field) {
      field.value = state.get(field.name) || "";
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    });
    if (state.get("sort")) order(state.get("sort"));
  }

  tables.forEach(function (table) {
    table.more = document.createElement("button");
    table.more.type = "button";
    table.more.className = "show-all";
    table.closest(".scroll").after(table.more);
    table.more.addEventListener("click", function () {
      var next = table.tBodies[0].rows[SHOWN];
      table.whole = true;
      apply();
      var link = next && next.querySelector("a");
      if (link) link.focus();
    });
  });
  fields.forEach(function (field) {
    field.addEventListener("input", function () { apply(); keep(); });
  });
  box.querySelector("button").addEventListener("click", function () {
    fields.forEach(function (field) { field.value = ""; });
    order("rank");
    apply();
    keep();
    fields[0].focus();
  });
  document.addEventListener("sorted", function (event) {
    var heading = event.target, turned = heading.getAttribute("aria-sort") !== firstWay(heading);
    order((turned ? "-" : "") + heading.dataset.s);
    apply();
    keep();
  });
  addEventListener("beforeprint", function () { // paper has room for all
    tables.forEach(function (table) { table.whole = true; });
    apply();
  });
  box.hidden = false;
  restore();
  apply();
});
