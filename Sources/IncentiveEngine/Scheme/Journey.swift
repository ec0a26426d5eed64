public import Timeline

/// A journey (M47, M48): what the program does for a member, step by step, from a trigger on.
///
/// An account goes through a journey once at a time, and begins one at most once a day. What happens
/// to it at one minute happens in the order of the journeys.
public struct Journey: Sendable, Hashable {
  /// The name that explanations print.
  public var name: String
  /// What begins it.
  public var trigger: JourneyTrigger
  /// The hour of the day at which it begins where its trigger is a day, 0 to 23.
  public var hour: Int
  /// Who may begin it; looked at when it would begin.
  public var audience: Audience
  /// Whether an order ends it: its goal is reached.
  ///
  /// The order that begins it does not.
  public var endsOnOrder: Bool
  /// The steps, in their order.
  public var steps: [JourneyStep]

  /// The most journeys that a scheme may have.
  ///
  /// assumption: more than a team keeps an eye on.
  public static let maximumCount = 16
  /// The most steps of a journey, those of its branches and fallbacks included.
  ///
  /// assumption: far more than anybody can explain.
  public static let maximumStepCount = 200

  /// Creates the journey.
  public init(
    name: String, trigger: JourneyTrigger, hour: Int = 10, audience: Audience = .everyone,
    endsOnOrder: Bool = true, steps: [JourneyStep]
  ) {
    self.name = name
    self.trigger = trigger
    self.hour = hour
    self.audience = audience
    self.endsOnOrder = endsOnOrder
    self.steps = steps
  }
}

/// What begins a journey.
public enum JourneyTrigger: Sendable, Hashable {
  /// Becoming a member; at that minute.
  case joining
  /// The first paid order, once an account; at that minute.
  case firstOrder
  /// Every paid order; at that minute.
  case order
  /// An order that is reserved and has not been paid for so many minutes; once a reservation.
  case unpaid(minutes: Int)
  /// So many days without an order since the last one, or since joining; once a silence.
  case silence(days: Int)
  /// A day.
  case date(Day)
  /// So many days before the birthday, every year.
  case birthday(daysBefore: Int)
  /// Coming into a tag, by its position; at the minute of what brought it, or on the day.
  case tagged(Int)
  /// So many days before the next order is due by the member's own cycle: the mean number of days
  /// between the days with orders so far, returned ones included, rounded down; once an order.
  case ownCycle(daysBefore: Int)
  /// So many days before the last day of a coupon that is held, by its offer's position; once a coupon.
  case couponEnding(offer: Int, daysBefore: Int)
}

/// One step of a journey.
public indirect enum JourneyStep: Sendable, Hashable {
  /// So many minutes go by.
  case wait(minutes: Int)
  /// A message goes out, as far as contacts are allowed.
  case send(JourneyMessage)
  /// A coupon is granted without a message; its offer's position. One that is held is left alone.
  case grant(offer: Int)
  /// A tag is given; its position.
  case tag(Int)
  /// A guide spends so many minutes of working time.
  case task(minutes: Int)
  /// The one or the other goes on, by what holds at that minute.
  case branch(JourneyCondition, then: [JourneyStep], otherwise: [JourneyStep])
  /// The journey ends here.
  case end
}

/// A message of a journey.
public struct JourneyMessage: Sendable, Hashable {
  /// The way that it goes.
  public var channel: Channel
  /// What it is for.
  public var kind: MessageKind
  /// What it talks about.
  public var topic: MessageTopic
  /// The coupon that it brings, by its offer's position; one that is held is left alone.
  public var coupon: Int?
  /// What goes out where nobody has opened it.
  public var fallback: Fallback?

  /// The same message by another channel, to who has not opened it in so many minutes; the steps after
  /// it wait that long, too.
  public struct Fallback: Sendable, Hashable {
    /// The other channel.
    public var channel: Channel
    /// How long the first one may lie unread.
    public var minutes: Int

    /// Creates the fallback.
    public init(channel: Channel, minutes: Int) {
      self.channel = channel
      self.minutes = minutes
    }
  }

  /// Creates the message.
  public init(
    channel: Channel, kind: MessageKind, topic: MessageTopic, coupon: Int? = nil,
    fallback: Fallback? = nil
  ) {
    self.channel = channel
    self.kind = kind
    self.topic = topic
    self.coupon = coupon
    self.fallback = fallback
  }
}

/// What a branch looks at.
public enum JourneyCondition: Sendable, Hashable {
  /// An order since the journey began; it can only be seen where an order does not end the journey.
  case ordered
  /// The journey's last message was opened.
  case opened
  /// The member has a tag, by its position.
  case tagged(Int)
  /// The member's tier is this one or higher, by its position.
  case tier(Int)
  /// The member holds a coupon, by its offer's position.
  case holds(offer: Int)
}

/// Where in a journey something was done.
public struct JourneyPlace: Sendable, Hashable {
  /// The journey's position in the scheme.
  public var journey: UInt8
  /// The step, from 0, those of branches and fallbacks counted in the order in which they stand.
  public var step: UInt8
}
