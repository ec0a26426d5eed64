internal import IncentiveEngine
internal import MemberBehavior

/// What becomes of one person in one arm; 64 bytes or less, contiguous by person.
struct Life {
  /// Whether needs come: the customer life has not ended, or was won back.
  var isLive: Bool
  /// Whether the person is a member.
  var isMember = false
  /// Whether the person was a member when the horizon began.
  var wasEnrolledAtStart = false
  /// Channels that the person has closed, one bit each by their numbers.
  var closedChannels: UInt8 = 0
  /// Whether the person was sent a message within the horizon.
  var wasMessaged = false
  /// Whether the person has two accounts that were not joined.
  var hasSecondAccount: Bool
  /// Whether a friend brought the person (bit 0), and whether the person brought one (bit 1).
  private var bonds: UInt8 = 0
  /// The channel and topic of the last message: topic + 16 · channel.
  var lastMessage: UInt8 = 0
  /// When the customer life ends (Pareto).
  var lifeEnd: Int32
  /// Orders within the horizon.
  var orderCount: Int32 = 0
  /// Orders in control within the horizon.
  var controlOrderCount: Int32 = 0
  /// What messages have worn down.
  var wear = Wear()
  /// The first order in this arm and what follows it.
  var ownReturn = ReturnClock()
  /// The first order that this arm and control share, and what follows it here.
  var sharedReturn = ReturnClock()
  /// The same first shared order, and what follows it in control.
  var controlReturn = ReturnClock()

  /// Whether the person receives no messages any more by a channel.
  func hasClosed(_ channel: Channel) -> Bool { closedChannels & (1 << channel.rawValue) != 0 }

  /// Whether a friend brought the person.
  var wasInvited: Bool { bonds & 1 != 0 }
  /// Whether the person brought a friend.
  var hasInvited: Bool { bonds & 2 != 0 }

  /// A friend brought the person.
  mutating func bindAsFriend() { bonds |= 1 }
  /// The person brought a friend.
  mutating func bindAsInviter() { bonds |= 2 }

  init(_ person: Person) {
    isLive = !person.dropsOutAtOnce
    lifeEnd = person.lifeEnd
    hasSecondAccount = person.hasSecondAccount
  }
}

/// How soon an order follows a person's first one.
struct ReturnClock {
  /// The minute of the first order; before the calendar began if there is none.
  private(set) var first: Int32 = .min
  /// Minutes from the first order to the next; never if there is none.
  private var gap: Int32 = .max

  var hasBegun: Bool { first != .min }

  /// Starts the clock at the first order; a clock that runs is left alone.
  mutating func begin(at minute: Int32) { if !hasBegun { first = minute } }

  /// Starts the clock at the first order, the one after it being known; never if there is none.
  ///
  /// A clock that runs is left alone.
  mutating func begin(at minute: Int32, next: Int32) {
    guard !hasBegun else { return }
    first = minute
    // One less than never, so that no later order stops the clock.
    gap = next == .max ? .max - 1 : next - minute
  }

  /// Notes an order: the next after the first one stops the clock.
  mutating func note(orderAt minute: Int32) {
    guard hasBegun, gap == .max else { return }
    gap = minute - first
  }

  /// Whether the first order leaves that many days before the end of the horizon.
  func leaves(days: Int, before end: Int32) -> Bool {
    hasBegun && Int(first) + days * 1440 <= Int(end)
  }

  /// Whether an order followed within that many days.
  func returned(within days: Int) -> Bool { Int(gap) <= days * 1440 }
}
