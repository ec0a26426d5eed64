public import MemberPopulation
public import Timeline

/// Turns the even time of the customer-base models into that of a calendar with busy and quiet days.
///
/// Needs and impulses are drawn as if all days were alike; a busy day then holds more of that time than
/// a quiet one. So gaps keep their distribution in the models' own time (a time-changed renewal
/// process), and the numbers of a year stay what they were but for the ends of the horizon.
public struct DemandClock: Sendable {
  /// Minutes of the models' time in a week of mean days.
  private static let minutesPerWeek = 10_080.0

  private let firstMinute: Int32
  /// How many times faster than on average each day runs, day by day.
  private let factors: [Double]
  /// The models' minutes before each day and after the last.
  private let before: [Double]

  /// A clock over so many days; nothing where all of them are alike.
  public init?(_ rhythm: DemandRhythm, from firstDay: Day, dayCount: Int) {
    guard !rhythm.isEven else { return nil }
    firstMinute = firstDay.start.index
    factors = (0..<dayCount).map { rhythm.factor(on: firstDay.advanced(by: $0)) }
    var sum = 0.0
    var before = [0.0]
    before.reserveCapacity(dayCount + 1)
    for factor in factors {
      sum += factor * 1440
      before.append(sum)
    }
    self.before = before
  }

  /// The models' minutes at a minute of the calendar.
  public func modelMinutes(at minute: Int32) -> Double {
    let (day, rest) = Int(minute - firstMinute).quotientAndRemainder(dividingBy: 1440)
    guard day < factors.count else { return before[factors.count] }
    return before[day] + factors[day] * Double(rest)
  }

  /// The minute so many weeks of the models' time after another; nothing beyond the last day.
  ///
  /// - Parameter start: The models' minutes at that other minute.
  public func minute(_ weeks: Double, after start: Double) -> Int32? {
    let target = start + weeks * Self.minutesPerWeek
    guard target < before[factors.count] else { return nil }
    // The last day that begins at or before the target; days of factor 0 hold no time at all.
    var (low, high) = (0, factors.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if before[middle] <= target { low = middle } else { high = middle }
    }
    let minutes = (target - before[low]) / factors[low]
    return firstMinute + Int32(low) * 1440 + min(1439, Int32(minutes.rounded(.down)))
  }

  /// How many times faster than on average the day of a minute runs; 1 outside its days.
  public func factor(at minute: Int32) -> Double {
    let day = Int(minute - firstMinute) / 1440
    return factors.indices.contains(day) ? factors[day] : 1
  }
}
