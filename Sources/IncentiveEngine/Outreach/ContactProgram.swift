import PointsLedger
import Timeline

/// The contact policy of a scheme as the engine runs it: plain numbers.
struct ContactProgram: Sendable {
  /// The channel of the calendar's messages.
  var channel = Channel.wecom
  /// Quiet minutes of the day; none where both are the same.
  var quietFrom: Int32 = 0
  var quietTo: Int32 = 0
  var quietChannels = ChannelSet.all
  var quietAction = ContactAction.postpone
  var quietRule = RuleID.none
  /// Minutes that members' clocks are ahead.
  var clockOffset: Int32 = 0
  var longestDelayDays = Int32.max
  /// Where the policy's caps stand in the engine's array.
  var firstCap: Int32 = 0
  var capCount: Int32 = 0
  /// Places that an account needs.
  var placeCount: Int32 = 0

  /// Whether there is anything to look at.
  var isOn: Bool { capCount > 0 || quietFrom != quietTo }
}

/// A frequency cap as the engine runs it.
struct ContactCap: Sendable {
  var rule: RuleID
  var channels: ChannelSet
  /// Kinds that are counted, one bit each.
  var kinds: UInt8
  /// The most messages; as many as the month has days where negative.
  var limit: Int32
  /// The period of the calendar; nothing for a sliding window.
  var period: CalendarPeriod?
  /// The length of a sliding window.
  var minutes: Int32
  var action: ContactAction
  /// Where the cap's places begin in an account's.
  var firstPlace: Int32

  /// How many places an account needs for it: a calendar's period and count, or the minutes of the
  /// last messages and which of them is the oldest.
  var placeCount: Int32 { period != nil ? 2 : limit > 0 ? limit + 1 : 0 }

  init(_ cap: FrequencyCap, rule: RuleID, firstPlace: Int32) {
    self.rule = rule
    channels = cap.channel.map { ChannelSet($0) } ?? .all
    kinds =
      cap.kind.map { 1 << $0.rawValue }
      ?? 1 << MessageKind.service.rawValue | 1 << MessageKind.promotional.rawValue
    limit =
      switch cap.limit {
      case .count(let count): Int32(count)
      case .daysOfMonth: -1
      }
    (period, minutes) =
      switch cap.window {
      case .calendar(let period): (period, 0)
      case .sliding(let minutes): (nil, Int32(minutes))
      }
    action = cap.action
    self.firstPlace = firstPlace
  }

  /// Whether a message of a kind by a channel counts.
  func counts(_ kind: MessageKind, by channel: Channel) -> Bool {
    channels.contains(ChannelSet(channel)) && kinds & (1 << kind.rawValue) != 0
  }
}

/// The policies of all the engine's schemes, laid out flat.
struct ContactRules: Sendable {
  /// One for each scheme.
  private(set) var programs: [ContactProgram] = []
  private(set) var caps: [ContactCap] = []

  /// Places for counts in each account: what the scheme that needs most needs.
  var placeCount: Int { programs.reduce(0) { max($0, Int($1.placeCount)) } }

  /// Lays out one more scheme.
  mutating func append(_ compiled: CompiledScheme) {
    var program = ContactProgram()
    program.firstCap = Int32(caps.count)
    defer { programs.append(program) }
    guard let policy = compiled.scheme.contact else { return }
    program.channel = policy.channel
    program.clockOffset = Int32(policy.clockOffset)
    program.longestDelayDays = policy.longestDelayDays.map { Int32($0) } ?? .max
    if let quiet = policy.quiet {
      program.quietFrom = Int32(quiet.from)
      program.quietTo = Int32(quiet.to)
      if !quiet.channels.isEmpty {
        program.quietChannels = quiet.channels.reduce(into: []) { $0.formUnion(ChannelSet($1)) }
      }
      program.quietAction = quiet.action
      program.quietRule = compiled.quietRule
    }
    for (position, cap) in policy.caps.enumerated() {
      caps.append(
        ContactCap(cap, rule: compiled.rule(cap: position), firstPlace: program.placeCount))
      program.placeCount += caps[caps.count - 1].placeCount
    }
    program.capCount = Int32(policy.caps.count)
  }
}
