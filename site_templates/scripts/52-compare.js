// The page that compares. The address says what is chosen: #questionnaire/period/agency,agency; all else follows it.
var MOST_COMPARED = 4;

function element(tag, attributes, parts) {
  var made = document.createElement(tag);
  Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
  made.append.apply(made, [].concat(parts === undefined ? [] : parts));
  return made;
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, function (_, key) { return values[key]; });
}

all("[data-compare]").forEach(function (page) {
  var words = JSON.parse(page.dataset.compare), select = page.querySelector("select");
  var input = page.querySelector("[role=combobox]"), told = page.querySelector(".status");
  var chosen = page.querySelector(".chosen"), drawn = page.querySelector(".drawn"), turn = 0;

  function wanted() {
    var parts = location.hash.slice(1).replace(/%2C/gi, ",").replace(/%2F/gi, "/").split("/");
    var id = parts[0] + "/" + parts[1];
    var known = all("option", select).some(function (each) { return each.value === id; });
    var ids = (parts[2] || "").split(",").filter(function (each, n, list) { return each && list.indexOf(each) === n; });
    return {cohort: known ? id : select.options[0].value, ids: ids.slice(0, MOST_COMPARED)};
  }

  function want(cohort, ids) {
    location.hash = cohort + "/" + ids.join(",");
  }

  function fileOf(id) {
    return all("option", select).find(function (each) { return each.value === id; }).dataset.file;
  }

  function load(ids, then) {
    var left = ids.length + 1, named, cohorts = {};
    function arrive() {
      left -= 1;
      if (!left) then(named, cohorts);
    }
    function fail() { told.textContent = words.compare_failed; }
    ask("agencies", page.dataset.names, function (data) { named = readyNames(data); arrive(); }, fail);
    ids.forEach(function (id) {
      ask(id, fileOf(id), function (data) { cohorts[id] = readyCohort(data); arrive(); }, fail);
    });
  }

  // One agency is shown over the periods of the questionnaire, earliest first; several in one period.
  function files(state) {
    if (state.ids.length !== 1) return [state.cohort];
    var name = state.cohort.split("/")[0] + "/";
    return all("option", select).map(function (each) { return each.value; })
      .filter(function (id) { return id.startsWith(name); }).reverse();
  }

  function update() {
    var state = wanted(), mine = turn += 1;
    select.value = state.cohort;
    all(".languages a").forEach(function (link) { link.hash = location.hash; });
    load(files(state), function (named, cohorts) {
      if (mine === turn) draw(state, named, cohorts);
    });
  }

  function draw(state, rows, cohorts) {
    var data = cohorts[state.cohort], byId = Object.create(null);  // an id may be "constructor"
    rows.forEach(function (row) { byId[row.id] = row; });
    var one = state.ids.length === 1;
    var known = state.ids.filter(function (id) { return byId[id]; });
    var there = known.filter(function (id) { return data.ready[id]; });
    var gone = known.filter(function (id) { return !data.ready[id]; });
    var named = function (id) { return byId[id].name; }, names = there.map(named), missing = gone.map(named);
    var columns = one ? overPeriods(state, cohorts, known[0]) : there.map(function (id) {
      return {id: id, data: data, row: data.ready[id], name: byId[id].name};
    });
    input.disabled = state.ids.length >= MOST_COMPARED;
    told.textContent = [
      names.length ? filled(words.compare_shown, {names: names.join("; ")}) : "",
      missing.length ? filled(words.compare_not_there, {names: missing.join("; ")}) : "",
      !known.length ? words.compare_pick : one && columns.length ? words.compare_one : "",
      input.disabled ? words.compare_full : ""
    ].filter(Boolean).join(" ");
    chosen.hidden = !known.length;
    chosen.replaceChildren.apply(chosen, known.map(function (id) {
      var series = one ? -1 : columns.findIndex(function (each) { return each.id === id; });
      return card(state, byId[id], data, series);
    }));
    drawn.replaceChildren.apply(drawn, columns.length ? results(columns, data, one, one ? known.map(named) : names) : []);
  }

  function overPeriods(state, cohorts, id) {
    return files(state).filter(function (each) { return id && cohorts[each].ready[id]; }).map(function (each) {
      var data = cohorts[each];
      return {id: id, data: data, row: data.ready[id], name: words.period + " " + data.period};
    });
  }

  function levelMark(data, place) {
    if (place === "") return "";
    var level = data.levels[place], parts = level[0] ? [element("b", {}, level[0]), " " + level[1]] : [level[1]];
    return element("span", {class: "lv s" + level[2]}, parts);
  }

  function rankText(data, row) {
    if (!row.rank) return words.none;
    return filled(words.compare_rank, {rank: row.rank, of: data.groups[row.group][1]});
  }

  function card(state, agency, data, series) {
    var row = data.ready[agency.id], parts = [], remove = element("button", {type: "button"}, "✕");
    remove.setAttribute("aria-label", filled(words.compare_remove, {name: agency.name}));
    remove.addEventListener("click", function () {
      want(state.cohort, state.ids.filter(function (id) { return id !== agency.id; }));
      input.disabled = false;
      input.focus();
    });
    var address = reachable(page.dataset.root + state.cohort + "/" + agency.id + "/");
    var name = row ? element("a", {href: address}, agency.name) : agency.name;
    parts.push(element("p", {class: "who"}, [series < 0 ? "" : markOf(series), name, remove]));
    if (row) {
      var scale = row.score && data.scale[0] === "0" ? element("span", {}, " / " + data.scale[1]) : "";
      parts.push(element("p", {class: "big" + (row.score ? "" : " none")}, [
        element("b", {}, row.score || words.no_score), scale
      ]));
      parts.push(element("p", {class: "reached"}, levelMark(data, row.level)));
    }
    return element("li", {}, parts);
  }

  function results(columns, data, one, names) {
    var caption = filled(one ? words.compare_periods : words.compare_caption, {
      title: data.title, period: data.period, name: names[0] || "", names: names.join("; ")
    });
    var alike = columns.filter(function (each) { return comparable(each.data, data); });
    var apart = columns.filter(function (each) { return alike.indexOf(each) < 0; });
    return [charts(alike.slice(-MOST_COMPARED), data, caption), table(columns, alike, data, one, caption)]
      .concat(notes(columns, apart, one)).filter(Boolean);
  }

  function comparable(data, other) {
    return data.version === other.version && data.channel === other.channel;
  }

  function charts(columns, data, caption) {
    var places = data.dimensions.map(function (each, n) { return n; })
      .filter(function (n) { return data.dimensions[n][3] === 0 && data.dimensions[n][5]; });
    var labels = places.map(function (n) { return data.dimensions[n][2]; });
    var rows = columns.map(function (each) {
      return places.map(function (n) { return shareOf(each.row.values[n], data, data.dimensions[n]); });
    });
    var texts = columns.map(function (each) {
      return places.map(function (n) { return each.row.values[n] || words.none; });
    });
    var told = columns.map(function (each, series) {
      return each.name + " – " + labels.map(function (label, n) { return label + ": " + texts[series][n]; }).join("; ");
    }).join(". ");
    if (!columns.length || !labels.length) return null;
    var shape = radarOf("compare-radar", words.compare_radar + ". " + caption, told, labels, rows);
    var bars = barsOf("compare-bars", words.compare_bars + ". " + caption, told, labels, rows, texts);
    return element("div", {class: "cols"}, [
      shape ? figure(words.compare_radar, shape, columns) : "", figure(words.compare_bars, bars, columns)
    ]);
  }

  function figure(title, drawing, columns) {
    var key = element("p", {class: "who-is"}, columns.map(function (each, series) {
      return element("span", {}, [markOf(series), each.name]);
    }));
    return element("figure", {class: "chart-box"}, [element("figcaption", {}, title), key, drawing]);
  }

  function table(columns, alike, data, one, caption) {
    var head = [element("th", {scope: "col"}, words.dimension)].concat(columns.map(function (each) {
      var series = alike.slice(-MOST_COMPARED).indexOf(each);
      var version = words.version + " " + each.data.version + (each.data.origin ? ", " + each.data.origin : "");
      var details = one ? element("small", {}, version) : "";
      return element("th", {scope: "col", class: "n"}, [series < 0 ? "" : markOf(series), each.name, details]);
    }));
    var shown = data.dimensions.map(function (dimension, n) { return n; }).filter(function (n) {
      return alike.some(function (each) { return each.row.values[n]; });
    });
    var body = wholeRows(columns, data, one).concat(shown.map(function (n) {
      var dimension = data.dimensions[n];
      var name = (dimension[1] + " " + dimension[2]).trim();
      var note = dimension[4] ? element("small", {}, filled(words.compare_out_of, {points: dimension[4]})) : "";
      return tableRow([name, note], "d" + dimension[3], columns.map(function (each) {
        var before = alike[one ? alike.indexOf(each) - 1 : 0], same = alike.indexOf(each) >= 0;
        var text = same ? each.row.values[n] : "";
        var from = same && before && before !== each ? before.row.values[n] : "";
        return [text, differenceText(text, from, dimension[4] !== "")];
      }));
    }));
    var made = element("table", {class: "t beside-t"}, [
      element("caption", {}, caption), element("thead", {}, element("tr", {}, head)), element("tbody", {}, body)
    ]);
    return element("div", {class: "scroll", role: "region", tabindex: "0", "aria-label": caption}, made);
  }

  function wholeRows(columns, data, one) {
    var change = data.before ? filled(words.compare_change, {period: data.before}) : words.compare_before;
    var rows = [
      tableRow([words.score], "whole", columns.map(function (each) {
        var first = one || columns[0] === each ? "" : columns[0].row.score;
        return [each.row.score, differenceText(each.row.score, first)];
      })),
      tableRow([words.level], "", columns.map(function (each) { return [levelMark(each.data, each.row.level)]; })),
      tableRow([words.rank], "", columns.map(function (each) { return [rankText(each.data, each.row)]; })),
      tableRow([words.coverage], "", columns.map(function (each) { return [each.row.coverage]; }))
    ];
    if (columns.some(function (each) { return each.row.change; })) {
      rows.push(tableRow([one ? words.compare_before : change], "last", columns.map(function (each) {
        return [each.row.change + (each.row.change && each.data.common ? " *" : "")];
      })));
    }
    return rows;
  }

  function tableRow(name, kind, cells) {
    return element("tr", {class: kind}, [element("th", {scope: "row"}, name)].concat(cells.map(function (cell) {
      return element("td", {class: "n"}, [cell[0] || words.none, cell[1] ? element("small", {}, cell[1]) : ""]);
    })));
  }

  function notes(columns, apart, one) {
    var found = [];
    if (!one && columns.length > 1) found.push(filled(words.compare_beside, {name: columns[0].name}));
    if (one && columns.length - apart.length > 1) found.push(words.compare_beside_period);
    if (apart.length) {
      found.push(filled(words.compare_apart, {periods: apart.map(function (each) { return each.data.period; }).join(", ")}));
    }
    var common = columns.some(function (each) { return each.row.change && each.data.common; });
    if (common) found.push("* " + words.compare_common);
    return found.map(function (text) { return element("p", {class: "hint"}, text); });
  }

  combobox(page.querySelector(".chooser"), function (then, failed) {
    var state = wanted();
    ask("agencies", page.dataset.names, function (names) {
      ask(state.cohort, fileOf(state.cohort), function (data) {
        var there = readyCohort(data).ready;
        then(readyNames(names).filter(function (row) { return there[row.id] && state.ids.indexOf(row.id) < 0; }));
      }, failed);
    }, failed);
  }, function (row) {
    var state = wanted();
    input.value = "";
    input.dispatchEvent(new Event("input"));
    want(state.cohort, state.ids.concat(row.id));
  });
  select.addEventListener("change", function () { want(select.value, wanted().ids); });
  window.addEventListener("hashchange", update);
  update();
});
