/// All that behavior ever sees of incentives: numbers that the simulation reads off a quote.
///
/// Shares are of the basket at list price. Everything zero means no incentive at all.
public struct Stimulus: Sendable, Hashable {
  /// What the basket costs after tier price and promotions, coupons left aside; 1 at list price.
  public var priceShare: Double = 1
  /// What coupons take off.
  public var couponShare: Double = 0
  /// What gifts with the basket are worth.
  public var giftShare: Double = 0
  /// What the points that the order earns are worth.
  public var earnedShare: Double = 0
  /// How near the smallest reward is, or the full stamp card if that is nearer: from 0 (far, or
  /// none) to 1 (at hand).
  public var rewardNearness: Double = 0
  /// The smallest reward for points; what a larger balance would pay is not in it.
  public var pointsReward = RewardInSight()
  /// The full stamp card.
  public var cardReward = RewardInSight()
  /// The privilege that the smallest share of its orders is missing to.
  public var privilegeReward = RewardInSight()
  /// How near the next tier is, from 0 (far, or none) to 1 (this order reaches it).
  public var tierNearness: Double = 0
  /// How much cheaper the next tier is.
  public var tierGain: Double = 0
  /// What the points that expire first are worth, at most 1.
  public var expiringShare: Double = 0
  /// Days until they expire.
  public var daysToExpiry: Double = 0
  /// What the points are worth that this order would make spendable beside those it earns: they wait
  /// for it, or expired and come back with it; above 1 where they are worth more than the basket.
  public var waitingShare: Double = 0

  /// What offers that end on an announced day take off.
  public var endingShare: Double = 0
  /// Days until the first of them ends.
  public var daysToDeadline: Double = 0
  /// Days since a coupon was last delivered; less than zero means none ever was.
  public var daysSinceDelivery: Double = -1
  /// What is left of the feeling about one's tier: above zero after a rise, below it after a fall.
  public var tierFeeling: Double = 0
  /// Days since the member was last rewarded; less than zero means never.
  public var daysSinceReward: Double = -1
  /// What that reward was worth, as a share of the basket at hand.
  public var lastRewardShare: Double = 0
  /// Days that the member has lived with the scheme.
  public var daysWithScheme: Double = 0
  /// Stamps that the member still needs for a full card; zero without a card.
  public var stampsMissing: Int32 = 0
  /// Days since a friend brought the member; less than zero means that nobody did.
  public var daysSinceInvited: Double = -1
  /// Opened messages still in mind.
  public var adstock: Double = 0

  /// No incentive.
  public init() {}
}

/// A reward that a member may come nearer to.
public struct RewardInSight: Sendable, Hashable {
  /// How near it is, from 0 (far, or none) to 1 (at hand).
  public var nearness: Double
  /// What it is worth, as a share of the basket; above 1 where it is worth more.
  public var share: Double

  /// Creates a reward in sight; none, by default.
  public init(nearness: Double = 0, share: Double = 0) {
    self.nearness = nearness
    self.share = share
  }
}
