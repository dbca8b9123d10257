// A field with a list that opens beneath it. `rows` gives the names once they are there, `choose` takes one.

function combobox(box, rows, choose) {
  var input = box.querySelector("[role=combobox]"), list = box.querySelector("[role=listbox]");
  var found = box.querySelector(".found"), shown = [], active = -1;

  function close() {
    list.hidden = true;
    mark(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function mark(place) {
    if (list.children[active]) list.children[active].setAttribute("aria-selected", "false");
    active = place;
    var option = list.children[place];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({block: "nearest"});
  }

  function option(row, place) {
    var item = document.createElement("li");
    item.id = input.id + "-" + place;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.textContent = row.name;
    if (row.note) {
      var note = document.createElement("small");
      note.textContent = row.note;
      item.append(" ", note);
    }
    return item;
  }

  function say(count) {
    var more = count > shown.length ? found.dataset.first.replace("{shown}", shown.length) : "";
    found.textContent = count ? found.dataset.count + count + more : found.dataset.none;
  }

  function show() {
    var text = input.value.trim();
    if (!text) {
      found.textContent = "";
      shown = [];
      return close();
    }
    rows(function (ready) {
      if (input.value.trim() !== text) return;
      var result = findNames(ready, text);
      shown = result.best;
      list.replaceChildren.apply(list, shown.map(option));
      list.scrollTop = 0;
      active = -1;
      mark(-1);
      list.hidden = !shown.length;
      input.setAttribute("aria-expanded", String(shown.length > 0));
      say(result.count);
    }, function () { found.textContent = found.dataset.failed; });
  }

  function take(place) {
    var row = shown[place];
    if (!row || list.hidden) return;
    close();
    choose(row, input);
  }

  input.addEventListener("focus", function () { rows(function () {}, function () {}); });
  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", function (event) {
    if (event.isComposing) return;
    var open = !list.hidden, step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) {
      event.preventDefault();
      if (!open) return show();
      mark(active < 0 && step < 0 ? shown.length - 1 : (active + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      take(Math.max(active, 0));
    } else if (event.key === "Escape" && (open || input.value)) {
      event.preventDefault();
      if (!open) {
        input.value = "";
        show();
      }
      close();
    }
  });
  list.addEventListener("mousedown", function (event) { event.preventDefault(); });
  list.addEventListener("click", function (event) {
    take(Array.prototype.indexOf.call(list.children, event.target.closest("li")));
  });
}

all("[data-finder]").forEach(function (box) {
  combobox(box, function (then, failed) {
    ask("agencies", box.dataset.finder, function (data) { then(readyNames(data)); }, failed);
  }, function (row) {
    location.href = reachable(box.dataset.root + row.address);
  });
});
