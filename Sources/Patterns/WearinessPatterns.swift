internal import CommunitySimulation
internal import MemberBehavior

// Whom messages weary, and what does not come of a name or a push.
extension Pattern {
  static let weariness = Pattern(
    "P48", "message", "one more message does harm to 15–35% of members",
    source: "Chae, Bruno & Feinberg 2019, JMR", role: .heldOut, needs: [.submodel(.wear)],
    conditions: [
      PatternCondition(
        "share who are expected to order less with one more a month, in a hundred groups alike",
        0.15, 0.35)
    ]
  ) { run in
    // Luck with what is opened hides what a few messages do to one person: people are taken together
    // with those who are most alike, ten groups by response and in each ten by rate of needs.
    var people: [Weariness] = []
    for (more, fewer) in zip(run.arm("five"), run.arm("four")) {
      for (person, summary) in more.people.enumerated() {
        let gain = more.expectedOrders[person] - fewer.expectedOrders[person]
        people.append(
          Weariness(response: summary.response, rate: summary.needsPerWeek, gain: gain))
      }
    }
    let groups = people.sorted { ($0.response, $0.rate) < ($1.response, $1.rate) }.tenths
      .flatMap { $0.sorted { ($0.rate, $0.response) < ($1.rate, $1.response) }.tenths }
    let harmed = groups.filter { group in group.reduce(0) { $0 + $1.gain } < 0 }
    return [Double(harmed.reduce(0) { $0 + $1.count }) / Double(people.count)]
  }

  static let nameInSubject = Pattern(
    "P49", "message", "a name in the subject line raises opening by a fifth, or not at all",
    source: "Sahni, Wheeler & Chintagunta 2018; Defau & Zauner 2023 (not replicated)",
    role: .option, needs: [.submodel(.messageVisits)],
    conditions: [
      PatternCondition("visits for each message, name in the subject over none, less one", 0, 0.25)
    ]
  ) { run in
    var (sent, visits) = ([0.0, 0], [0.0, 0])
    for log in run.arm("mail") {
      for message in log.messages {
        let segment = log.people[Int(message.person)].segment
        sent[segment] += 1
        if message.bringsVisit { visits[segment] += 1 }
      }
    }
    return [visits[1] / sent[1] / (visits[0] / sent[0]) - 1]
  }

  static let push = Pattern(
    "P50", "message", "a push message raises redemptions more than spending",
    source: "Bies et al. 2021, IJRM 38:877–899", role: .heldOut,
    needs: [.submodel(.messageVisits)],
    conditions: [
      PatternCondition("lift of points spent less lift of spending, early and late", 0.0001),
      PatternCondition("lift of spending, early messages less late ones", 0.0001),
      PatternCondition("lift of points spent, late messages less early ones", 0.0001),
    ],
    reasonOfFailure: """
      Every delivered push wears, and one in sixteen is opened: eight of them cost more orders than they \
      bring, and points are spent with orders, at a choice that no message moves.
      """
  ) { run in
    func lift(_ arm: String, _ value: ([CommunityLog]) -> Double) -> Double {
      value(run.arm(arm)) / value(run.arm("control")) - 1
    }
    func spend(_ arm: String) -> Double { lift(arm) { $0.listSales() } }
    func points(_ arm: String) -> Double {
      lift(arm) { $0.reduce(0) { $0 + Double($1.spentPoints) } }
    }
    return [
      (points("early") + points("late") - spend("early") - spend("late")) / 2,
      spend("early") - spend("late"), points("late") - points("early"),
    ]
  }
}

/// What one message more a month does to a person, and who the person is.
private struct Weariness {
  var response, rate, gain: Double
}

extension Array {
  /// Ten slices of the same length, but for what does not divide.
  fileprivate var tenths: [[Element]] {
    (0..<10).map { Array(self[count * $0 / 10..<count * ($0 + 1) / 10]) }
  }
}
