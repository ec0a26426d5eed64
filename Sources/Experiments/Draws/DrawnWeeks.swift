internal import Measurement

/// (c) of what is followed week by week, for every arm, over draws of the parameters.
struct DrawnWeeks: Sendable, Hashable {
  /// By arm and quantity, one a week.
  private let spreads: [[[ParameterSpread?]]]

  /// Puts the weeks of all draws together.
  ///
  /// - Parameters:
  ///   - draws: Of each draw the arms, of each arm one series a quantity.
  ///   - replications: Of each draw: (a) of a week is (b) ÷ √replications.
  init(_ draws: [[[[WeekSeries.Week?]]]], replications: Int) {
    guard let first = draws.first else {
      spreads = []
      return
    }
    let noisePerSpread = 1 / Double(replications).squareRoot()
    spreads = first.indices.map { arm in
      first[arm].indices.map { quantity in
        first[arm][quantity].indices.map { week in
          let drawn = draws.compactMap { $0[arm][quantity][week] }
          return ParameterSpread(
            values: drawn.map(\.value),
            noises: drawn.compactMap { $0.outcomeSpread.map { $0 * noisePerSpread } })
        }
      }
    }
  }

  /// (c) of an arm's quantity in a week; nothing where it is not known.
  func spread(_ quantity: WeekSeries.Quantity, arm: Int, week: Int) -> ParameterSpread? {
    guard let place = WeekSeries.Quantity.allCases.firstIndex(of: quantity),
      spreads.indices.contains(arm), spreads[arm][place].indices.contains(week)
    else { return nil }
    return spreads[arm][place][week]
  }

  /// One draw's weeks, by arm and quantity.
  static func weeks(of outcome: RunOutcome, replications: Int) -> [[[WeekSeries.Week?]]] {
    outcome.tally.arms.indices.map { arm in
      WeekSeries.Quantity.allCases.map {
        WeekSeries(
          $0, outcome.tally, arm: arm, replications: replications, apart: outcome.replications
        ).weeks
      }
    }
  }
}
