// What is compared: the numbers of a file as they are shown, and their differences, reckoned on the digits shown.
var CELLS = ["id", "score", "level", "rank", "group", "coverage", "change"];

function readyCohort(data) {
  if (data.ready) return data;
  data.ready = Object.create(null);
  data.rows.forEach(function (text) {
    var cells = text.split("|"), row = {values: cells.slice(CELLS.length)};
    CELLS.forEach(function (name, n) { row[name] = cells[n]; });
    data.ready[row.id] = row;
  });
  return data;
}

// "−1,5" is −15 with one decimal: whole numbers lose nothing.
function digitsOf(text) {
  var parts = text.replace("−", "-").split(/[.,]/);
  return {whole: parseInt(parts.join(""), 10), decimals: (parts[1] || "").length};
}

function differenceText(text, from, adds) {
  if (!text || !from) return "";
  var one = digitsOf(text), other = digitsOf(from), decimals = Math.max(one.decimals, other.decimals);
  var change = one.whole * Math.pow(10, decimals - one.decimals) - other.whole * Math.pow(10, decimals - other.decimals);
  var digits = String(Math.abs(change)).padStart(decimals + 1, "0"), cut = digits.length - decimals;
  var point = document.documentElement.lang === "vi" ? "," : ".";
  var written = digits.slice(0, cut) + (decimals ? point + digits.slice(cut) : "");
  if (adds && decimals) written = written.replace(/0+$/, "").replace(/[.,]$/, "");
  return (change > 0 ? "+" : change < 0 ? "−" : "") + written;
}

// For drawing only: the share of the scale, or of the most points, from 0 to 100.
function shareOf(text, data, dimension) {
  if (!text) return null;
  var start = dimension[4] ? 0 : numberOf(data.scale[0]), end = numberOf(dimension[4] || data.scale[1]);
  return Math.max(0, Math.min(100, (numberOf(text) - start) / (end - start) * 100));
}

function numberOf(text) {
  return parseFloat(text.replace("−", "-").replace(",", "."));
}
