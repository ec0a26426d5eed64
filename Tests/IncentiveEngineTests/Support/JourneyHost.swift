import IncentiveEngine
import Quantities
import Timeline

extension World {
  /// Calls the engine back whenever it asks for an account, up to a minute: what it did, a line each,
  /// such as `01-04 09:30 send wecom care +coupon`.
  mutating func pass(until end: Minute, account: Int = 0) -> [String] {
    var lines: [String] = []
    var calls = 0
    while true {
      let due = engine.nextTimer(of: account, in: accounts)
      guard due < end.index else { return lines }
      calls += 1
      guard calls < 10_000 else { return lines + ["it never ends"] }
      let minute = Minute(index: due)
      let decision = handle(.timer, account, at: minute)
      if let done = decision.done { lines.append("\(minute.clock) \(done)") }
    }
  }

  /// Up to the start of a day.
  mutating func pass(until day: Day, account: Int = 0) -> [String] {
    pass(until: day.start, account: account)
  }
}

extension Decision {
  /// What a call back did; nothing if it did nothing.
  var done: String? {
    var parts: [String] = []
    switch contact {
    case .none, .planned: break
    case .send(let message): parts.append("send \(message.channel.name) \(message.topic)")
    case .deferred(let message, _, _): parts.append("defer \(message.channel.name)")
    case .suppressed(let message, _, _): parts.append("drop \(message.channel.name)")
    }
    if granted != [] { parts.append("+coupon") }
    if staffMinutes > 0 { parts.append("task \(staffMinutes)") }
    if parts.isEmpty, journey != nil { parts.append("tag") }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension Minute {
  /// `01-04 09:30`, without the year.
  var clock: String {
    let date = CivilDate(day)
    let parts = [date.month, date.day, minuteOfDay / 60, minuteOfDay % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    return "\(parts[0])-\(parts[1]) \(parts[2]):\(parts[3])"
  }
}
