// Sorting: a button in each heading that has a key: "0" the order as published, "t" text, "v" a number with the most
// first, "a" a number with the least first. A number is that of `data-v`, or the first one that is written in the cell.
var byName = new Intl.Collator("vi").compare;

function numberIn(cell) {
  return parseFloat((cell.dataset.v || cell.textContent).replace("−", "-").replace(",", ".").replace(/^[\s=+]+/, ""));
}

// The way that a heading sorts at first, as it stands in `aria-sort`.
function firstWay(heading) { return heading.dataset.k === "v" ? "descending" : "ascending"; }

function lastWay(heading) { return heading.dataset.k === "v" ? "ascending" : "descending"; }

function headingsOf(table) { return all("th", table.tHead.rows[0]); }

function sortTable(table, heading, way) {
  var body = table.tBodies[0], key = heading.dataset.k, column = heading.cellIndex;
  var sign = way === "ascending" ? 1 : -1, after = way === firstWay(heading) ? 1 : -1;
  var rows = all("tr", body).map(function (row) {
    var cell = row.cells[column];
    return {
      row: row, at: +row.dataset.at, unranked: key === "0" && row.querySelector(".why") !== null,
      value: key === "t" ? cell.textContent : key === "0" ? 0 : numberIn(cell)
    };
  });
  rows.sort(function (a, b) {
    if (key === "0") return a.unranked - b.unranked || sign * (a.at - b.at);
    if (key === "t") return sign * byName(a.value, b.value) || a.at - b.at;
    if (isNaN(a.value) || isNaN(b.value)) return isNaN(a.value) - isNaN(b.value) || a.at - b.at;
    return sign * (a.value - b.value) || after * (a.at - b.at);
  });
  body.append.apply(body, rows.map(function (entry) { return entry.row; }));
  headingsOf(table).forEach(function (other) { other.removeAttribute("aria-sort"); });
  heading.setAttribute("aria-sort", way);
}

all("table[data-sort]").forEach(function (table) {
  all("tbody tr", table).forEach(function (row, at) { row.dataset.at = at; });
  headingsOf(table).forEach(function (heading) {
    if (!heading.dataset.k) return;
    var button = document.createElement("button");
    button.type = "button";
    button.append.apply(button, heading.childNodes);
    button.title = table.dataset.sort + button.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", function () {
      var first = firstWay(heading);
      sortTable(table, heading, heading.getAttribute("aria-sort") === first ? lastWay(heading) : first);
      heading.dispatchEvent(new CustomEvent("sorted", { bubbles: true }));
    });
    if (heading.dataset.k === "0") heading.setAttribute("aria-sort", "ascending");
  });
});
