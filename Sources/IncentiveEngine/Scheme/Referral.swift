public import Quantities
public import Timeline

/// Members invite others, and both sides are rewarded (M33, M34).
///
/// An invitation begins when somebody joins by it and becomes *valid* when the friend has done all
/// that is asked for. An order counts from its payment on; where rewards wait for the end of its
/// return window, they are issued at once and pending until then. When an order that counted comes
/// back, the invitation is valid no longer and what its validity brought is taken back.
public struct ReferralProgram: Sendable, Hashable {
  /// What one side gets.
  public enum Reward: Sendable, Hashable {
    /// Points, issued at marketing's expense.
    case points(Points)
    /// A coupon, by the position of its offer; one of a kind that is held already waits behind it.
    case coupon(offer: Int)
  }

  /// When the friend is rewarded.
  public enum Moment: UInt8, Sendable, Hashable, CaseIterable {
    /// On joining; it is never taken back.
    case registration
    /// When the invitation is valid.
    case validity
  }

  /// What a number of valid invitations brings beside.
  public struct Bonus: Sendable, Hashable {
    /// How many of the inviter's invitations must be valid.
    public var invitations: Int
    /// What it brings.
    public var reward: Reward

    /// Creates a bonus.
    public init(invitations: Int, reward: Reward) {
      self.invitations = invitations
      self.reward = reward
    }
  }

  /// The most invitations that bring one inviter anything.
  public struct Limit: Sendable, Hashable {
    /// How many.
    public var count: Int
    /// In which period of the calendar; nothing means ever.
    public var period: CalendarPeriod?

    /// Creates a limit.
    public init(_ count: Int, per period: CalendarPeriod?) {
      self.count = count
      self.period = period
    }
  }

  /// The interaction that completes a profile, by name; nothing if none is asked for.
  public var profile: String?
  /// The least that the friend must pay on one order; nothing if none is asked for.
  ///
  /// The first order that pays as much counts.
  public var order: Money?
  /// Days after joining within which all of it must be done, the day of joining not counted.
  public var withinDays: Int?
  /// Whether points are pending until the order that counted cannot be returned any more.
  public var waitsForReturnWindow: Bool
  /// What the inviter gets for a valid invitation.
  public var inviter: Reward?
  /// What the friend gets.
  public var friend: Reward?
  /// When the friend gets it.
  public var friendAt: Moment
  /// What numbers of valid invitations bring beside, fewest first.
  public var bonuses: [Bonus]
  /// The most invitations that bring one inviter anything; the friend is rewarded all the same.
  public var limit: Limit?
  /// By what two accounts are taken for one person's.
  public var samePerson: IdentityMarks

  /// The most bonuses that a program may have: one bit each in ``ReferralOutcome/bonuses``.
  public static let maximumBonusCount = 8

  /// Creates a program; without arguments an invitation is valid on joining and brings nothing.
  public init(
    profile: String? = nil, order: Money? = nil, withinDays: Int? = nil,
    waitsForReturnWindow: Bool = false, inviter: Reward? = nil, friend: Reward? = nil,
    friendAt: Moment = .validity, bonuses: [Bonus] = [], limit: Limit? = nil,
    samePerson: IdentityMarks = [.device, .address]
  ) {
    self.profile = profile
    self.order = order
    self.withinDays = withinDays
    self.waitsForReturnWindow = waitsForReturnWindow
    self.inviter = inviter
    self.friend = friend
    self.friendAt = friendAt
    self.bonuses = bonuses
    self.limit = limit
    self.samePerson = samePerson
  }
}

/// By what two accounts are taken for one person's.
public struct IdentityMarks: OptionSet, Sendable, Hashable {
  /// One bit a mark.
  public let rawValue: UInt8
  /// Creates a set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// The device.
  public static let device = IdentityMarks(rawValue: 1)
  /// The address that goods go to; people who live together share one.
  public static let address = IdentityMarks(rawValue: 2)
}

/// What the host knows of who stands behind an account: numbers of its own, 0 for not known.
public struct AccountIdentity: Sendable, Hashable {
  /// The device.
  public var device: UInt32
  /// The address.
  public var address: UInt32

  /// Creates an identity; without arguments nothing is known.
  public init(device: UInt32 = 0, address: UInt32 = 0) {
    self.device = device
    self.address = address
  }

  /// Nothing is known.
  public static let unknown = AccountIdentity()

  /// Whether one of some marks is known and the same.
  public func isSame(as other: AccountIdentity, by marks: IdentityMarks) -> Bool {
    (marks.contains(.device) && device != 0 && device == other.device)
      || (marks.contains(.address) && address != 0 && address == other.address)
  }
}
