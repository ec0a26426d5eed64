/// How a page's script reads charts: a value under the pointer, and by the arrow keys.
extension PageScript {
  /// A chart's points are the marks that carry a title, or the rows of its table by their dates.
  static let reading = #"""
    function columns(svg) {
      return svg.dataset.plot ? Number(svg.dataset.plot.split(" ")[2]) : 0;
    }
    function markPoints(svg) {
      return all(svg, "title").filter(function (title) { return title.parentNode !== svg; })
        .map(function (title) {
          var point = { mark: title.parentNode, text: title.textContent };
          title.remove();
          return point;
        });
    }
    function rowPoints(svg, table) {
      var plot = svg.dataset.plot.split(" ").map(Number), wide = plot[2];
      var heads = all(table, "thead th"), rows = all(table, "tbody tr");
      var dates = rows.map(function (row) { return Date.parse(row.cells[0].textContent); });
      var first = dates[0], last = dates[dates.length - 1];
      return rows.map(function (row, i) {
        var share = last > first ? (dates[i] - first) / (last - first) : 0;
        return { x: plot[0] + share * (plot[1] - plot[0]), lines: function () {
          var lines = [row.cells[0].textContent];
          for (var at = 1; row.cells.length > at; at += wide) {
            var cell = row.cells[at], text = cell.textContent;
            if (cell.classList.contains("off") || !text) continue;
            if (wide > 1) text += " (" + row.cells[at + 1].textContent + " – "
              + row.cells[at + 2].textContent + ")";
            lines.push(heads[at].textContent + ": " + text);
          }
          return lines.join("\n");
        } };
      });
    }
    function readable(figure) {
      var svg = figure.querySelector("svg"), box = figure.querySelector(".drawing"), now = -1;
      var next = figure.nextElementSibling, table = next ? next.querySelector("table") : null;
      var marks = markPoints(svg), guide = null, points = marks;
      if (svg.dataset.plot) {
        if (table) points = rowPoints(svg, table);
        guide = document.createElementNS("http://www.w3.org/2000/svg", "line");
        guide.setAttribute("class", "guide");
      }
      if (!points.length) return;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", figure.querySelector("figcaption").textContent
        + words[1] + words[3]);
      function hide() {
        now = -1;
        tip.textContent = "";
        if (guide) guide.remove();
      }
      function show(place) {
        if (place === now) return;
        now = place;
        var point = points[place], area = svg.getBoundingClientRect(), view = svg.viewBox.baseVal;
        var x, y, over = point.mark ? point.mark.getBoundingClientRect() : null;
        if (over) { x = over.left + over.width / 2; y = over.top; }
        else {
          x = area.left + point.x / view.width * area.width;
          y = area.top + area.height * 0.1;
          ["x1", "x2"].forEach(function (key) { guide.setAttribute(key, point.x); });
          guide.setAttribute("y1", 34);
          guide.setAttribute("y2", 292);
          svg.appendChild(guide);
        }
        tip.textContent = point.mark ? point.text : point.lines();
        var wide = tip.offsetWidth, room = document.documentElement.clientWidth;
        var left = over ? x - wide / 2 : x + 12 + wide > room ? x - 12 - wide : x + 12;
        tip.style.left = Math.max(4, Math.min(left, room - wide - 4)) + window.scrollX + "px";
        tip.style.top = Math.max(4, over ? y - tip.offsetHeight - 6 : y) + window.scrollY + "px";
      }
      function nearest(event) {
        var best = -1, least = 900, area = svg.getBoundingClientRect();
        points.forEach(function (point, i) {
          if (point.mark) {
            if (point.mark.getClientRects().length === 0) return;
            if (point.mark.contains(event.target)) { best = i; least = -1; }
          }
          var box = point.mark ? point.mark.getBoundingClientRect() : null;
          var dx = event.clientX - (box ? box.left + box.width / 2
            : area.left + point.x / svg.viewBox.baseVal.width * area.width);
          var dy = box ? event.clientY - box.top - box.height / 2 : 0;
          var far = dx * dx + dy * dy;
          if (least > far || (!box ? best === -1 : false)) { best = i; least = far; }
        });
        return best;
      }
      svg.addEventListener("pointermove", function (event) {
        var place = nearest(event);
        if (place > -1) show(place); else hide();
      });
      svg.addEventListener("pointerleave", hide);
      box.addEventListener("blur", hide);
      box.addEventListener("keydown", function (event) {
        var step = { ArrowRight: 1, ArrowLeft: -1, Home: -points.length, End: points.length }[event.key];
        if (event.key === "Escape") hide();
        if (!step) return;
        event.preventDefault();
        var place = now, last = points.length - 1;
        do {
          place = Math.max(0, Math.min(last, place + step));
          step = place === 0 ? 1 : place === last ? -1 : step;
        } while (points[place].mark ? points[place].mark.getClientRects().length === 0 : false);
        show(place);
      });
    }
    """#
}
