import Timeline

extension Evidence.Tracking {
  /// Adds up by week what customers bought, and what models expect of them from their first days.
  init(_ summary: OrderSummary, _ predictors: [TimingPredictor]) {
    let days = summary.days.all
    let start = days.first?.day ?? summary.windowEnd
    let span = start.distance(to: summary.lastDay) + 1
    let weeks = max(1, span / 7)
    var actual = Array(repeating: 0.0, count: weeks)
    for (index, day) in days.enumerated() where index / 7 < weeks {
      actual[index / 7] += Double(day.repeats)
    }
    self.start = start
    windowWeeks = min(weeks, (start.distance(to: summary.windowEnd) + 1) / 7)
    self.actual = actual
    let firsts = days.map { Double($0.firsts) }
    expected = predictors.map { Self.weekly($0, firsts, weeks) }
  }

  /// The repeats of each week: those expected by its end less those by its beginning.
  private static func weekly(
    _ predictor: TimingPredictor, _ firsts: [Double], _ weeks: Int
  ) -> [Double] {
    let byDay = Chunks.map(weeks * 7, size: 32) { range in
      range.map { predictor.expected(weeks: Double($0) / 7) }
    }.flatMap(\.self)
    let comers = firsts.enumerated().filter { $0.element > 0 }
    let byWeekEnd = (1...weeks).map { week in
      comers.reduce(0.0) { sum, comer in
        let age = week * 7 - 1 - comer.offset
        return age > 0 ? sum + comer.element * byDay[age] : sum
      }
    }
    return byWeekEnd.indices.map { $0 == 0 ? byWeekEnd[0] : byWeekEnd[$0] - byWeekEnd[$0 - 1] }
  }
}
