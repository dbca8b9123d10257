// Charts that are drawn in the page, in the style of those that come with it.
var LINE = 16, SERIES = ["a", "b", "c", "d"];

function svg(tag, attributes, text) {
  var element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
  if (text !== undefined) element.textContent = text;
  return element;
}

// Open a chart with its name, its numbers as a sentence, and its view box.
function chart(kind, prefix, title, told, box) {
  var wide = Math.round(box[2] * 1.1);
  var root = svg("svg", {
    class: "chart " + kind, role: "img", "aria-labelledby": prefix + "-t " + prefix + "-d",
    width: wide, viewBox: box.join(" ")
  });
  root.append(svg("title", {id: prefix + "-t"}, title), svg("desc", {id: prefix + "-d"}, told));
  return root;
}

function widthOf(text) {
  return Array.from(text).reduce(function (sum, letter) {
    if ("iIíìĩỉịÍÌĨỈỊljtfr.,:;!|'’()[]-–/ ".indexOf(letter) >= 0) return sum + 5;
    if ("mwMW%@&…—".indexOf(letter) >= 0) return sum + 12.5;
    return sum + (letter !== letter.toLowerCase() ? 9.2 : 7.8);
  }, 0);
}

function cutTo(line, room) {
  if (widthOf(line) <= room) return line;
  var kept = line.replace(/…$/, "");
  while (kept && widthOf(kept + "…") > room) kept = kept.slice(0, -1).trimEnd();
  return kept + "…";
}

// Break text into lines that fit into the room; where some is left out, "…" stands for it.
function wrap(text, room, most) {
  var lines = [""];
  text.split(/\s+/).forEach(function (word) {
    var last = lines.length - 1, longer = (lines[last] + " " + word).trim();
    if (!lines[last] || widthOf(longer) <= room) lines[last] = longer;
    else lines.push(word);
  });
  var shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] += "…";
  return shown.map(function (line) { return cutTo(line, room); });
}

function lettering(text, lines, x, y, anchor) {
  var label = svg("text", {class: "label", "text-anchor": anchor});
  if (lines.some(function (line) { return line.endsWith("…"); })) label.append(svg("title", {}, text));
  lines.forEach(function (line, row) { label.append(svg("tspan", {x: x, y: y + row * LINE}, line)); });
  return label;
}

// The mark of a series: a disc, a square, a triangle, a diamond.
function mark(series, x, y, r) {
  var shape = {class: "o" + SERIES[series]};
  if (series === 0) return svg("circle", Object.assign(shape, {cx: x, cy: y, r: r}));
  var side = 2 * r - 1;
  if (series === 1) return svg("rect", Object.assign(shape, {x: x - side / 2, y: y - side / 2, width: side, height: side}));
  var path = series === 2 ? [[0, -1.2], [1.15, .9], [-1.15, .9]] : [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]];
  return svg("path", Object.assign(shape, {
    d: "M" + path.map(function (at) { return (x + at[0] * r) + " " + (y + at[1] * r); }).join("L") + "Z"
  }));
}

function markOf(series) {
  var box = svg("svg", {class: "chart key-mark", viewBox: "-8 -8 16 16", "aria-hidden": "true"});
  box.append(mark(series, 0, 0, 5));
  return box;
}

// Several agencies over three or more axes, each by a line and marks of its own; a gap where there is no value.
function radarOf(prefix, title, told, labels, rows) {
  var count = labels.length;
  if (count < 3 || count > 12) return null;
  var radius = count <= 10 ? 92 : 117, most = count <= 8 ? 3 : 2, top = 0, bottom = 0, named = [];
  var turns = labels.map(function (_, n) { return 2 * Math.PI * n / count; });
  var ends = turns.map(function (turn) { return [Math.sin(turn), -Math.cos(turn)]; });
  labels.forEach(function (label, n) {
    var reach = radius + 14, x = ends[n][0] * reach, y = ends[n][1] * reach, middle = Math.abs(x) < 1;
    var anchor = middle ? "middle" : x > 0 ? "start" : "end";
    var room = !middle ? 210 - Math.abs(x) : count < 8 ? 250 : 2 * Math.sin(2 * Math.PI / count) * reach - 16;
    var lines = wrap(label, room, most), tall = lines.length * LINE;
    var first = middle ? (y < 0 ? y - tall + LINE : y + 12) : y + 5 - (tall - LINE) * (1 + Math.cos(turns[n])) / 2;
    top = Math.min(top, first - LINE);
    bottom = Math.max(bottom, first + tall - LINE + 8);
    named.push(lettering(label, lines, x, first, anchor));
  });
  var root = chart("radar", prefix, title, told, [-210, Math.floor(top), 420, Math.ceil(bottom) - Math.floor(top)]);
  [.25, .5, .75, 1].forEach(function (share) {
    root.append(svg("polygon", {class: "ring", points: ends.map(function (end) {
      return rounded(end[0] * radius * share) + "," + rounded(end[1] * radius * share);
    }).join(" ")}));
  });
  ends.forEach(function (end) {
    root.append(svg("path", {class: "axis", d: "M0 0L" + rounded(end[0] * radius) + " " + rounded(end[1] * radius)}));
  });
  named.forEach(function (label) { root.append(label); });
  rows.forEach(function (row, series) { drawRound(root, row, series, ends, radius); });
  return root;
}

function drawRound(root, row, series, ends, radius) {
  var points = row.map(function (share, n) {
    return share === null ? null : [ends[n][0] * radius * share / 100, ends[n][1] * radius * share / 100];
  });
  var lines = points.map(function (point, n) {
    var next = points[(n + 1) % points.length];
    return point && next ? "M" + point.map(rounded).join(" ") + "L" + next.map(rounded).join(" ") : "";
  }).join("");
  if (lines) root.append(svg("path", {class: "line o" + SERIES[series], d: lines}));
  points.forEach(function (point) { if (point) root.append(mark(series, point[0], point[1], 4)); });
}

function rounded(number) {
  return number.toFixed(1);
}

// Under each label a bar for each agency, with its mark before it and its text at the end.
function barsOf(prefix, title, told, labels, rows, texts) {
  var y = 14, parts = [];
  labels.forEach(function (label, n) {
    var lines = wrap(label, 380, 3);
    parts.push(lettering(label, lines, 0, y, "start"));
    y += (lines.length - 1) * LINE + 7;
    rows.forEach(function (row, series) {
      parts.push(mark(series, 6, y + 8, 4), svg("rect", {class: "track", x: 16, y: y + 3, width: 305, height: 10}));
      if (row[n] !== null) {
        parts.push(svg("rect", {class: "o" + SERIES[series], x: 16, y: y + 3, width: rounded(row[n] * 3.05), height: 10}));
      }
      parts.push(svg("text", {class: "value", x: 380, y: y + 13, "text-anchor": "end"}, texts[series][n]));
      y += 17;
    });
    y += 22;
  });
  var root = chart("bars", prefix, title, told, [0, 0, 380, y - 18]);
  parts.forEach(function (part) { root.append(part); });
  return root;
}
