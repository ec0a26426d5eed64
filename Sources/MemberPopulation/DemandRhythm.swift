public import Timeline

/// When in the week and in the year people buy: how many times faster than on average their needs
/// come on such a day.
///
/// The factors of the days of the week, and those of the months weighted by their days, are divided
/// by their mean, so that rates stay those of a mean day: a rhythm moves purchases and makes none.
public struct DemandRhythm: Sendable, Hashable {
  /// For Monday to Sunday; none where all days are alike.
  public let weekdays: [Double]
  /// For January to December; none where all months are alike.
  public let months: [Double]

  /// Every day is like any other.
  public static let even = DemandRhythm(weekdays: [], months: [])

  /// Creates a rhythm.
  ///
  /// - Parameters:
  ///   - weekdays: Seven factors from 0 up, not all 0, or none.
  ///   - months: Twelve such factors, or none.
  public init(weekdays: [Double] = [], months: [Double] = []) {
    precondition(weekdays.isEmpty || weekdays.count == 7, "a week has seven days")
    precondition(months.isEmpty || months.count == 12, "a year has twelve months")
    self.weekdays = weekdays
    self.months = months
  }

  /// Whether every day is like any other.
  public var isEven: Bool { weekdays.isEmpty && months.isEmpty }

  /// How many times faster than on average needs come on a day.
  public func factor(on day: Day) -> Double {
    let weekday = weekdays.isEmpty ? 1 : weekdays[day.isoWeekday - 1] / meanOfWeekdays
    let month = months.isEmpty ? 1 : months[Month(day).monthOfYear - 1] / meanOfMonths
    return weekday * month
  }

  private var meanOfWeekdays: Double { weekdays.reduce(0, +) / 7 }

  /// Over the days of a year that is no leap year.
  private var meanOfMonths: Double {
    let days: [Double] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return zip(months, days).reduce(0) { $0 + $1.0 * $1.1 } / 365
  }
}
