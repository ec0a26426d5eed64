/// The shape that marks a point, so that color never speaks alone.
enum MarkerShape: CaseIterable {
  case circle
  case square
  case triangle
  case diamond
  case cross
  case downTriangle

  /// The shape of a series; a seventh starts over.
  static func of(series index: Int) -> MarkerShape {
    allCases[(ChartStyle.slot(index) - 1) % allCases.count]
  }

  /// The shape's outline around a point, as SVG path data; all shapes look equally large.
  func path(x: Double, y: Double, radius r: Double) -> String {
    switch self {
    case .circle:
      let reach = ChartNumber.coordinate(r)
      let width = ChartNumber.coordinate(2 * r)
      return "M\(Self.point(x - r, y))a\(reach) \(reach) 0 1 0 \(width) 0"
        + "a\(reach) \(reach) 0 1 0-\(width) 0z"
    case .square: return Self.polygon(x, y, 0.9 * r, [(-1, -1), (1, -1), (1, 1), (-1, 1)])
    case .triangle: return Self.polygon(x, y, 1.2 * r, [(0, -1), (1, 0.8), (-1, 0.8)])
    case .diamond: return Self.polygon(x, y, 1.3 * r, [(0, -1), (1, 0), (0, 1), (-1, 0)])
    case .cross:
      let p = Self.point
      return "M\(p(x - r, y - r))L\(p(x + r, y + r))M\(p(x - r, y + r))L\(p(x + r, y - r))"
    case .downTriangle: return Self.polygon(x, y, 1.2 * r, [(0, 1), (1, -0.8), (-1, -0.8)])
    }
  }

  private static func polygon(
    _ x: Double, _ y: Double, _ scale: Double, _ corners: [(Double, Double)]
  ) -> String {
    PolylinePath.text(
      corners.map { (x + scale * $0.0, y + scale * $0.1) }, isClosed: true)
  }

  private static func point(_ x: Double, _ y: Double) -> String {
    "\(ChartNumber.coordinate(x)) \(ChartNumber.coordinate(y))"
  }
}
