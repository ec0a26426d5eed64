public import Measurement
public import Timeline

/// How the points that members hold move through the months of a horizon, tied to the daily series.
///
/// Openings and closings are read from the daily outstanding series, movements from the ledger's
/// transfers; the two are kept apart while lives are simulated, so the residual is a real check.
public struct PointsRollForward: Sendable, Equatable {
  /// One month, or several in a row.
  public struct Line: Sendable, Equatable {
    /// The month; the first one of several.
    public let month: Month
    /// Points held before the month.
    public let opening: Int64
    /// Points issued, pending ones included.
    public let issued: Int64
    /// Points spent, less those given back.
    public let redeemed: Int64
    /// Points expired.
    public let expired: Int64
    /// Points taken back with returned orders.
    public let clawedBack: Int64
    /// Corrections; positive where members gained points.
    public let adjusted: Int64
    /// Points held at the month's end, or at the horizon's if that comes first.
    public let closing: Int64

    /// Opening + issued − redeemed − expired − clawed back + adjusted − closing: zero when tied.
    public var residual: Int64 {
      opening + issued - redeemed - expired - clawedBack + adjusted - closing
    }
  }

  /// The months, from the horizon's first.
  public let months: [Line]

  /// The roll-forward of an arm.
  public init(_ tally: ArmTally) {
    let layout = tally.layout
    let series = tally.series(.pointsOutstanding)
    var opening = tally.movementTotal(.issued, month: -1)
    for column in MovementColumn.allCases where column != .issued {
      opening += tally.movementTotal(column, month: -1)
    }
    var months: [Line] = []
    for position in 0..<layout.monthCount {
      let month = layout.horizon.months.lowerBound.advanced(by: position)
      let lastDay = min(month.lastDay, layout.horizon.lastDay)
      let line = Line(
        month: month, opening: opening, tally: tally, position: position,
        closing: series[layout.horizon.firstDay.distance(to: lastDay)])
      months.append(line)
      opening = line.closing
    }
    self.months = months
  }

  /// All months as one line.
  public var total: Line {
    let first = months[0]
    return Line(
      month: first.month, opening: first.opening, issued: sum(\.issued),
      redeemed: sum(\.redeemed), expired: sum(\.expired), clawedBack: sum(\.clawedBack),
      adjusted: sum(\.adjusted), closing: months[months.count - 1].closing)
  }

  /// Whether every month ties to the daily series to the last point.
  public var isTied: Bool { months.allSatisfy { $0.residual == 0 } }

  private func sum(_ value: KeyPath<Line, Int64>) -> Int64 {
    months.reduce(0) { $0 + $1[keyPath: value] }
  }
}

extension PointsRollForward.Line {
  fileprivate init(
    month: Month, opening: Int64, tally: ArmTally, position: Int, closing: Int64
  ) {
    self.init(
      month: month, opening: opening, issued: tally.movementTotal(.issued, month: position),
      redeemed: -tally.movementTotal(.redeemed, month: position),
      expired: -tally.movementTotal(.expired, month: position),
      clawedBack: -tally.movementTotal(.clawedBack, month: position),
      adjusted: tally.movementTotal(.adjusted, month: position), closing: closing)
  }
}

extension ArmTally {
  /// A movement of all vintages in a month, signed as members see it.
  fileprivate func movementTotal(_ column: MovementColumn, month: Int) -> Int64 {
    (0..<layout.vintageCount).reduce(0) { $0 + movement(column, month: month, vintage: $1) }
  }
}
