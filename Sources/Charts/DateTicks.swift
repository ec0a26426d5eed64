/// The days that a date axis names.
struct DateTicks: Equatable {
  /// One named day.
  struct Tick: Equatable {
    /// Days after the first day of the chart.
    let day: Int
    /// The month's name, or month and day when ticks are days apart.
    let label: String
    /// The year, on the first tick and wherever it changes.
    let year: String?
  }

  let ticks: [Tick]

  /// Chooses months (1, 2, 3, 6 or whole years apart) or, within about two months, days.
  init(start: ChartDate, days: Int, words: ChartWords, atMost count: Int = 12) {
    let candidates = DateTicks.monthStarts(start: start, days: days)
    let chosen =
      candidates.count >= 3
      ? DateTicks.thinned(candidates, atMost: count)
      : DateTicks.dayStarts(start: start, days: days, atMost: min(max(count * 3 / 5, 2), 8))
    let isDaily = candidates.count < 3
    var year: Int?
    var ticks: [Tick] = []
    for (offset, date) in chosen {
      let month = words.months[date.month - 1]
      ticks.append(
        Tick(
          day: offset,
          label: isDaily ? "\(month)\(words.beforeDay)\(date.day)\(words.afterDay)" : month,
          year: date.year == year ? nil : "\(date.year)"))
      year = date.year
    }
    self.ticks = ticks
  }

  private static func monthStarts(start: ChartDate, days: Int) -> [(Int, ChartDate)] {
    var found: [(Int, ChartDate)] = []
    var date = start
    var offset = 0
    if date.day > 1 {
      offset = ChartDate.days(inMonth: date.month, of: date.year) - date.day + 1
      date = date.adding(days: offset)
    }
    while offset < days {
      found.append((offset, date))
      let length = ChartDate.days(inMonth: date.month, of: date.year)
      offset += length
      date = date.adding(days: length)
    }
    return found
  }

  private static func thinned(
    _ months: [(Int, ChartDate)], atMost count: Int
  ) -> [(Int, ChartDate)] {
    for step in [1, 2, 3, 6, 12, 24, 60, 120] {
      let kept = months.filter { ($0.1.year * 12 + $0.1.month - 1).isMultiple(of: step) }
      if kept.count <= count { return kept }
    }
    return []
  }

  private static func dayStarts(
    start: ChartDate, days: Int, atMost count: Int
  ) -> [(Int, ChartDate)] {
    let step = [1, 2, 7, 14].first { (days - 1) / $0 < count } ?? 14
    return stride(from: 0, to: days, by: step).map { ($0, start.adding(days: $0)) }
  }
}
