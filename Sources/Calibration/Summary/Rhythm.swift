public import MemberPopulation
import Timeline

/// When in the week and in the year customers buy, and how much they send back.
public struct Rhythm: Sendable, Hashable {
  /// For Monday to Sunday, purchases of such a day over those of a mean day; 1 is as many.
  public let weekdays: [Double]
  /// For January to December, repeat purchases over what the model expects; nothing for months
  /// that the file does not hold.
  public let months: [Double?]
  /// Refund rows as a share of order rows.
  public let refundShare: Double?
  /// The worth of refunds as a share of that of orders.
  public let refundedWorth: Double?

  /// Counts the days of a file.
  public init(_ summary: OrderSummary, _ tracking: Evidence.Tracking) {
    weekdays = Self.weekdays(summary.days)
    months = Self.months(summary.days, tracking)
    refundShare =
      summary.orderCount > 0 ? Double(summary.refundCount) / Double(summary.orderCount) : nil
    refundedWorth =
      summary.orderMinor > 0 ? Double(summary.refundMinor) / Double(summary.orderMinor) : nil
  }

  /// The rhythm as a population keeps it: months only if the file has all twelve.
  public var demand: DemandRhythm {
    let known = months.compactMap(\.self)
    return DemandRhythm(weekdays: weekdays, months: known.count == 12 ? known : [])
  }

  private static func weekdays(_ days: DayCounts) -> [Double] {
    var purchases = Array(repeating: 0.0, count: 7)
    var seen = purchases
    for day in days.all {
      purchases[day.day.isoWeekday - 1] += Double(day.firsts + day.repeats)
      seen[day.day.isoWeekday - 1] += 1
    }
    let mean = purchases.reduce(0, +) / max(1, seen.reduce(0, +))
    return zip(purchases, seen).map { $1 > 0 && mean > 0 ? $0 / $1 / mean : 1 }
  }

  /// By the month of each week's middle, the weeks of the window alone.
  private static func months(_ days: DayCounts, _ tracking: Evidence.Tracking) -> [Double?] {
    var actual = Array(repeating: 0.0, count: 12)
    var expected = actual
    for week in 0..<tracking.windowWeeks {
      let month = CivilDate(tracking.start.advanced(by: week * 7 + 3)).month - 1
      actual[month] += tracking.actual[week]
      expected[month] += tracking.expected[0][week]
    }
    return zip(actual, expected).map { $1 >= 1 ? $0 / $1 : nil }
  }
}
