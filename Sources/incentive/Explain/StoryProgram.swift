internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// What the program does by itself, and what becomes of its messages.
extension StoryBuilder {
  /// What the program's calendar did, if it did anything to this member.
  mutating func add(_ event: ScheduledEvent, _ decision: Decision) {
    var said: [String] = []
    if case .growthReset = event.kind, growth > 0 {
      let count = Currency.grouped(UInt64(growth))
      said.append(say("growth value \(count) set to zero", "成长值 \(count) 清零"))
      growth = 0
    }
    add(said, at: event.minute, decision)
  }

  /// What the engine did at a minute of its own choice.
  mutating func add(at minute: Minute, _ decision: Decision) { add([], at: minute, decision) }

  /// What a delivered message did.
  mutating func addMessage(_ bringsVisit: Bool, optsOut: Bool) {
    guard let last = entries.indices.last else { return }
    if bringsVisit {
      entries[last].details.append(
        say("the message was opened and brings a visit", "消息被打开并带来一次到访"))
    }
    if optsOut {
      entries[last].details.append(
        say("opted out: no more messages by this channel", "退订：该渠道不再收消息"))
    }
  }

  private mutating func add(_ first: [String], at minute: Minute, _ decision: Decision) {
    let words = words(at: minute)
    var said = first + [words.journey(decision)].compactMap { $0 }
    if let notice = words.notice(decision.notice) { said.append(notice) }
    said += [words.tierChange(decision)].compactMap { $0 } + words.privileges(decision)
    guard let headline = said.first else { return }
    add(minute, .program, headline)
    entries[entries.count - 1].details += said.dropFirst()
    if let fate = fate(of: decision.contact, words) {
      entries[entries.count - 1].details.append(fate)
    }
  }

  /// Why a message did not go out at once.
  private func fate(of contact: ContactOutcome, _ words: StoryWords) -> String? {
    switch contact {
    case .none, .send: return nil
    case .planned(_, let due):
      return say("goes out at \(due.text)", "将于 \(due.text) 发送")
    case .deferred(_, let until, _):
      let time = until.text
      return say("put off until \(time)", "推迟到 \(time)")
    case .suppressed(_, let reason, _):
      return say(
        "not told: \(words.language.words(reason))", "未通知：\(words.language.words(reason))")
    }
  }
}
