internal import CommunitySimulation
internal import MemberBehavior

// Goals that are reached or missed, and who joins.
extension Pattern {
  static let selfSelection = Pattern(
    "P24", "goal", "joiners bought more already; what joining changes erodes in months",
    source: "Meyer-Waarden (BehaviorScan panels)", role: .calibrated,
    needs: [.submodel(.joining), .submodel(.novelty), .submodel(.rewardWorth)],
    conditions: [
      PatternCondition("lift in the ninth to eleventh month after joining", -0.02, 0.02),
      PatternCondition("members' orders over non-members', less one, over the causal lift", 5),
      PatternCondition("lift of the first three months over that of the ninth to eleventh", 2),
    ]
  ) { run in
    var joined: [(day: Double, pair: PairedLives)] = []
    var strangers: [Double] = []
    for (with, without) in zip(run.arm("program"), run.arm("control")) {
      let joinings = with.joiningDays
      let (left, right) = (with.ordersByPerson, without.ordersByPerson)
      for person in left.indices {
        if let day = joinings[person] {
          joined.append((day, (left[person], right[person])))
        } else {
          strangers.append(Double(left[person].count))
        }
      }
    }
    func lift(months first: Double, _ last: Double) -> Double {
      joined.flatMap { life in
        [life.pair].within(life.day + 1e-6 + 30 * first, life.day + 30 * last)
      }.lift
    }
    let members = Moments.mean(joined.map { Double($0.pair.left.count) })
    let naive = members / Moments.mean(strangers) - 1
    let late = lift(months: 8, 11)
    return [late, naive / lift(months: 0, 11), lift(months: 0, 3) / late]
  }

  static let stretchGoal = Pattern(
    "P26", "goal", "reaching a stretch goal raises later buying, missing it lowers it",
    source: "Wang, Lewis, Cryder & Sprigg 2016, Marketing Science 35:565–575", role: .heldOut,
    needs: [.submodel(.tierFeeling)],
    conditions: [
      PatternCondition("share of members who reach the goal", 0.1, 0.35),
      PatternCondition("lift of the next 60 days where it was reached", 0.0001),
      PatternCondition("the same where it was missed", nil, -0.0001),
    ]
  ) { run in
    // The goal's period is half of the horizon; the review on its last day says who missed it.
    let half = Double(run.days) / 2
    let pairs = run.paired("goal", "control")
    func reached(_ life: [LoggedOrder]) -> Bool { life.contains { $0.day < half && $0.tier > 0 } }
    let successes = pairs.filter { reached($0.left) }
    let failures = pairs.filter { !reached($0.left) }
    return [
      Double(successes.count) / Double(pairs.count), successes.within(half, half + 60).lift,
      failures.within(half, half + 60).lift,
    ]
  }

  static let demotion = Pattern(
    "P27", "tier", "falling by a tier hurts more than rising helps",
    source: "Wagner, Hennig-Thurau & Rudolph 2009, JM 73:69–85", role: .heldOut,
    needs: [.submodel(.tierFeeling)],
    conditions: [
      PatternCondition("loss after a fall over gain after a rise, 45 days", 1, 4),
      PatternCondition("lift of who never rose less that after a fall", 0.0001),
    ]
  ) { run in
    var (risen, fallen, never) = ([PairedLives](), [PairedLives](), [PairedLives]())
    for (with, without) in zip(run.arm("tiers"), run.arm("control")) {
      let (left, right) = (with.ordersByPerson, without.ordersByPerson)
      let falls = with.fallDays
      for person in left.indices {
        let pair: PairedLives = (left[person], right[person])
        if let rise = left[person].first(where: { $0.tier > 0 }) {
          risen += [pair].within(rise.day + 1e-6, rise.day + 45)
        } else {
          never.append(pair)
        }
        if let fall = falls[person] { fallen += [pair].within(fall, fall + 45) }
      }
    }
    return [-fallen.lift / risen.lift, never.lift - fallen.lift]
  }
}

extension CommunityLog {
  /// The day on which each person joined within the horizon.
  fileprivate var joiningDays: [Double?] { firstDays { $0 == .joined } }

  /// The day on which each person first fell by a tier.
  fileprivate var fallDays: [Double?] {
    firstDays { kind in
      guard case .tierChanged(let before, let after) = kind else { return false }
      return after < before
    }
  }

  /// The day of each person's first moment of a kind within the horizon.
  func firstDays(_ isMeant: (LoggedMoment.Kind) -> Bool) -> [Double?] {
    var days = [Double?](repeating: nil, count: personCount)
    for moment in moments where moment.minute >= 0 && isMeant(moment.kind) {
      let person = Int(moment.person)
      if days[person] == nil { days[person] = Double(moment.minute) / 1440 }
    }
    return days
  }
}
