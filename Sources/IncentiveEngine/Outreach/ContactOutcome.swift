public import PointsLedger
public import Timeline

/// One message to one member, as far as anybody but its reader looks at it.
public struct Message: Sendable, Hashable {
  /// The way that it is to go, or went.
  public var channel: Channel
  /// What it is for.
  public var kind: MessageKind
  /// What it talks about.
  public var topic: MessageTopic
  /// The number under which it is known to random draws, below 65,536; the same for what is the same
  /// message under several schemes.
  public var campaign: UInt16
  /// The day that it was meant for.
  ///
  /// With the campaign it is the message's address, which a later delivery does not move (D3).
  public var day: Day

  /// Creates a message.
  public init(
    channel: Channel, kind: MessageKind, topic: MessageTopic, campaign: UInt16, day: Day
  ) {
    self.channel = channel
    self.kind = kind
    self.topic = topic
    self.campaign = campaign
    self.day = day
  }
}

/// What the engine lets become of a message.
public enum ContactOutcome: Sendable, Hashable {
  /// There is none.
  case none
  /// It is meant for a later hour of the day, and is looked at then.
  case planned(Message, at: Minute)
  /// It goes out now, by its channel.
  case send(Message)
  /// It waits until a minute, because of a rule, and is looked at again then.
  case deferred(Message, until: Minute, by: RuleID)
  /// It never goes out: why, and by which rule.
  case suppressed(Message, Refusal, by: RuleID)

  /// The message, whatever becomes of it.
  public var message: Message? {
    switch self {
    case .none: nil
    case .planned(let message, _), .send(let message), .deferred(let message, _, _),
      .suppressed(let message, _, _):
      message
    }
  }
}

/// Channels, one bit each.
struct ChannelSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }
  init(_ channel: Channel) { self.rawValue = 1 << channel.rawValue }

  static let all = ChannelSet(rawValue: (1 << UInt8(Channel.allCases.count)) - 1)
}
