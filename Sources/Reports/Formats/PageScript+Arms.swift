/// How a page's script hides arms.
extension PageScript {
  /// An arm's parts: its blocks, its columns and rows by their headers, its series in the drawings.
  static let hiding = #"""
    function armOf(text) {
      var found = -1;
      arms.forEach(function (arm, i) {
        var begins = text === arm || text.indexOf(arm + words[1]) === 0;
        if (begins) if (found === -1 || arm.length > arms[found].length) found = i;
      });
      return found;
    }
    function partsOfArms() {
      var parts = arms.map(function (arm, i) { return all(main, "[data-arm='" + (i + 1) + "']"); });
      function add(arm, part) { if (arm > -1) parts[arm].push(part); }
      all(main, "table").forEach(function (table) {
        var rows = all(table, "tbody tr"), figure = table.closest("details");
        var names = [];
        all(table, "thead th").forEach(function (head, place) {
          var arm = place > 0 ? armOf(head.textContent) : -1;
          add(arm, head);
          rows.forEach(function (row) {
            add(arm, row.cells[place]);
            if (head.textContent !== words[0]) return;
            var name = row.cells[place].textContent;
            add(arms.indexOf(name), row);
            if (names.indexOf(name) === -1) names.push(name);
          });
        });
        figure = figure ? figure.previousElementSibling : null;
        var svg = figure ? figure.querySelector("svg") : null, wide = svg ? columns(svg) : 0;
        if (wide) names = all(table, "thead th").slice(1).filter(function (head, i) {
          return i % wide === 0;
        }).map(function (head) { return head.textContent; });
        var looks = svg ? (svg.dataset.looks || "").split(" ") : [];
        if (wide) looks = svg.dataset.plot.split(" ").slice(3);
        if (svg) names.forEach(function (name, i) {
          var look = looks[i] || i + 1;
          all(svg, ".series-" + look + ",.of-" + look).forEach(function (part) {
            add(armOf(name), part);
          });
        });
      });
      return parts;
    }
    function hideable() {
      var parts = partsOfArms(), box = make("div", { class: "arms", role: "group", "aria-label": words[2] });
      box.appendChild(make("span", { "aria-hidden": "true" }, words[2]));
      arms.forEach(function (arm, i) {
        var label = make("label", {}), check = make("input", { type: "checkbox" });
        check.checked = true;
        check.addEventListener("change", function () {
          parts[i].forEach(function (part) { part.classList.toggle("off", !check.checked); });
        });
        label.appendChild(check);
        label.appendChild(document.createTextNode(arm));
        box.appendChild(label);
      });
      main.insertBefore(box, main.querySelector("h1").nextSibling);
    }
    """#
}
