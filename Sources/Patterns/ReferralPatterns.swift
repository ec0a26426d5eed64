internal import CommunitySimulation
internal import MemberBehavior

// Referral: what becomes of who is brought and of who brought them, and whom to reward. And abuse.
extension Pattern {
  static let referrals: [Pattern] = [
    referredLead, referredMargin, referrers, recipientReward, abuseShares,
  ]

  private static let referredLead = Pattern(
    "P51", "referral",
    "referred customers are worth more; their margin's lead fades, they stay longer",
    source: "Schmitt, Skiera & Van den Bulte 2011, JM 75:46–59 (a bank)", role: .option,
    needs: [.submodel(.referred)],
    conditions: [
      PatternCondition("sales in 27 months, referred over others", 1.1, 1.3),
      PatternCondition("their lead in sales a month while they stay, first six months", 0.0001),
      PatternCondition("the same in months 24–27", -0.05, 0.05),
      PatternCondition("share who have left after 27 months, over that of others", nil, 0.95),
    ]
  ) { run in
    let (referred, others) = run.friendsAndOthers
    return [
      referred.sales(0, 27) / others.sales(0, 27), referred.lead(over: others, 0, 6),
      referred.lead(over: others, 24, 27), referred.left(by: 27) / others.left(by: 27),
    ]
  }

  private static let referredMargin = Pattern(
    "P52", "referral", "referred customers leave less, and their margins are smaller",
    source: "Wolters & Gedenk 2019, JMB 3:335–353 (a telephone company)", role: .option,
    needs: [.submodel(.referred)],
    conditions: [
      PatternCondition(
        "lead in sales a month while they stay, referred over others, first six months", nil,
        -0.0001),
      PatternCondition("share who have left after 27 months, over that of others", nil, 0.95),
    ]
  ) { run in
    let (referred, others) = run.friendsAndOthers
    return [referred.lead(over: others, 0, 6), referred.left(by: 27) / others.left(by: 27)]
  }

  private static let referrers = Pattern(
    "P53", "referral", "who has brought a friend stays",
    source: "Garnefeld, Eggert, Helm & Tax 2013, JM 77:17–32 (matched, one telephone company)",
    role: .option, needs: [.submodel(.inviterLoyalty)],
    conditions: [
      PatternCondition(
        "share who leave within a year, who brought a friend over like others", 0.3, 0.6)
    ]
  ) { run in
    // Members who are there after a quarter; those who brought nobody are weighted so that as many of
    // them bought so often as of the others.
    let quarter = 90.0
    var counts = Array(repeating: (brought: 0.0, left: 0.0, like: 0.0, likeLeft: 0.0), count: 6)
    for log in run.arm("control") {
      let (lapses, friends) = (
        log.firstDays { $0 == .lapsed }, log.firstDays { $0 == .broughtFriend }
      )
      let lives = log.ordersByPerson
      for (person, summary) in log.people.enumerated() where summary.isMember {
        let left = lapses[person] ?? .infinity
        guard left > quarter else { continue }
        let stratum = min(5, lives[person].count { $0.day < quarter })
        let leaves = left <= quarter + 365 ? 1.0 : 0
        if let day = friends[person], day <= quarter {
          counts[stratum].brought += 1
          counts[stratum].left += leaves
        } else if friends[person] == nil {
          counts[stratum].like += 1
          counts[stratum].likeLeft += leaves
        }
      }
    }
    let strata = counts.filter { $0.brought > 0 && $0.like > 0 }
    let left = strata.reduce(0) { $0 + $1.left }
    return [left / strata.reduce(0) { $0 + $1.brought * $1.likeLeft / $1.like }]
  }

  private static let recipientReward = Pattern(
    "P54", "referral", "a reward for the friend alone is sent as often, and taken up more",
    source: "Gershon, Cryder & John 2020, JMR 57", role: .calibrated,
    needs: [.submodel(.interactions)],
    conditions: [
      PatternCondition(
        "friends joined for each invitation, reward for the friend over sender", 1.0001, 1.5),
      PatternCondition(
        "invitations sent, reward for the friend over reward for the sender", 0.9, 1.1),
    ]
  ) { run in
    func sent(_ arm: String) -> Double {
      Double(run.arm(arm).reduce(0) { $0 + $1.invitationCount })
    }
    func joined(_ arm: String) -> Double {
      run.arm(arm).reduce(0) { sum, log in
        let brought = log.moments.count {
          $0.kind == .joined && !log.people[Int($0.person)].isMember
        }
        return sum + Double(brought)
      }
    }
    func uptake(_ arm: String) -> Double { joined(arm) / sent(arm) }
    return [
      uptake("friend-only") / uptake("sender-only"), sent("friend-only") / sent("sender-only"),
    ]
  }

  private static let abuseShares = Pattern(
    "P55", "abuse", "shares of promotion budgets lost to abuse",
    source: "paymentsandrisk.com (vendors' estimates)", role: .notModeled,
    reasonOfFailure: """
      Vendors' estimates only, no peer-reviewed base: the share of abusers is a knob of the scenario, \
      never a target.
      """)
}

/// Members who joined in the first half-year, as they are seen from the day of joining on.
private struct Joiners {
  /// One of them: the day of joining, the orders since, the day of leaving if there was one.
  struct Life {
    var day: Double
    var orders: [LoggedOrder]
    var left: Double
  }

  var lives: [Life] = []

  /// Sales a member between two months of 30 days since joining.
  func sales(_ first: Double, _ last: Double) -> Double {
    lives.reduce(0) { $0 + $1.sales(first, last) } / Double(lives.count)
  }

  /// By how much sales a month of who is there are more than others', as a share.
  func lead(over others: Joiners, _ first: Double, _ last: Double) -> Double {
    monthly(first, last) / others.monthly(first, last) - 1
  }

  /// The share who have left so many months after joining.
  func left(by month: Double) -> Double {
    Double(lives.count { $0.left - $0.day <= 30 * month }) / Double(lives.count)
  }

  private func monthly(_ first: Double, _ last: Double) -> Double {
    let sales = lives.reduce(0) { $0 + $1.sales(first, last) }
    let months = lives.reduce(0) { $0 + max(0, min(last, ($1.left - $1.day) / 30) - first) }
    return sales / months
  }
}

extension Joiners.Life {
  func sales(_ first: Double, _ last: Double) -> Double {
    orders.reduce(0) {
      let month = ($1.day - day) / 30
      return month > first && month <= last ? $0 + Double($1.listMinor) : $0
    }
  }
}

extension SituationRun {
  /// Who joined within 180 days, by a friend's invitation or by themselves.
  fileprivate var friendsAndOthers: (referred: Joiners, others: Joiners) {
    var (referred, others) = (Joiners(), Joiners())
    for log in arm("control") {
      let joined = log.firstDays { $0 == .joined }
      let brought = log.firstDays { $0 == .broughtByFriend }
      let lapses = log.firstDays { $0 == .lapsed }
      let lives = log.ordersByPerson
      for (person, summary) in log.people.enumerated() where !summary.isMember {
        guard let day = joined[person], day < 180, lapses[person] ?? .infinity > day else {
          continue
        }
        let life = Joiners.Life(
          day: day, orders: lives[person], left: lapses[person] ?? .infinity)
        if brought[person] != nil { referred.lives.append(life) } else { others.lives.append(life) }
      }
    }
    return (referred, others)
  }
}
