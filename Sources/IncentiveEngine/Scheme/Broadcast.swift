public import Timeline

/// A message on the program's calendar to the members of an audience (M49).
public struct Broadcast: Sendable, Hashable {
  /// The name that reports print, unique among the scheme's broadcasts; its luck follows from it.
  public var name: String
  /// When it goes out.
  public var rhythm: Rhythm
  /// The hour of the day at which it goes out.
  public var hour: Int
  /// Whether it goes out at each member's own active hour instead, where the host has told it (M50).
  public var usesOwnHour: Bool
  /// What it talks about.
  public var topic: MessageTopic
  /// What it is for.
  public var kind: MessageKind
  /// The way that it goes.
  public var channel: Channel
  /// Who is sent it.
  public var audience: Audience
  /// The coupon that comes with it, by its offer's position; granted when the message goes out, and
  /// who holds one is not sent the message.
  public var coupon: Int?

  /// The days on which a message goes out.
  public enum Rhythm: Sendable, Hashable {
    /// On a first day and every so many days after it.
    case everyDays(Int, from: Day)
    /// On days of every month; a shorter month's last day stands in for days it lacks, once.
    case daysOfMonth([Int])
    /// On a weekday, Monday 1 to Sunday 7.
    case weekday(Int)
    /// On one day.
    case once(Day)
  }

  /// The most broadcasts that a scheme may have.
  ///
  /// assumption: more than a member could tell apart.
  public static let maximumCount = 64

  /// Creates a broadcast.
  public init(
    name: String, rhythm: Rhythm, hour: Int = 10, topic: MessageTopic = .content,
    kind: MessageKind = .promotional, channel: Channel = .wecom, audience: Audience = .everyone,
    coupon: Int? = nil, usesOwnHour: Bool = false
  ) {
    self.name = name
    self.rhythm = rhythm
    self.hour = hour
    self.usesOwnHour = usesOwnHour
    self.topic = topic
    self.kind = kind
    self.channel = channel
    self.audience = audience
    self.coupon = coupon
  }
}

extension Broadcast.Rhythm {
  /// Whether a message goes out on a day.
  public func isDue(on day: Day) -> Bool {
    switch self {
    case .everyDays(let days, let first):
      first <= day && first.distance(to: day).isMultiple(of: days)
    case .daysOfMonth(let days): days.contains { Month(day).day($0) == day }
    case .weekday(let weekday): day.isoWeekday == weekday
    case .once(let date): date == day
    }
  }
}
