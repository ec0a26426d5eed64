import Testing

@testable import Experiments

/// (c) of a week, by hand.
@Suite struct DrawnWeeksTests {
  private static func draw(_ value: Double?, _ spread: Double?) -> [[[WeekSeries.Week?]]] {
    let week = value.map { WeekSeries.Week(value: $0, outcomeSpread: spread) }
    return [WeekSeries.Quantity.allCases.map { $0 == .orders ? [nil, week] : [nil, nil] }]
  }

  // Orders of 10 and 14 have a variance of 2² + 2² = 8; a population's spread of 6 over 4
  // replications is a noise of 3, whose square is 9 less: nothing is left. One of 2 is a noise of 1.
  @Test func `what draws differ in beyond their noise is (c)`() throws {
    func spread(_ ofPopulation: Double) throws -> Double {
      let weeks = DrawnWeeks(
        [Self.draw(10, ofPopulation), Self.draw(14, ofPopulation)], replications: 4)
      return try #require(weeks.spread(.orders, arm: 0, week: 1)).standardDeviation
    }
    #expect(try spread(2) == 7.0.squareRoot())
    #expect(try spread(6) == 0)
  }

  @Test func `a week without values, spreads or a second draw has no (c)`() {
    let pair = [Self.draw(10, 2), Self.draw(14, 2)]
    #expect(DrawnWeeks(pair, replications: 1).spread(.orders, arm: 0, week: 0) == nil)
    #expect(DrawnWeeks(pair, replications: 1).spread(.wear, arm: 0, week: 1) == nil)
    #expect(DrawnWeeks(pair, replications: 1).spread(.orders, arm: 1, week: 1) == nil)
    #expect(DrawnWeeks(pair, replications: 1).spread(.orders, arm: 0, week: 2) == nil)
    for draws in [[], [Self.draw(10, 2)], [Self.draw(10, nil), Self.draw(14, nil)]] {
      #expect(DrawnWeeks(draws, replications: 1).spread(.orders, arm: 0, week: 1) == nil)
    }
  }
}
