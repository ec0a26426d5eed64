internal import CommunitySimulation
internal import MemberBehavior

// Stamps, points and goals: pressure on the way, and what comes after.
extension Pattern {
  static let goals: [Pattern] = [
    goalGradient, endowedProgress, postRewardReset, pointsPressure, heavyBuyers, synergy,
    selfSelection, yearlyLift, stretchGoal,
  ]

  private static let goalGradient = Pattern(
    "P16", "goal", "the gap between stamps shortens along the card",
    source: "Kivetz, Urminsky & Zheng 2006, JMR 43:39–58", role: .calibrated,
    needs: [.submodel(.reward)],
    conditions: [
      PatternCondition("last gap on a card of ten over the first", 0.7, 0.9),
      PatternCondition("the same orders without a card", 0.95, 1.2),
    ]
  ) { run in
    // Persons who filled the first card; without a card, those who ordered ten times.
    func ratio(_ lives: [[LoggedOrder]]) -> Double {
      let gaps = lives.filter { $0.count >= 10 }.map { Array($0.prefix(10)).gaps }
      return Moments.mean(gaps.map { $0[8] }) / Moments.mean(gaps.map { $0[0] })
    }
    let pairs = run.paired("card", "control")
    return [ratio(pairs.map(\.left)), ratio(pairs.map(\.right))]
  }

  private static let endowedProgress = Pattern(
    "P18", "goal", "two stamps given make a card of ten fuller than one of eight",
    source: "Nunes & Drèze 2006, JCR 32:504–512", role: .heldOut, needs: [.submodel(.reward)],
    conditions: [PatternCondition("share of filled cards, ten with two over eight", 1.3, 2.3)],
    reasonOfFailure: """
      About a fifth fill the card of eight, as in the field; but the two stamps given make the reward a \
      fifth nearer at a start where the pull is weakest, (2 ÷ 10)² of that of a full card, and nobody is \
      bound by having begun.
      """
  ) { run in
    func filled(_ arm: String) -> Double {
      let lives = run.arm(arm).livesInHorizon
      let count = lives.count { life in life.contains { $0.rewardCount > 0 } }
      return Double(count) / Double(lives.count)
    }
    return [filled("ten-with-two") / filled("eight")]
  }

  private static let postRewardReset = Pattern(
    "P19", "goal", "after the reward the gap is long again, but not as long as at first",
    source: "Kivetz, Urminsky & Zheng 2006; Nunes & Drèze 2010, ACR 37:77–80", role: .heldOut,
    needs: [.submodel(.reward), .submodel(.rewardFeeling)],
    conditions: [
      PatternCondition("gap after the reward less the last before it, in days", 0),
      PatternCondition("first gap of the first card less that after the reward, in days", 0),
    ]
  ) { run in
    // The same persons throughout: those who filled a card and came again.
    let lives = run.arm("card").livesInHorizon.map(\.cards).filter {
      $0.count > 1 && $0[0].count >= 2 && !$0[1].isEmpty
    }
    let before = lives.map { $0[0].gaps[$0[0].count - 2] }
    let first = lives.map { $0[0].gaps[0] }
    let after = lives.map { $0[1][0].day - $0[0][$0[0].count - 1].day }
    return [
      Moments.mean(after) - Moments.mean(before), Moments.mean(first) - Moments.mean(after),
    ]
  }

  private static let pointsPressure = Pattern(
    "P20", "goal", "pressure before the reward, a smaller lift after it",
    source: "Taylor & Neslin 2005, J. Retailing 81:293–305 (sizes not verified)", role: .heldOut,
    needs: [.submodel(.reward), .submodel(.rewardFeeling), .submodel(.rewardWorth)],
    conditions: [
      PatternCondition("lift in the eight weeks of the program", 0.01, 0.15),
      PatternCondition("lift in the four weeks after a reward", 0),
      PatternCondition("the first less the second", 0),
    ],
    reasonOfFailure: """
      Who is rewarded responds more than most, and the card begins again at once: their lift after a \
      reward is as large as everybody's on the way to it.
      """
  ) { run in
    let pairs = run.paired("program", "control")
    let pressure = pairs.within(0, 56).lift
    let rewarded = pairs.flatMap { pair -> [PairedLives] in
      guard let reward = pair.left.first(where: { $0.rewardCount > 0 }) else { return [] }
      // From the moment after the order that brought the reward.
      return [pair].within(reward.day + 1e-6, reward.day + 28)
    }
    let after = rewarded.lift
    return [pressure, after, pressure - after]
  }

  private static let heavyBuyers = Pattern(
    "P21", "goal", "heavy buyers take most rewards and feel the goal least",
    source: "Hartmann & Viard 2008, QME 6:109–137", role: .heldOut,
    needs: [.submodel(.responseDecline)],
    conditions: [
      PatternCondition("share of rewards that the heaviest third takes", 0.7, 0.95),
      PatternCondition("shortening of gaps along a card, lightest third less heaviest", 0),
    ]
  ) { run in
    let rates = run.arm("card").flatMap { $0.people.map(\.needsPerWeek) }
    let order = rates.indices.sorted { (rates[$0], $0) < (rates[$1], $1) }
    let lives = run.arm("card").livesInHorizon
    let third = lives.count / 3
    func rewards(_ people: some Sequence<Int>) -> Double {
      people.reduce(0) { $0 + lives[$1].reduce(0) { $0 + Double($1.rewardCount) } }
    }
    // Of those who filled their first card: its last three gaps against its first three.
    func shortening(_ people: some Sequence<Int>) -> Double {
      let gaps = people.filter { lives[$0].count >= 10 }.map { Array(lives[$0].prefix(10)).gaps }
      let early = Moments.mean(gaps.map { Moments.mean($0[0..<3]) })
      return 1 - Moments.mean(gaps.map { Moments.mean($0[6..<9]) }) / early
    }
    return [
      rewards(order.suffix(third)) / rewards(order),
      shortening(order.prefix(third)) - shortening(order.suffix(third)),
    ]
  }

  private static let synergy = Pattern(
    "P22", "goal", "reward and tier together lift no less than either",
    source: "Kopalle, Sun, Neslin, Sun & Swaminathan 2012, Marketing Science", role: .heldOut,
    needs: [.submodel(.reward), .submodel(.tier)],
    conditions: [
      PatternCondition("joint lift over the greater of the single ones", 1),
      PatternCondition("joint lift over the sum of the single ones", nil, 1.2),
      PatternCondition("lift of the tiers alone", 0.0001),
      PatternCondition("lift of the rewards alone", 0.0001),
    ]
  ) { run in
    let joint = run.lift(of: "both", over: "control")
    let reward = run.lift(of: "rewards", over: "control")
    let tier = run.lift(of: "tiers", over: "control")
    return [joint / max(reward, tier), joint / (reward + tier), tier, reward]
  }

  private static let yearlyLift = Pattern(
    "P25", "goal", "a loyalty program raises yearly purchases of many members",
    source: "Lewis 2004, JMR 41:281–292", role: .heldOut, needs: [.submodel(.points)],
    conditions: [
      PatternCondition("lift of a year's orders", 0.0001),
      PatternCondition("share of members with more orders", 0.05),
    ]
  ) { run in
    let pairs = run.paired("program", "control")
    let more = pairs.count { $0.left.count > $0.right.count }
    return [pairs.lift, Double(more) / Double(pairs.count)]
  }
}
