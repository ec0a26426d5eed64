import PointsLedger
import Timeline

// Message ─▶ closed channel? ─▶ quiet hours? ─▶ caps? ─▶ out, later, by another channel, or never.
//
// Pure: the policy, what is remembered of the account, the message and the minute decide, nothing
// else. The first rule that stands against a message says what becomes of it.
extension ContactRules {
  /// What becomes of a message to an account; changes nothing.
  ///
  /// - Parameter places: The account's places, `programs[scheme].placeCount` of them or more.
  func decide(
    _ message: Message, under scheme: Int, closed: ChannelSet, at minute: Minute,
    places: borrowing Span<Int32>
  ) -> ContactOutcome {
    var message = message
    var tried: ChannelSet = []
    while true {
      let channel = ChannelSet(message.channel)
      guard closed.isDisjoint(with: channel) else {
        return .suppressed(message, .optedOut, by: .none)
      }
      guard message.kind != .transactional,
        let hold = hold(on: message, under: scheme, at: minute, places)
      else { return .send(message) }
      tried.formUnion(channel)
      switch hold.action {
      case .suppress: return .suppressed(message, hold.reason, by: hold.rule)
      case .postpone:
        // One that has no room ever is not put off for ever.
        let until = Minute(index: hold.until)
        let delay = message.day.distance(to: until.day)
        guard hold.until != .max, delay <= Int(programs[scheme].longestDelayDays) else {
          return .suppressed(message, hold.reason, by: hold.rule)
        }
        return .deferred(message, until: until, by: hold.rule)
      case .change(let other):
        guard tried.isDisjoint(with: ChannelSet(other)) else {
          return .suppressed(message, hold.reason, by: hold.rule)
        }
        message.channel = other
      }
    }
  }

  /// What stands against a message, and when it does no more.
  private struct Hold {
    var reason: Refusal
    var rule: RuleID
    var action: ContactAction
    /// The first minute at which the rule lets the message out; never where there is no room ever.
    var until: Int32
  }

  private func hold(
    on message: Message, under scheme: Int, at minute: Minute, _ places: borrowing Span<Int32>
  ) -> Hold? {
    let program = programs[scheme]
    let clock = Minute(index: minute.index + program.clockOffset)
    if program.quietChannels.contains(ChannelSet(message.channel)),
      let rest = program.quietMinutesLeft(at: Int32(clock.minuteOfDay))
    {
      return Hold(
        reason: .quietHours, rule: program.quietRule, action: program.quietAction,
        until: minute.index + rest)
    }
    for position in Int(program.firstCap)..<Int(program.firstCap + program.capCount) {
      let cap = caps[position]
      guard cap.counts(message.kind, by: message.channel),
        let until = cap.firstRoom(at: minute, clockOffset: program.clockOffset, places)
      else { continue }
      return Hold(reason: .frequencyCapped, rule: cap.rule, action: cap.action, until: until)
    }
    return nil
  }

  /// Counts a message that goes out; an account's places begin at a base.
  func count(
    _ message: Message, under scheme: Int, at minute: Minute, places: inout [Int32], base: Int
  ) {
    guard message.kind != .transactional else { return }
    let program = programs[scheme]
    for position in Int(program.firstCap)..<Int(program.firstCap + program.capCount) {
      let cap = caps[position]
      guard cap.counts(message.kind, by: message.channel) else { continue }
      cap.count(at: minute, clockOffset: program.clockOffset, &places, base: base)
    }
  }
}

extension ContactProgram {
  /// Minutes from a minute of the day to the end of quiet hours; nothing outside them.
  func quietMinutesLeft(at minuteOfDay: Int32) -> Int32? {
    let isQuiet =
      quietFrom <= quietTo
      ? minuteOfDay >= quietFrom && minuteOfDay < quietTo
      : minuteOfDay >= quietFrom || minuteOfDay < quietTo
    guard isQuiet else { return nil }
    return minuteOfDay < quietTo ? quietTo - minuteOfDay : quietTo + 1440 - minuteOfDay
  }
}

extension ContactCap {
  /// What no message has been sent at: before the calendar began.
  static let never = Int32.min

  /// Makes an account's places those of one who was sent nothing.
  func clear(_ places: inout [Int32], base: Int) {
    let first = base + Int(firstPlace)
    for place in first..<first + Int(placeCount) { places[place] = period == nil ? Self.never : 0 }
    if period == nil, limit != 0 { places[first] = 0 }
  }

  /// When the window has room again; nothing if it has room now, `Int32.max` if it never has.
  func firstRoom(at minute: Minute, clockOffset: Int32, _ places: borrowing Span<Int32>) -> Int32? {
    if limit == 0 { return .max }
    let place = Int(firstPlace)
    guard let period else {
      let oldest = places[place + 1 + Int(places[place])]
      guard oldest != Self.never, oldest + minutes > minute.index else { return nil }
      return oldest + minutes
    }
    let day = Minute(index: minute.index + clockOffset).day
    guard places[place] == key(of: day, period), places[place + 1] >= room(on: day) else {
      return nil
    }
    return period.lastDay(of: day).advanced(by: 1).start.index - clockOffset
  }

  /// Counts a message.
  func count(at minute: Minute, clockOffset: Int32, _ places: inout [Int32], base: Int) {
    guard limit != 0 else { return }
    let place = base + Int(firstPlace)
    guard let period else {
      let oldest = places[place]
      places[place + 1 + Int(oldest)] = minute.index
      places[place] = oldest + 1 == limit ? 0 : oldest + 1
      return
    }
    let key = key(of: Minute(index: minute.index + clockOffset).day, period)
    if places[place] != key {
      places[place] = key
      places[place + 1] = 0
    }
    places[place + 1] += 1
  }

  /// Adds what was sent to another account of the member; places begin at bases.
  func join(_ other: Int, with base: Int, _ places: inout [Int32]) {
    guard limit != 0 else { return }
    let (from, to) = (other + Int(firstPlace), base + Int(firstPlace))
    guard period == nil else {
      if places[from] == places[to] {
        places[to + 1] += places[from + 1]
      } else if places[from] > places[to] {
        (places[to], places[to + 1]) = (places[from], places[from + 1])
      }
      return
    }
    // The latest of both, oldest first.
    let count = Int(limit)
    let sent = (places[from + 1...from + count] + places[to + 1...to + count]).sorted()
    for (place, minute) in sent.suffix(count).enumerated() { places[to + 1 + place] = minute }
    places[to] = 0
  }

  private func room(on day: Day) -> Int32 {
    guard limit < 0 else { return limit }
    let month = Month(day)
    return Int32(month.firstDay.distance(to: month.lastDay) + 1)
  }

  private func key(of day: Day, _ period: CalendarPeriod) -> Int32 {
    switch period {
    case .day, .week: Int32(period.key(of: day, in: 0))
    case .month, .quarter, .halfYear, .year: Int32(period.key(of: day, in: Month(day).index))
    }
  }
}
