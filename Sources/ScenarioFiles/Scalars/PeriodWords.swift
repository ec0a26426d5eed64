import Timeline

extension CalendarPeriod {
  /// The word for a period in `per WORD` and `in a WORD`.
  var word: String {
    switch self {
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .halfYear: "half-year"
    case .year: "year"
    }
  }

  /// The period of a word.
  init?(word: String) {
    guard let period = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = period
  }
}

extension String {
  /// The text before `per` and a period, and the period; nothing for a text without one.
  var splitAtPeriod: (amount: String, period: CalendarPeriod?) {
    guard let period = CalendarPeriod.allCases.first(where: { hasSuffix(" per " + $0.word) })
    else { return (self, nil) }
    return (String(dropLast(5 + period.word.count)).trimmed, period)
  }
}
