/// Draws a cost-effectiveness plane: the dots at the left, the shares in words at the right.
struct PlaneDrawing: Drawing {
  static let kind = "plane"
  static let rules = [
    ".dots{fill:none;stroke:currentColor;stroke-width:5;stroke-linecap:round;stroke-opacity:.75}",
    ".even{stroke:currentColor;stroke-width:1.5;stroke-dasharray:6 4}",
    ".ring{fill:none;stroke:currentColor;stroke-width:2}",
    ".part{fill:currentColor;fill-opacity:.75}",
    ".frame{fill:none;stroke:currentColor;stroke-opacity:.5}",
  ]

  let plane: CostEffectivenessPlane
  let layout: PlaneLayout
  var writer = SVGWriter()

  init(_ plane: CostEffectivenessPlane) {
    self.plane = plane
    layout = PlaneLayout(plane)
  }

  /// Mean and median, with their texts.
  static func centers(
    _ plane: CostEffectivenessPlane
  ) -> [(isMean: Bool, dot: CostEffectivenessPlane.Dot, text: String)] {
    guard let mean = plane.mean, let median = plane.median else { return [] }
    return [(true, mean, plane.words.mean), (false, median, plane.words.median)].map {
      ($0.0, $0.1, "\($0.2): \(plane.text($0.1.cost)) → \(plane.text($0.1.margin))")
    }
  }

  mutating func draw() {
    writer.beginDrawing(
      id: plane.id, title: plane.title, summary: plane.summary, width: layout.width,
      height: layout.height, series: 1, kind: Self.self)
    drawAxes()
    drawDots()
    drawList()
    writer.end()
  }

  private mutating func drawAxes() {
    let (x, y) = (layout.x, layout.y)
    writer.valueLabel(plane.marginLabel, right: layout.width)
    for style in ["grid", "axis"] {
      let values = layout.xTicks.values.filter { ($0 == 0) == (style == "axis") }
      writer.lines(style, values.map { (x($0), y.end, x($0), y.start) })
    }
    writer.texts(
      "note middle",
      layout.xTicks.values.map { value in
        (plane.unit.text(value, decimals: layout.xTicks.decimals), x(value), y.start + 18)
      })
    writer.valueAxis(layout.yTicks, y, from: x.start, to: x.end, unit: plane.unit)
    writer.axisLabel(
      plane.costLabel, center: (x.start + x.end) / 2, y: y.start + 38, width: layout.width)
    if let (start, end) = layout.diagonal {
      writer.line(x(start), y(start), x(end), y(end), "even")
    }
  }

  private mutating func drawDots() {
    let number = ChartNumber.coordinate
    let path = plane.drawn.map { dot in
      PolylinePath.text([(layout.x(dot.cost), layout.y(dot.margin))])
    }
    if !path.isEmpty {
      writer.element("path", ["class": "dots series-1", "d": path.joined()])
    }
    for center in Self.centers(plane) {
      let (x, y) = (layout.x(center.dot.cost), layout.y(center.dot.margin))
      if center.isMean {
        writer.mark(MarkerShape.diamond.path(x: x, y: y, radius: 4), title: center.text)
      } else {
        writer.element(
          "circle", ["class": "ring", "cx": number(x), "cy": number(y), "r": "8.5"],
          title: center.text)
      }
    }
  }

  private mutating func drawList() {
    var y = PlaneLayout.top + 6
    for part in plane.parts {
      drawGlyph(part.place, y: y)
      writer.text(plane.shareText(part.count), x: layout.textLeft, y: y + 5, "strong")
      writer.text(part.text(plane.words), x: layout.textLeft, y: y + 20, "note")
      y += PlaneLayout.lineHeight + 14
    }
    let middle = layout.listLeft + PlaneLayout.glyph / 2
    writer.line(layout.listLeft - 4, y, layout.listLeft + PlaneLayout.glyph + 4, y, "even")
    writer.text(plane.words.netZero, x: layout.textLeft, y: y + 4, "note")
    for center in Self.centers(plane) {
      y += PlaneLayout.lineHeight
      if center.isMean {
        writer.element(
          "path", ["class": "mark", "d": MarkerShape.diamond.path(x: middle, y: y, radius: 4)])
      } else {
        let number = ChartNumber.coordinate
        writer.element(
          "circle", ["class": "ring", "cx": number(middle), "cy": number(y), "r": "6"])
      }
      writer.text(center.text, x: layout.textLeft, y: y + 4, "note")
    }
    guard let text = plane.thinningText else { return }
    writer.text(text, x: layout.textLeft, y: y + PlaneLayout.lineHeight + 4, "note")
  }

  /// The plane in small, with the part filled.
  private mutating func drawGlyph(_ place: CostEffectivenessPlane.Part.Place, y: Double) {
    let size = PlaneLayout.glyph
    let (left, top) = (layout.listLeft, y - size / 2)
    let (middleX, middleY) = (left + size / 2, top + size / 2)
    switch place {
    case .quadrant(let costsMore, let earnsMore):
      writer.bar(
        "part series-1", x1: middleX, y1: middleY, x2: costsMore ? left + size : left,
        y2: earnsMore ? top : top + size)
    case .onAnAxis: break
    case .net:
      let number = ChartNumber.coordinate
      let (right, bottom) = (number(left + size), number(top + size))
      writer.element(
        "path",
        [
          "class": "part series-1",
          "d": "M\(number(left)) \(bottom)V\(number(top))H\(right)z",
        ])
    }
    writer.bar("frame", x1: left, y1: top, x2: left + size, y2: top + size)
    guard place != .net else { return }
    writer.line(middleX, top, middleX, top + size, "frame")
    writer.line(left, middleY, left + size, middleY, "frame")
  }
}
