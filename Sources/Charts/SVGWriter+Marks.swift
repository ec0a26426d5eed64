/// Marks that several kinds of chart draw.
extension SVGWriter {
  /// A mark with the text that appears when a pointer rests on it.
  mutating func mark(_ path: String, _ style: String = "mark", title: String) {
    element("path", ["class": style, "d": path], title: title)
  }

  /// A bar between two corners, in any order.
  mutating func bar(
    _ style: String, x1: Double, y1: Double, x2: Double, y2: Double, title: String? = nil
  ) {
    let number = ChartNumber.coordinate
    element(
      "rect",
      [
        "class": style, "x": number(min(x1, x2)), "y": number(min(y1, y2)),
        "width": number(abs(x2 - x1)), "height": number(abs(y2 - y1)),
      ], title: title)
  }

  /// A triangle that points along a row: a negative length points to the right.
  mutating func arrow(tip: Double, y: Double, length: Double) {
    let number = ChartNumber.coordinate
    let (tipX, baseX) = (number(tip), number(tip + length))
    element(
      "path",
      [
        "class": "mark",
        "d": "M\(tipX) \(number(y))L\(baseX) \(number(y - 4.5))L\(baseX) \(number(y + 4.5))z",
      ])
  }
}
