import Charts

/// The script of a page: it reads what stands on the page and adds hover, sorting and hiding of arms.
///
/// Without it the page is complete. The text is one constant: what a scenario says reaches it only as
/// the page's own text, and is never run. It has no "less than" and no ampersand, so that the page
/// is XML as it stands.
enum PageScript {
  /// What may run and load on a page: the script with this text, styles, nothing else.
  ///
  /// The hash is that of ``text``; a test computes it anew.
  static let policy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; script-src '\(hash)'"

  static let hash = "sha256-r7QHa3sO0fDxF73BVb2qzvWe0GV7SECDa9Ji3uGQT00="

  /// What the script says, as JSON: names of arms, what the arms' column is called, what separates
  /// an arm's name from what follows it, and its own words.
  static func words(_ labels: PageLabels) -> String {
    let charts = Words(language: labels.language).charts
    let texts =
      [charts.arm, charts.separator] + PageWord.allCases.map { $0.text(in: labels.language) }
    let lists = [texts, labels.arms].map { "[\($0.map(JSONText.quoted).joined(separator: ","))]" }
    return "[\(lists.joined(separator: ","))]"
  }

  /// The script.
  static let text = parts.joined(separator: "\n").split(separator: "\n")
    .map { $0.drop { $0 == " " } }.joined(separator: "\n")

  private static let parts = [start, sorting, reading, hiding, end]

  private static let start = #"""
    (function () {
    "use strict";
    var main, tip, words, arms;
    function all(root, what) { return Array.prototype.slice.call(root.querySelectorAll(what)); }
    function make(tag, marks, text) {
      var made = document.createElement(tag);
      Object.keys(marks).forEach(function (key) { made.setAttribute(key, marks[key]); });
      if (text) made.textContent = text;
      return made;
    }
    """#

  /// A header sorts up, then down, then as it was; numbers by size, a dash last.
  private static let sorting = #"""
    function number(text) {
      if (/^\d{4}-\d\d/.test(text)) return NaN;
      if (text.indexOf("10⁹") > -1) return 1e9;
      var found = /^[^\w−-]*([−-]?)[^\w−-]*(\d[\d,]*(\.\d+)?)/.exec(text);
      return found ? Number(found[2].replace(/,/g, "")) * (found[1] ? -1 : 1) : NaN;
    }
    function sortable(table) {
      var heads = all(table, "thead th"), rows = all(table, "tbody tr");
      if (4 > rows.length || 4 > heads.length || table.querySelector(".strong")) return;
      heads.forEach(function (head, place) {
        var button = make("button", { type: "button" }, head.textContent);
        head.textContent = "";
        head.appendChild(button);
        button.addEventListener("click", function () {
          var was = head.getAttribute("aria-sort"), order = rows.slice();
          var way = was === "ascending" ? "descending" : was ? "" : "ascending";
          heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
          if (way) {
            head.setAttribute("aria-sort", way);
            order = sorted(rows, place, way === "ascending" ? 1 : -1);
          }
          order.forEach(function (row) { row.parentNode.appendChild(row); });
        });
      });
    }
    function sorted(rows, place, sign) {
      var texts = rows.map(function (row) { return row.cells[place].textContent.trim(); });
      var empty = texts.map(function (text) { return /^[–—-]?$/.test(text); });
      var values = texts.map(number);
      var counted = values.every(function (value, i) { return empty[i] || value === value; });
      return rows.map(function (row, i) { return i; }).sort(function (a, b) {
        if (empty[a] || empty[b]) return empty[a] - empty[b] || a - b;
        var by = counted ? values[a] - values[b] : texts[a].localeCompare(texts[b]);
        return by * sign || a - b;
      }).map(function (i) { return rows[i]; });
    }
    """#

  private static let end = #"""
    document.addEventListener("DOMContentLoaded", function () {
      main = document.querySelector("main");
      var said = JSON.parse(main.dataset.words);
      words = said[0];
      arms = said[1];
      tip = main.appendChild(make("div", { class: "tip", role: "status" }));
      if (arms.length > 1) hideable();
      all(main, "table").forEach(sortable);
      all(main, "figure").forEach(readable);
    });
    }());
    """#
}
