internal import CommunitySimulation

// What customers do without any incentive.
extension Pattern {
  static let base: [Pattern] = [
    repeatCounts, holdout, weeklyRepeats, recencyResponse, frequencyLift, concentration,
    retention, spendAndFrequency, regularity, penetration, doubleJeopardy, tenureAndProfit,
  ]

  /// Customers of the CDNOW sample.
  private static let sampleSize = 2_357.0
  private static let cdnow =
    "CDNOW 1/10 sample, 2,357 customers, as simulated from the published fits"
  static let population: [Mechanism] = [.dropout, .rateHeterogeneity]

  private static let repeatCounts = Pattern(
    "P1", "base", "repeat counts of the CDNOW sample after 39 weeks", source: cdnow,
    role: .docked, needs: population,
    conditions: [
      PatternCondition("customers without a repeat", 1365, 1456),
      PatternCondition("repeat purchases", 2295, 2721),
    ]
  ) { run in
    let cohort = CohortView(run.arm("control"), isStaggered: true)
    let zeros = cohort.customers.count { $0.count(by: 39) == 0 }
    return [
      cohort.scaled(Double(zeros), to: sampleSize),
      cohort.scaled(cohort.repeats(by: 39), to: sampleSize),
    ]
  }

  private static let holdout = Pattern(
    "P2", "base", "repeat purchases of the sample in weeks 40–78, by how many customers",
    source: cdnow, role: .docked, needs: population,
    conditions: [
      PatternCondition("repeat purchases in the holdout", 1483, 1870),
      PatternCondition("customers who bought in it", 571, 653),
    ]
  ) { run in
    let cohort = CohortView(run.arm("control"), isStaggered: true)
    let active = cohort.customers.count { $0.count(by: 78) > $0.count(by: 39) }
    return [
      cohort.scaled(cohort.repeats(by: 78) - cohort.repeats(by: 39), to: sampleSize),
      cohort.scaled(Double(active), to: sampleSize),
    ]
  }

  /// Cumulative repeats of the sample, by week (BTYD, cdnowSummary).
  private static let trackedRepeats: [(week: Double, repeats: Double)] = [
    (52, 3183), (65, 3844), (78, 4339),
  ]

  private static let weeklyRepeats = Pattern(
    "P3", "base", "cumulative repeats of the sample by week", source: cdnow, role: .docked,
    needs: population,
    conditions: [
      PatternCondition("cumulative repeats in week 78", 4079, 4599),
      PatternCondition("least fall of quarterly increments after week 13", 0),
      PatternCondition("mean absolute error in weeks 52, 65 and 78, as a share", nil, 0.06),
    ]
  ) { run in
    let cohort = CohortView(run.arm("control"), isStaggered: true)
    func repeats(_ week: Double) -> Double {
      cohort.scaled(cohort.repeats(by: week), to: sampleSize)
    }
    let increments = [26.0, 39, 52, 65, 78].map { repeats($0) - repeats($0 - 13) }
    let errors = trackedRepeats.map { abs(repeats($0.week) / $0.repeats - 1) }
    return [repeats(78), Moments.leastFall(increments), Moments.mean(errors)]
  }

  private static let recencyResponse = Pattern(
    "P4", "base", "who bought lately buys again soon",
    source: "computed from CDNOW; \"recency trap\": Neslin et al. 2013, JAMS 41", role: .heldOut,
    needs: population,
    conditions: [
      PatternCondition("share buying within 13 weeks, last purchase 0–2 over 26–39 weeks ago", 5),
      PatternCondition("least fall of that share from one recency to the next", 0),
    ]
  ) { run in
    let cohort = CohortView(run.arm("control"), isStaggered: true)
    let bounds = [0.0, 2, 4, 8, 13, 26, 39]
    let shares = zip(bounds, bounds.dropFirst()).map { low, high in
      let group = cohort.customers.filter {
        $0.recency(at: 39) > low && $0.recency(at: 39) <= high
      }
      return Double(group.count { $0.count(by: 52) > $0.count(by: 39) }) / Double(group.count)
    }
    return [shares[0] / shares[5], Moments.leastFall(shares)]
  }

  private static let frequencyLift = Pattern(
    "P6", "base", "the best tenth by frequency and recency is far likelier to buy",
    source: "computed from CDNOW (3.4 times) and grocery purchases (3.5)", role: .heldOut,
    needs: [.rateHeterogeneity],
    conditions: [
      PatternCondition("share of the top tenth buying within 13 weeks, over everybody's", 2.5, 4.5)
    ]
  ) { run in
    let cohort = CohortView(run.arm("control"), isStaggered: true)
    let counts = cohort.customers.map { Double($0.count(by: 39)) }
    let recencies = cohort.customers.map { $0.recency(at: 39) }
    let (countMean, recencyMean) = (Moments.mean(counts), Moments.mean(recencies))
    let (countSpread, recencySpread) = (
      Moments.deviation(counts), Moments.deviation(recencies)
    )
    let ranked = cohort.customers.indices.sorted { left, right in
      func score(_ index: Int) -> Double {
        (counts[index] - countMean) / countSpread
          - (recencies[index] - recencyMean) / recencySpread
      }
      return (score(right), left) < (score(left), right)
    }
    // Of the sample itself, ranked so after 39 weeks, the top tenth is 3.6 times as likely to buy in
    // the next 13; its purchases are 4.7 to 5 times the mean.
    let later = cohort.customers.map { $0.count(by: 52) > $0.count(by: 39) ? 1.0 : 0 }
    let top = ranked.prefix(ranked.count / 10).map { later[$0] }
    return [Moments.mean(top) / Moments.mean(later)]
  }

  private static let concentration = Pattern(
    "P8", "base", "a fifth of the buyers spends most of the money, more in a longer window",
    source: "McCarthy & Winer 2018; Sharp, Romaniuk & Graham 2019; Kim, Singh & Winer 2017",
    role: .heldOut, needs: [.rateHeterogeneity],
    conditions: [
      PatternCondition("share of spend of the top fifth of buyers in 78 weeks", 0.55, 0.75),
      PatternCondition("that share less the same in 39 weeks", 0),
    ]
  ) { run in
    let cohort = CohortView(run.arm("control"), isStaggered: false)
    func share(by week: Double) -> Double {
      let spends = cohort.customers.map { customer in
        customer.amounts.prefix(customer.count(by: week)).reduce(0, +)
      }
      return Moments.shareOfTop(0.2, spends.filter { $0 > 0 })
    }
    return [share(by: 78), share(by: 78) - share(by: 39)]
  }
}
