/// Path data of straight stretches, as short as SVG allows.
///
/// Points are rounded once, then written relative to the point before, so that rounding does not add
/// up; points inside a level stretch are left out.
enum PolylinePath {
  /// The path through the points, in steps of a pixel divided by `perPixel` (1 or 10).
  ///
  /// A single point is a stroke of no length, which a round cap makes a dot.
  static func text(
    _ points: [(x: Double, y: Double)], perPixel: Int = 10, isClosed: Bool = false
  ) -> String {
    let rounded = points.map { point in
      (x: units(point.x, perPixel), y: units(point.y, perPixel))
    }
    guard let first = rounded.first else { return "" }
    var text = "M" + joined([first.x, first.y], perPixel)
    var last = first
    var steps: [Int] = []
    for (index, point) in rounded.enumerated().dropFirst() {
      let isLevel =
        index + 1 < rounded.count && last.y == point.y && rounded[index + 1].y == point.y
      let isOnward = isLevel && (point.x - last.x) * (rounded[index + 1].x - point.x) >= 0
      if isOnward { continue }
      steps += [point.x - last.x, point.y - last.y]
      last = point
    }
    if points.count == 1 { text += "h0" }
    if !steps.isEmpty { text += "l" + joined(steps, perPixel) }
    return isClosed ? text + "z" : text
  }

  private static func units(_ pixels: Double, _ perPixel: Int) -> Int {
    Int((pixels * Double(perPixel)).rounded())
  }

  /// Numbers beside each other; a minus sign separates by itself.
  private static func joined(_ units: [Int], _ perPixel: Int) -> String {
    var text = ""
    for unit in units {
      let number = number(unit, perPixel)
      if !text.isEmpty, !number.hasPrefix("-") { text += " " }
      text += number
    }
    return text
  }

  private static func number(_ units: Int, _ perPixel: Int) -> String {
    guard perPixel > 1 else { return "\(units)" }
    let (whole, rest) = abs(units).quotientAndRemainder(dividingBy: perPixel)
    let sign = units < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole == 0 ? "" : "\(whole)").\(rest)"
  }
}
