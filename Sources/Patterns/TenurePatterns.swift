internal import Calibration
internal import CommunitySimulation
internal import PortableMath

// What tells customers apart over time: tenure, spend, rhythm. And what one merchant cannot show.
extension Pattern {
  static let retention = Pattern(
    "P10", "base", "retention rises with tenure though nobody's own churn changes",
    source: "Fader & Hardie 2007; sBG(0.668, 3.806)", role: .docked,
    needs: [.dropoutHeterogeneity],
    conditions: [
      PatternCondition("share that stays for twelve renewals", 0.36, 0.42),
      PatternCondition("least rise of retention over renewals 3, 6, 9 and 12", 0),
    ]
  ) { run in
    let counts = run.arm("control").lives.map(\.count)
    func survivors(_ renewal: Int) -> Double { Double(counts.count { $0 >= renewal }) }
    let rates = [3, 6, 9, 12].map { survivors($0) / survivors($0 - 1) }
    return [survivors(12) / Double(counts.count), Moments.leastFall(rates.reversed())]
  }

  static let spendAndFrequency = Pattern(
    "P11", "base", "spend hardly goes with frequency",
    source: "computed from CDNOW; Gamma-Gamma (6.25, 3.74, 15.44), Fader & Hardie 2013",
    role: .docked,
    conditions: [
      PatternCondition("correlation of repeats and mean spend among repeaters", -0.2, 0.2),
      PatternCondition("mean spend on an order, major units", 31, 39),
    ]
  ) { run in
    let cohort = CohortView(run.arm("control"), isStaggered: false)
    let repeaters = cohort.customers.filter { $0.count(by: 39) > 0 }
    let spends = repeaters.map { Moments.mean($0.amounts.prefix($0.count(by: 39))) }
    let counts = repeaters.map { Double($0.count(by: 39)) }
    return [Moments.correlation(counts, spends), Moments.mean(spends) / 100]
  }

  static let tenureAndProfit = Pattern(
    "P15", "base", "loyal is not the same as profitable",
    source: "Reinartz & Kumar 2002, HBR", role: .heldOut, needs: population,
    conditions: [PatternCondition("correlation of tenure and profit", 0.1, 0.5)]
  ) { run in
    // Profit goes with what was spent: one margin holds for all.
    let buyers = CohortView(run.arm("control"), isStaggered: false).customers.filter {
      !$0.repeats.isEmpty
    }
    let tenures = buyers.map { $0.repeats.last ?? 0 }
    return [Moments.correlation(tenures, buyers.map { $0.amounts.reduce(0, +) })]
  }

  static let penetration = Pattern(
    "P13", "base", "penetration of a new brand and how loyal its buyers are",
    source: "Ehrenberg 1991, IJMR 33(4)", role: .notModeled,
    reasonOfFailure: "It needs several stores, and the sandbox has one merchant.")

  static let doubleJeopardy = Pattern(
    "P14", "base", "double jeopardy", source: "Ehrenberg, Uncles & Goodhardt 2004",
    role: .notModeled,
    reasonOfFailure: "It needs several stores, and the sandbox has one merchant.")

  static let regularity = Pattern(
    "P12", "base", "habits are regular, discretionary purchases are not",
    source: "computed; BTYDplus vignette (Platzer 2016)", role: .docked, needs: [.regularity],
    conditions: [
      PatternCondition("stages that fit habitual buyers best", 2, 2),
      PatternCondition("stages that fit discretionary buyers best", 1, 1),
    ]
  ) { run in
    [likeliestStages(run, segment: 0), likeliestStages(run, segment: 1)]
  }

  /// The k, of 1 to 4, at which MBG/CNBD-k makes a segment's purchases likeliest.
  private static func likeliestStages(_ run: SituationRun, segment: Int) -> Double {
    let weeks = Double(run.days) / 7
    var logGapSum = 0.0
    var histories: [BuyingHistory] = []
    for log in run.arm("control") {
      for (person, orders) in log.ordersByPerson.enumerated()
      where log.people[person].segment == segment {
        let times = orders.map { $0.day / 7 }.filter { $0 > 0 }
        for (before, after) in zip([0] + times, times) where after > before {
          logGapSum += PortableMath.log(after - before)
        }
        histories.append(
          BuyingHistory(
            repeats: times.count, lastWeeks: times.last ?? 0, lengthWeeks: weeks))
      }
    }
    let table = HistoryTable(histories, logGapSum: logGapSum)
    let likelihoods = (1...4).map { stages in
      (try? TimingFitter.fit(.mbgCNBD(stages: stages), to: table).logLikelihood) ?? -.infinity
    }
    let best = likelihoods.indices.max { likelihoods[$0] < likelihoods[$1] } ?? 0
    return Double(best + 1)
  }
}
