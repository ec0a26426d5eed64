public import Quantities

/// Rules against abuse (M53): how much of what one account, or accounts that belong together, may
/// bring within a time, and what happens beyond it.
///
/// All rules decide when an event is committed, from what the host has told by then: minutes, amounts
/// and the numbers of devices and addresses.
public struct RiskPolicy: Sendable, Hashable {
  /// What happens to an account on which a rule acts.
  public enum Action: Sendable, Hashable {
    /// What is beyond the rule is not given.
    case refuse
    /// From this event on the account's points are pending and its coupons closed, until so many
    /// days have passed, the day of the event not counted, or a review has come out.
    case hold(days: Int)
    /// The same until a review has come out, for which the engine asks; nothing means for as long as
    /// that takes.
    case review(days: Int?)
    /// As ``refuse``, and what the account had been given so far is taken back.
    case clawBack
  }

  /// What a velocity rule counts.
  public enum Activity: UInt8, Sendable, Hashable, CaseIterable {
    /// Orders when they are paid.
    case orders
    /// Events by which points are issued.
    case awards
    /// Orders that use a coupon, when it is taken out.
    case coupons
    /// Refunds that are accepted.
    case refunds
  }

  /// At most so many in any window of so many minutes; one that is a whole window old counts no more.
  public struct Velocity: Sendable, Hashable {
    /// The rule's name.
    public var name: String
    /// What is counted.
    public var activity: Activity
    /// How many at most, 1 to ``maximumCount``.
    public var count: Int
    /// The window in minutes.
    public var minutes: Int
    /// What happens beyond it; never ``Action/clawBack``.
    public var action: Action

    /// The most that a rule may count: as many minutes are remembered of every account.
    public static let maximumCount = 50

    /// Creates a rule.
    public init(
      _ name: String, _ activity: Activity, atMost count: Int, minutes: Int, action: Action
    ) {
      self.name = name
      self.activity = activity
      self.count = count
      self.minutes = minutes
      self.action = action
    }
  }

  /// What is meant for a person once, and several accounts may be opened for.
  public struct Benefits: OptionSet, Sendable, Hashable {
    /// One bit a benefit.
    public let rawValue: UInt8
    /// Creates a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Points and coupons for joining.
    public static let welcome = Benefits(rawValue: 1)
    /// Coupons for the first order.
    public static let firstOrder = Benefits(rawValue: 2)
    /// Rewards of invitations.
    public static let referral = Benefits(rawValue: 4)
    /// All of them.
    public static let all: Benefits = [.welcome, .firstOrder, .referral]
  }

  /// At most so many accounts that share a device or an address enjoy each of some benefits.
  ///
  /// Accounts are linked directly; a link of a link is none.
  public struct Linked: Sendable, Hashable {
    /// By what accounts are linked.
    public var marks: IdentityMarks
    /// How many of an account and those linked with it may enjoy a benefit.
    public var accounts: Int
    /// Which benefits are counted, each by itself.
    public var benefits: Benefits
    /// What happens beyond it.
    public var action: Action

    /// Creates a rule.
    public init(
      by marks: IdentityMarks, atMost accounts: Int = 1, benefits: Benefits = .all,
      action: Action = .refuse
    ) {
      self.marks = marks
      self.accounts = accounts
      self.benefits = benefits
      self.action = action
    }
  }

  /// Orders that are placed and returned again and again, for what they bring meanwhile.
  ///
  /// Looked at when a refund is accepted: the account's last orders within some days, those before
  /// its last cleared review or before accounts were merged left out.
  public struct RefundLoop: Sendable, Hashable {
    /// How many of the last orders are looked at.
    public var orders: Int
    /// And how many days back.
    public var days: Int
    /// The rule acts when of so many of them something was returned, if that is stated.
    public var refunds: Int?
    /// It acts, too, when more than this share of their price was given back, if that is stated and
    /// as many orders as are looked at were placed.
    public var share: Rate?
    /// What happens: with ``Action/refuse`` the account earns nothing and uses no coupons for as many
    /// days as are looked at; with ``Action/clawBack`` points that those orders had brought are taken
    /// back beside.
    public var action: Action

    /// Creates a rule.
    public init(
      ofLast orders: Int, withinDays days: Int, refunds: Int? = nil, share: Rate? = nil,
      action: Action
    ) {
      self.orders = orders
      self.days = days
      self.refunds = refunds
      self.share = share
      self.action = action
    }
  }

  /// What a manual review costs.
  public struct Review: Sendable, Hashable {
    /// Minutes of a person who looks at it.
    public var minutes: Int
    /// Money beside.
    public var cost: Money

    /// Creates a cost.
    public init(minutes: Int = 0, cost: Money = .zero) {
      self.minutes = minutes
      self.cost = cost
    }
  }

  /// Rules on how often; at most ``maximumVelocityCount``.
  public var velocity: [Velocity]
  /// The rule on accounts that belong together.
  public var linked: Linked?
  /// By what somebody is refused who joins by an invitation that leads back to the same person over
  /// others; nothing if only the inviter is looked at.
  public var rings: IdentityMarks?
  /// The least that an order must cost, after reductions, to bring points, stamps or a first-order
  /// coupon.
  public var minimumOrder: Money?
  /// Points of one award above which they are held, and how.
  public var largeAward: LargeAward?
  /// The most points that may be spent at once without a review that cleared the account.
  public var largeRedemption: Points?
  /// The rule on orders that are returned again and again.
  public var refundLoop: RefundLoop?
  /// What a review costs.
  public var review: Review

  /// An award that is held for its size alone; the account is not.
  public struct LargeAward: Sendable, Hashable {
    /// Awards of more points than this.
    public var above: Points
    /// ``Action/hold(days:)`` or ``Action/review(days:)``.
    public var action: Action

    /// Creates a rule.
    public init(above: Points, action: Action) {
      self.above = above
      self.action = action
    }
  }

  /// The most velocity rules that a scheme may have.
  public static let maximumVelocityCount = 8

  /// Creates a policy; without arguments it asks nothing.
  public init(
    velocity: [Velocity] = [], linked: Linked? = nil, rings: IdentityMarks? = nil,
    minimumOrder: Money? = nil, largeAward: LargeAward? = nil, largeRedemption: Points? = nil,
    refundLoop: RefundLoop? = nil, review: Review = Review()
  ) {
    self.velocity = velocity
    self.linked = linked
    self.rings = rings
    self.minimumOrder = minimumOrder
    self.largeAward = largeAward
    self.largeRedemption = largeRedemption
    self.refundLoop = refundLoop
    self.review = review
  }

  /// The keys of the rules in the order of their numbers.
  var ruleNames: [String] {
    velocity.map { "risk.velocity.\($0.name)" }
      + [
        "risk.linked", "risk.rings", "risk.minimum-order", "risk.large-award",
        "risk.large-redemption", "risk.refund-loops",
      ]
  }
}

/// How a manual review came out.
public enum ReviewOutcome: UInt8, Sendable, Hashable, CaseIterable {
  /// The account is in order: what was held is released, and rules that look at who stands behind
  /// it or at the size of what it gets ask no more.
  case approved
  /// It is not: what was held is called off, and the account earns nothing and uses no coupons from
  /// now on.
  case denied
}
