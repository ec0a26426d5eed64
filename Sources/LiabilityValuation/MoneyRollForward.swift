public import Quantities
public import Timeline

/// A points roll-forward in money at face value, tied to the minor unit.
///
/// Every amount is its points × face, rounded half up. Where a point is not worth whole minor units
/// the rounded movements miss the rounded closing by a few units: a line of its own says by how much.
public struct MoneyRollForward: Sendable, Equatable {
  /// One month, or several in a row.
  public struct Line: Sendable, Equatable {
    /// The month; the first one of several.
    public let month: Month
    /// Face value of the points held before the month.
    public let opening: Money
    /// Face value of points issued.
    public let issued: Money
    /// Face value of points spent.
    public let redeemed: Money
    /// Face value of points expired.
    public let expired: Money
    /// Face value of points taken back.
    public let clawedBack: Money
    /// Face value of corrections; positive where members gained points.
    public let adjusted: Money
    /// What rounding each amount to minor units leaves over.
    public let rounding: Money
    /// Face value of the points held at the end.
    public let closing: Money

    /// All lines added up less the closing: zero when the points tie.
    public var residual: Money {
      opening + issued - redeemed - expired - clawedBack + adjusted + rounding - closing
    }
  }

  /// The months, from the horizon's first.
  public let months: [Line]
  /// All months as one line, valued from its points, not added up from rounded months.
  public let total: Line

  /// Values a roll-forward; `face` is minor units for one point.
  public init(_ points: PointsRollForward, face: Rate) {
    months = points.months.map { Line($0, face: face) }
    total = Line(points.total, face: face)
  }

  /// Whether every month ties to the minor unit.
  public var isTied: Bool { months.allSatisfy { $0.residual == .zero } }
}

extension MoneyRollForward.Line {
  fileprivate init(_ points: PointsRollForward.Line, face: Rate) {
    func value(_ count: Int64) -> Money { Money(minor: face.of(count, rounding: .halfUp)) }
    month = points.month
    opening = value(points.opening)
    issued = value(points.issued)
    redeemed = value(points.redeemed)
    expired = value(points.expired)
    clawedBack = value(points.clawedBack)
    adjusted = value(points.adjusted)
    closing = value(points.closing)
    let moved = opening + issued - redeemed - expired - clawedBack + adjusted
    rounding = closing + value(points.residual) - moved
  }
}
