public import Timeline

/// How often, and at which hours, a member may be sent messages (M52).
///
/// Transactional messages are exempt from all of it, and not counted. Opting out needs no rule: a
/// channel that a member closed is never used again.
public struct ContactPolicy: Sendable, Hashable {
  /// The channel of the calendar's messages.
  public var channel: Channel
  /// The hours at which nothing goes out, if there are any.
  public var quiet: QuietHours?
  /// Limits on the number of messages; all of them hold; at most ``maximumCapCount``.
  public var caps: [FrequencyCap]
  /// By how many minutes members' clocks are ahead of the program's: −1,439 to 1,439.
  ///
  /// Quiet hours and the calendar's windows are read off the members' clocks.
  public var clockOffset: Int
  /// The most days that a message may come after the day it was meant for; nothing for any number.
  ///
  /// One that would come later is dropped, for the reason that it was put off for.
  public var longestDelayDays: Int?

  /// The most caps that a policy may have.
  ///
  /// assumption: one for each channel and kind of message, and some to spare.
  public static let maximumCapCount = 16

  /// Creates a policy; without arguments it limits nothing.
  public init(
    channel: Channel = .wecom, quiet: QuietHours? = nil, caps: [FrequencyCap] = [],
    clockOffset: Int = 0, longestDelayDays: Int? = nil
  ) {
    self.channel = channel
    self.quiet = quiet
    self.caps = caps
    self.clockOffset = clockOffset
    self.longestDelayDays = longestDelayDays
  }
}

extension ContactPolicy {
  /// Whether a message may have to wait.
  public var postpones: Bool {
    quiet?.action == .postpone || caps.contains { $0.action == .postpone }
  }

  /// The channels that messages may be changed to.
  public var otherChannels: [Channel] {
    ([quiet?.action].compactMap(\.self) + caps.map(\.action)).compactMap { action in
      if case .change(let channel) = action { channel } else { nil }
    }
  }
}

/// What becomes of a message that may not go out.
public enum ContactAction: Sendable, Hashable {
  /// It is dropped, and counted.
  case suppress
  /// It waits until quiet hours end, or until the window has room, and is looked at again then.
  case postpone
  /// It goes by another channel, if it may.
  case change(Channel)
}

/// Hours of the day at which messages do not go out.
///
/// From 22:00 to 6:00 a message of 5:30 waits until 6:00 (Braze documentation, Quiet Hours).
public struct QuietHours: Sendable, Hashable {
  /// The first quiet minute of the day, 0 to 1,439.
  public var from: Int
  /// The first minute that is not quiet any more; before ``from`` if midnight lies between.
  public var to: Int
  /// The channels that are quiet; all where none is named.
  public var channels: [Channel]
  /// What becomes of a message in these hours.
  public var action: ContactAction

  /// Creates quiet hours.
  public init(
    from: Int, to: Int, channels: [Channel] = [], action: ContactAction = .postpone
  ) {
    self.from = from
    self.to = to
    self.channels = channels
    self.action = action
  }
}

/// A limit on how many messages a member is sent in a window of time.
public struct FrequencyCap: Sendable, Hashable {
  /// The name that reports print, unique in the policy.
  public var name: String
  /// The channel that is counted; all channels together if none is named.
  public var channel: Channel?
  /// The kind of message that is counted; service and promotional if none is named.
  public var kind: MessageKind?
  /// The most messages.
  public var limit: Limit
  /// The time over which they are counted.
  public var window: Window
  /// What becomes of one more.
  public var action: ContactAction

  /// How many messages a window has room for.
  public enum Limit: Sendable, Hashable {
    /// So many: 0 to ``FrequencyCap/maximumLimit``.
    case count(Int)
    /// As many as the month has days: the window is the calendar month.
    case daysOfMonth
  }

  /// A stretch of time.
  public enum Window: Sendable, Hashable {
    /// A period of the calendar, on the members' clocks.
    case calendar(CalendarPeriod)
    /// The minutes before the message; one that was sent as many minutes ago counts no more.
    case sliding(minutes: Int)
  }

  /// The most messages that a sliding window may count: each is remembered for every member.
  ///
  /// assumption: twice a day for a month.
  public static let maximumLimit = 64

  /// Creates a cap.
  public init(
    name: String, channel: Channel? = nil, kind: MessageKind? = nil, limit: Limit, window: Window,
    action: ContactAction = .suppress
  ) {
    self.name = name
    self.channel = channel
    self.kind = kind
    self.limit = limit
    self.window = window
    self.action = action
  }
}
