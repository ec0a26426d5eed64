internal import CommunitySimulation
internal import MemberBehavior

// What members do with points.
extension Pattern {
  static let points: [Pattern] = [
    hoarding, breakage, expiryOption, pointsAndCash, birthdays, programEffect,
  ]

  private static let hoarding = Pattern(
    "P29", "points", "members hoard points without economic reason, unequally",
    source: "Stourm, Bradlow & Fader 2015, JMR 52:253–267", role: .heldOut,
    needs: [.submodel(.redemption)],
    conditions: [
      PatternCondition("mean balance over what a mean trip earns", 1),
      PatternCondition("coefficient of variation of balances", 0.5),
      PatternCondition("points spent over points issued", 0.2),
    ]
  ) { run in
    let logs = run.arm("program")
    let balances = logs.flatMap { $0.balances.map(Double.init) }
    let issued = Double(logs.reduce(0) { $0 + $1.issuedPoints })
    let spent = Double(logs.reduce(0) { $0 + $1.spentPoints })
    let mean = Moments.mean(balances)
    return [
      mean / (issued / logs.orderCount()), Moments.deviation(balances) / mean, spent / issued,
    ]
  }

  private static let breakage = Pattern(
    "P30", "points", "a fifth to nearly half of all points is never spent",
    source: "Colloquy / Swift Exchange 2011", role: .calibrated, needs: [.submodel(.redemption)],
    conditions: [PatternCondition("points expired over points expired or spent", 0.2, 0.45)]
  ) { run in
    let logs = run.arm("program")
    let spent = Double(logs.reduce(0) { $0 + $1.spentPoints })
    let expired = Double(logs.reduce(0) { $0 + $1.expiredPoints })
    return [expired / (expired + spent)]
  }

  private static let expiryOption = Pattern(
    "P31", "points", "expiry raises purchases of flexible members only",
    source: "Breugelmans & Liu-Thompkins 2017, Marketing Letters 28:537–550", role: .option,
    needs: [.submodel(.urgency)],
    conditions: [
      PatternCondition("lift of expiry among flexible members", 0.0001),
      PatternCondition("lift among the others", nil, 0),
    ]
  ) { run in
    let segments = run.arm("expiring").flatMap { $0.people.map(\.segment) }
    let pairs = run.paired("expiring", "lasting")
    func lift(_ segment: Int) -> Double {
      zip(segments, pairs).filter { $0.0 == segment }.map(\.1).lift
    }
    return [lift(0), lift(1)]
  }

  private static let pointsAndCash = Pattern(
    "P32", "points", "points that pay in small steps are spent more, and members buy less after it",
    source: "Montoya & Flores 2019, Marketing Letters 30:107–118", role: .heldOut,
    needs: [.submodel(.reward), .submodel(.redemption), .submodel(.rewardWorth)],
    conditions: [
      PatternCondition("orders on which points are spent, small steps over large ones", 1.0001),
      PatternCondition("lift of the orders after the first redemption", nil, -0.0001),
    ],
    reasonOfFailure: """
      A small step is nearer than a large one, so the pull of the next reward is stronger after a \
      redemption, not weaker.
      """
  ) { run in
    func redemptions(_ arm: String) -> Double {
      Double(run.arm(arm).reduce(0) { $0 + $1.orders.count { $0.spentPoints > 0 } })
    }
    let after = run.paired("small-steps", "large-steps").flatMap { pair in
      guard let first = pair.left.first(where: { $0.spentPoints > 0 }) else {
        return [PairedLives]()
      }
      return [pair].within(first.day + 1e-6, first.day + 90)
    }
    return [redemptions("small-steps") / redemptions("large-steps"), after.lift]
  }

  private static let birthdays = Pattern(
    "P33", "points", "birthday points change no lifetime value",
    source: "Nishio & Hoshino 2024, JRCS", role: .heldOut,
    conditions: [
      PatternCondition(
        "difference of a year's sales over its unpaired standard error, 5,000 a group", -1.96, 1.96)
    ]
  ) { run in
    // As a field study sees it: two groups of other people, as large as the study's.
    func sales(_ arm: String) -> [Double] {
      run.arm(arm).livesInHorizon.map { $0.reduce(0) { $0 + Double($1.listMinor) } }
    }
    let (with, without) = (sales("birthday"), sales("control"))
    let variance = [with, without].reduce(0) {
      $0 + Moments.deviation($1) * Moments.deviation($1)
    }
    return [
      (Moments.mean(with) - Moments.mean(without)) / (variance / 5_000).squareRoot()
    ]
  }

  private static let programEffect = Pattern(
    "P57", "meta", "the default program's effect is positive and small",
    source: "Belli et al. 2022, JAMS 50:147–173 (429 effect sizes)", role: .heldOut,
    needs: [.submodel(.points), .submodel(.rewardWorth)],
    conditions: [PatternCondition("lift of a year's orders", 0.0001, 0.1)],
    reasonOfFailure: """
      The effect is positive but above a tenth: a reward of ¥1 that is at hand pulls as much as a \
      large one, because the pull of a reward looks at how near it is and not at what it is worth.
      """
  ) { run in [run.lift(of: "program", over: "control")] }
}
