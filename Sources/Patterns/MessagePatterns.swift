internal import CommunitySimulation
internal import IncentiveEngine
internal import MemberBehavior
internal import MemberPopulation
internal import PortableMath
internal import Quantities
internal import Scenarios

// Messages: what one does, how many are too many, and what rest is for.
extension Pattern {
  static let messages: [Pattern] = [
    oneMail, displayScale, invertedU, shortGaps, pulsing, weariness, nameInSubject, push,
  ]

  private static let oneMail = Pattern(
    "P41", "message", "one e-mail raises visits and orders, spend per buyer hardly",
    source: "Hillstrom 2008, MineThatData e-mail challenge", role: .heldOut,
    needs: [.submodel(.messageVisits)],
    conditions: [
      PatternCondition("share who visit in two weeks over control's", 1.4, 1.8),
      PatternCondition("orders in two weeks over control's", 1.5, 2.3),
      PatternCondition("spend per order over control's", 0.9, 1.1),
    ]
  ) { run in
    let (mail, control) = (run.arm("mail"), run.arm("control"))
    func spend(_ logs: [CommunityLog]) -> Double { logs.listSales() / logs.orderCount() }
    return [
      run.visitShare(mail) / run.visitShare(control), mail.orderCount() / control.orderCount(),
      spend(mail) / spend(control),
    ]
  }

  private static let displayScale = Pattern(
    "P43", "message", "display ads: a scale of relative effects, no target",
    source: "Diemert et al. 2018, 2021 (Criteo; subsampled, the level is not real)",
    role: .notModeled,
    reasonOfFailure: "Display ads are no channel of the program, and the level is not real.")

  private static let invertedU = Pattern(
    "P44", "message", "net value is an inverted U of messages a period, best at seven",
    source: "Zhang, Kumar & Cosguner 2017, JMR 54:851–866", role: .calibrated,
    needs: [.submodel(.wear), .submodel(.adstock)],
    conditions: [
      PatternCondition("share of net value that 4 a month lose against 7", 0.15, 0.45),
      PatternCondition("share that 10 a month lose against 7", 0.08, 0.25),
      PatternCondition("share that 2 a month lose less that of 4", 0.0001),
      PatternCondition("share that 14 a month lose less that of 10", 0.0001),
    ]
  ) { run in
    let losses = run.frequencyLosses
    return [losses.four, losses.ten, losses.two - losses.four, losses.fourteen - losses.ten]
  }

  private static let shortGaps = Pattern(
    "P45", "message", "gaps that are too short hurt more than gaps that are too long",
    source: "Drèze & Bonfrer 2008, JIM 22:36–50", role: .option,
    needs: [.submodel(.wear), .submodel(.adstock)],
    conditions: [
      PatternCondition("share of net value that 10 a month lose less that of 4", 0.0001),
      PatternCondition("share that 4 a month lose against 7", 0.0001),
      PatternCondition("share that 10 a month lose against 7", 0.0001),
    ]
  ) { run in
    let losses = run.frequencyLosses
    return [losses.ten - losses.four, losses.four, losses.ten]
  }

  private static let pulsing = Pattern(
    "P46", "message", "messages in flights beat the same number evenly spread",
    source: "Naik, Mantrala & Sawyer 1998, Marketing Science 17:214–235", role: .heldOut,
    needs: [.submodel(.wear), .submodel(.rest)],
    conditions: [
      PatternCondition("orders gained in flights over orders gained evenly", 1.0001, 1.5),
      PatternCondition("messages sent in flights over those sent evenly", 0.95, 1.05),
      PatternCondition("visits by the last message of a flight over those by the first", nil, 0.95),
      PatternCondition("visits by the first of a flight over the last of the one before", 1.05),
    ]
  ) { run in
    func gained(_ arm: String) -> Double {
      run.arm(arm).orderCount() - run.arm("control").orderCount()
    }
    func sent(_ arm: String) -> Double { Double(run.arm(arm).reduce(0) { $0 + $1.messages.count }) }
    // Flights are at least ten days apart.
    let flights = run.arm("flights").flights(apart: 10)
    let (first, last) = (
      Moments.mean(flights.map { $0.first ?? 0 }), Moments.mean(flights.map { $0.last ?? 0 })
    )
    let later = Moments.mean(flights.dropFirst().map { $0.first ?? 0 })
    let before = Moments.mean(flights.dropLast().map { $0.last ?? 0 })
    return [
      gained("flights") / gained("even"), sent("flights") / sent("even"), last / first,
      later / before,
    ]
  }
}

extension SituationRun {
  /// The share of people who visit within the situation: by themselves as a Poisson process of needs
  /// and impulses, or because a message brings them.
  fileprivate func visitShare(_ logs: [CommunityLog]) -> Double {
    let weeks = Double(days) / 7
    let conversions = scenario.people.segments.map {
      $0.profile.behavior.value(.baselineConversion)
    }
    var (visitors, people) = (0.0, 0.0)
    for log in logs {
      var comes = [Bool](repeating: false, count: log.personCount)
      for message in log.messages where message.bringsVisit { comes[Int(message.person)] = true }
      for (person, isComing) in zip(log.people, comes) {
        let visits = person.needsPerWeek * weeks / conversions[person.segment]
        visitors += isComing ? 1 : 1 - PortableMath.exp(-visits)
        people += 1
      }
    }
    return visitors / people
  }

  /// What an arm's messages bring above control, in minor units: margin less their cost.
  private func netValue(_ arm: String) -> Double {
    let (with, without) = (self.arm(arm), self.arm("control"))
    let cost = scenario.economics.messageCost[.wecom].map { Double($0.minor) } ?? 0
    let messages = with.reduce(0) { $0 + $1.messages.count }
    // What was to be expected at every occasion: the same in the mean as what was sold, and told apart
    // in a fraction of the lives.
    func sales(_ logs: [CommunityLog]) -> Double { logs.reduce(0) { $0 + $1.expectedListMinor } }
    return scenario.economics.margin.value * (sales(with) - sales(without))
      - cost * Double(messages)
  }

  /// The share of the net value of seven messages a month that other frequencies lose.
  fileprivate var frequencyLosses: (two: Double, four: Double, ten: Double, fourteen: Double) {
    let best = netValue("seven")
    // Where seven bring nothing, nothing is lost against them.
    guard best > 0 else { return (.nan, .nan, .nan, .nan) }
    func loss(_ arm: String) -> Double { 1 - netValue(arm) / best }
    return (loss("two"), loss("four"), loss("ten"), loss("fourteen"))
  }
}

extension [CommunityLog] {
  /// What was sold within the horizon, at list price in minor units.
  func listSales() -> Double {
    var sum: Int64 = 0
    for log in self {
      for order in log.orders where order.minute >= 0 { sum += order.listMinor }
    }
    return Double(sum)
  }

  /// Of each message of each flight the share that brought a visit; a pause of so many days parts
  /// flights.
  fileprivate func flights(apart days: Int32) -> [[Double]] {
    var sent: [Int32: (messages: Double, visits: Double)] = [:]
    for log in self {
      for message in log.messages {
        sent[message.minute, default: (0, 0)].messages += 1
        if message.bringsVisit { sent[message.minute, default: (0, 0)].visits += 1 }
      }
    }
    var flights: [[Double]] = []
    var last = Int32.min / 2
    for minute in sent.keys.sorted() {
      guard let found = sent[minute] else { continue }
      if minute - last > days * 1440 { flights.append([]) }
      flights[flights.count - 1].append(found.visits / found.messages)
      last = minute
    }
    return flights
  }
}
