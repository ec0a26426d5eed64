/// One complete set of incentive rules, as data: what a planner writes, checked, before it is
/// compiled.
///
/// An empty scheme is a real scheme: the engine runs it and grants nothing.
public struct Scheme: Sendable, Hashable {
  /// The name that reports print.
  public var name: String
  /// Points that members earn and spend (M01, M04, M08), if the scheme has any.
  public var points: PointsProgram?
  /// Growth value, which counts toward tiers and is never spent (M09).
  public var growth: GrowthProgram?
  /// Tiers with their prices and reviews (M26, M27).
  public var tiers: TierLadder?
  /// Multipliers of earned points (M10).
  public var multipliers: [Multiplier]
  /// How several multipliers on one order combine.
  public var multiplierCombination: MultiplierCombination
  /// Promotions and coupons in rule order (M15–M18); at most ``maximumOfferCount``.
  public var offers: [Offer]
  /// The points mall: what points buy otherwise than at checkout (M05, M07); at most
  /// ``maximumRewardCount``.
  public var rewards: [Reward]
  /// The stamp card (M06), if the scheme has one.
  public var stampCard: StampCard?
  /// What returned orders undo; nothing where orders cannot be returned.
  public var refunds: RefundPolicy?
  /// Whether a member may join accounts that were opened apart (M13).
  public var mergesAccounts: Bool
  /// Points exchanged with other merchants (M12).
  public var exchanges: [ExchangeRule]
  /// What only members who qualify have (M29); at most ``maximumPrivilegeCount``.
  public var privileges: [Privilege]
  /// Rewards for inviting others (M33, M34), if the scheme has any.
  public var referral: ReferralProgram?
  /// Rules against abuse (M53), if the scheme has any.
  public var risk: RiskPolicy?

  /// How often, and at which hours, members may be sent messages (M52); nothing for no limits.
  public var contact: ContactPolicy?
  /// Messages on the calendar (M49); at most ``Broadcast/maximumCount``.
  public var broadcasts: [Broadcast]

  /// The most rewards a scheme may have.
  ///
  /// assumption: far more than a member would look through.
  public static let maximumRewardCount = 64
  /// Limits on what the scheme gives (M11, M55); at most ``maximumBudgetCount``.
  public var budgets: [Budget]
  /// Groups of offers with a rule of stacking of their own (M55).
  public var groups: [OfferGroup]

  /// The most offers a scheme may have: one bit each in an ``OfferSet``.
  public static let maximumOfferCount = 16

  /// Tags that are kept of members (M51), if the scheme has any.
  public var tags: TagRules?

  /// What is done for members step by step (M47, M48); at most ``Journey/maximumCount``.
  public var journeys: [Journey]

  /// Creates a scheme; without arguments beyond its name it grants nothing.
  public init(
    name: String, points: PointsProgram? = nil, growth: GrowthProgram? = nil,
    tiers: TierLadder? = nil, multipliers: [Multiplier] = [],
    multiplierCombination: MultiplierCombination = .multiplicative, offers: [Offer] = [],
    rewards: [Reward] = [], stampCard: StampCard? = nil, mergesAccounts: Bool = false,
    budgets: [Budget] = [], groups: [OfferGroup] = [], refunds: RefundPolicy? = nil,
    exchanges: [ExchangeRule] = [], privileges: [Privilege] = [], tags: TagRules? = nil,
    contact: ContactPolicy? = nil, broadcasts: [Broadcast] = [], referral: ReferralProgram? = nil,
    journeys: [Journey] = [], risk: RiskPolicy? = nil
  ) {
    self.name = name
    self.points = points
    self.growth = growth
    self.tiers = tiers
    self.multipliers = multipliers
    self.multiplierCombination = multiplierCombination
    self.offers = offers
    self.rewards = rewards
    self.stampCard = stampCard
    self.mergesAccounts = mergesAccounts
    self.budgets = budgets
    self.groups = groups
    self.refunds = refunds
    self.exchanges = exchanges
    self.privileges = privileges
    self.tags = tags
    self.journeys = journeys
    self.contact = contact
    self.broadcasts = broadcasts
    self.referral = referral
    self.risk = risk
  }

  /// The scheme that grants nothing.
  public static let none = Scheme(name: "none")
}

extension Scheme {
  /// Whether a message may wait: for a rule's sake, or for a member's own hour.
  var letsMessagesWait: Bool {
    (contact?.postpones ?? false) || broadcasts.contains(where: \.usesOwnHour)
  }
}
