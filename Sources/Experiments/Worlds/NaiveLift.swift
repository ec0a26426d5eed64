public import Measurement
internal import Timeline

/// What somebody without the other world would take for the effect of an arm, beside the real one.
///
/// All are rates of orders; sums are over all replications. A naive reading credits the scheme with
/// the season, with who joins and with the customers' own lives.
public struct NaiveLift: Sendable, Hashable {
  /// Orders per member of the first day, before and after: nothing without a history.
  public let before, after: Double?
  /// Days on each side.
  public let comparedDays: Int
  /// Orders per person and year of members, and of those who are none; nothing where there are none.
  public let membersPerYear, othersPerYear: Double?
  /// Orders of the arm ÷ orders of control − 1: what the scheme did.
  public let causal: Double?

  /// After ÷ before − 1.
  public var beforeAfter: Double? { Self.lift(after, before) }
  /// Members ÷ others − 1.
  public var memberOther: Double? { Self.lift(membersPerYear, othersPerYear) }

  /// Reads an arm of a tally.
  ///
  /// - Parameters:
  ///   - historyDays: Days simulated before the horizon.
  ///   - persons: Members, prospects and arrivals of one population.
  public init(
    _ tally: Tally, arm: Int, historyDays: Int, persons: Int, replications: Int
  ) {
    let totals = tally.arms[arm]
    let members = Double(totals[.enrolledAtStart])
    let dayCount = tally.layout.horizon.dayCount
    comparedDays = min(historyDays, dayCount)
    if historyDays > 0, members > 0 {
      before = Double(totals[.ordersBefore]) / members
      after = Double(totals[.ordersAfter]) / members
    } else {
      (before, after) = (nil, nil)
    }
    var held = totals[.membersAtStart]
    var memberDays: Int64 = 0
    for joined in totals.series(.joined) {
      held += joined
      memberDays += held
    }
    let otherDays = Int64(persons * replications * dayCount) - memberDays
    membersPerYear =
      memberDays > 0 ? Double(totals[.memberOrders]) / Double(memberDays) * 365 : nil
    othersPerYear =
      otherDays > 0
      ? Double(totals[.orders] - totals[.memberOrders]) / Double(otherDays) * 365 : nil
    causal = Self.lift(Double(totals[.orders]), Double(tally.arms[0][.orders]))
  }

  private static func lift(_ value: Double?, _ base: Double?) -> Double? {
    guard let value, let base, base > 0 else { return nil }
    return value / base - 1
  }
}
