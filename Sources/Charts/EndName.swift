/// The name of a series beside the end of its line.
struct EndName: Equatable {
  static let height = 18.0
  static let swatchWidth = 24.0

  let series: Int
  let text: String
  /// Where the line ends.
  let endX: Double
  let endY: Double
  /// Where the name stands: as near as the other names allow.
  var y: Double

  /// Moves names apart until none overlap: down from the top, then up from the bottom.
  static func spread(_ names: [EndName], above bottom: Double) -> [EndName] {
    var sorted = names.sorted { ($0.endY, $0.series) < ($1.endY, $1.series) }
    var free = -Double.infinity
    for index in sorted.indices {
      sorted[index].y = max(sorted[index].y, free)
      free = sorted[index].y + height
    }
    var limit = bottom
    for index in sorted.indices.reversed() {
      sorted[index].y = min(sorted[index].y, limit)
      limit = sorted[index].y - height
    }
    return sorted
  }

  /// The line from where the series ends to where its name begins.
  func drawLeader(_ writer: inout SVGWriter, to start: Double) {
    let number = ChartNumber.coordinate
    writer.element(
      "path",
      [
        "class": "leader of-\(ChartStyle.slot(series))",
        "d": "M\(number(endX + 2)) \(number(endY))L\(number(start - 2)) \(number(y))",
      ])
  }
}
