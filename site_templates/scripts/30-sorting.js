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
