// Names of agencies: how well one fits what is typed, and those that fit best first.
var MOST_SHOWN = 50;

// Make the rows ready for finding: with marks, without, and without spaces.
function readyNames(data) {
  if (data.ready) return data.ready;
  var notes = data.notes.map(fold);
  data.ready = data.rows.map(function (row) {
    var folded = fold(row[0]);
    return {
      name: row[0], note: data.notes[row[1]], id: row[3], address: data.homes[row[2]] + row[3] + "/",
      marked: row[0].normalize("NFC").toLowerCase(), folded: folded, joined: folded.replace(/ /g, ""), about: notes[row[1]]
    };
  });
  return data.ready;
}

// 0 where a name begins with what is typed, 1 where a word of it does, 2 where it stands anywhere, else -1.
function closeness(name, typed, word) {
  return name.startsWith(typed) ? 0 : name.indexOf(word) >= 0 ? 1 : name.indexOf(typed) >= 0 ? 2 : -1;
}

// How well a name fits: with the same marks first, then without; then run together, or in another order; then with
// the words of its note. -1 where it does not.
function fit(row, typed) {
  var close = typed.plain ? -1 : closeness(row.marked, typed.marked, typed.markedWord);
  if (close >= 0) return close;
  close = closeness(row.folded, typed.folded, typed.foldedWord);
  if (close >= 0) return 3 + close;
  if (row.joined.indexOf(typed.joined) >= 0) return 6;
  if (typed.words.every(function (word) { return row.folded.indexOf(word) >= 0; })) return 7;
  return typed.words.every(function (word) {
    return row.folded.indexOf(word) >= 0 || row.about.indexOf(word) >= 0;
  }) ? 8 : -1;
}

// Return how many names fit, and the best of them; those that fit equally well stay in alphabetical order.
function findNames(rows, text) {
  var marked = text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim(), folded = fold(text);
  var typed = {
    plain: marked === folded, marked: marked, markedWord: " " + marked, folded: folded, foldedWord: " " + folded,
    joined: folded.replace(/ /g, ""), words: folded.split(" ")
  };
  var tiers = [[], [], [], [], [], [], [], [], []], count = 0;
  rows.forEach(function (row) {
    var tier = fit(row, typed);
    if (tier < 0) return;
    count += 1;
    if (tiers[tier].length < MOST_SHOWN) tiers[tier].push(row);
  });
  return {count: count, best: [].concat.apply([], tiers).slice(0, MOST_SHOWN)};
}
