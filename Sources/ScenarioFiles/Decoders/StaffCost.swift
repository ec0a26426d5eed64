internal import IncentiveEngine
internal import Quantities
internal import Scenarios

extension Economics {
  /// Whether guides' working time has a cost where journeys have tasks for them.
  func checkStaffCost(of arms: [Arm], _ node: LocatedNode, _ reading: Reading) -> Bool {
    guard staffMinute == nil,
      let arm = arms.first(where: { $0.scheme.journeys.contains { $0.steps.haveTasks } })
    else { return true }
    let economics = node["economics"] ?? node
    reading.report(
      economics.place,
      "the arm \"\(arm.name)\" has tasks for guides; state what a minute of theirs costs",
      hint: "add \"staff-minute: \(reading.currency.sign)1\"")
    return false
  }
}

extension [JourneyStep] {
  fileprivate var haveTasks: Bool {
    contains { step in
      switch step {
      case .task: true
      case .branch(_, let then, let otherwise): then.haveTasks || otherwise.haveTasks
      case .wait, .send, .grant, .tag, .end: false
      }
    }
  }

  /// The channels by which the steps send something.
  var channels: [Channel] {
    flatMap { step -> [Channel] in
      switch step {
      case .send(let message):
        [message.channel] + (message.fallback.map { [$0.channel] } ?? [])
      case .branch(_, let then, let otherwise): then.channels + otherwise.channels
      case .wait, .grant, .tag, .task, .end: []
      }
    }
  }
}
