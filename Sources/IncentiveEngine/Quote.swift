public import Quantities
public import Timeline

/// What the engine would grant now for one basket: the least to pay, and where the account stands.
///
/// The price is the least over all legal stacks of offers; ties go to fewer offers, then to rule
/// order. Points are never spent by a quote: it says how many may be spent and what they are worth.
public struct Quote: Sendable, Hashable {
  /// The basket at list price.
  public var list: Money = .zero
  /// What the tier's price takes off.
  public var tierDiscount: Money = .zero
  /// What promotions take off.
  public var promotionDiscount: Money = .zero
  /// What coupons take off.
  public var couponDiscount: Money = .zero
  /// What the gifts are worth to the member; not part of what is paid.
  public var giftValue: Money = .zero
  /// What the gifts cost the merchant.
  public var giftCost: Money = .zero
  /// The gifts that come with the order.
  public var gifts: GiftSet = []
  /// What the privileges are worth to the member; not part of what is paid.
  public var privilegeValue: Money = .zero
  /// What the privileges cost the merchant.
  public var privilegeCost: Money = .zero
  /// The privileges that come with the order.
  public var privileges: PrivilegeSet = []
  /// Orders in a month that the nearest privilege asks for; zero if none is missing only those.
  public var privilegeOrders: Int32 = 0
  /// How many of them are still missing, before this order.
  public var ordersToPrivilege: Int32 = 0
  /// What that privilege is worth to the member.
  public var privilegeReward: Money = .zero
  /// The offers of the stack.
  public var offers: OfferSet = []
  /// Points that may be spent on this basket: whole steps within every limit.
  public var spendablePoints: Points = .zero
  /// What those points pay.
  public var spendableValue: Money = .zero
  /// Points the order would earn if paid in money, bonuses included.
  public var earnedPoints: Points = .zero
  /// Active points that have not expired.
  public var balance: Points = .zero
  /// Points still missing before any may be spent; zero when some may, or when none ever may.
  public var pointsToReward: Points = .zero
  /// Points of the smallest reward; zero when points cannot be spent.
  public var rewardPoints: Points = .zero
  /// What the smallest reward pays.
  public var rewardValue: Money = .zero
  /// Stamps on a full card; zero without a card.
  public var stampCardSize: Int32 = 0
  /// Stamps still missing, before this order; more than the card's size while some are owed.
  public var stampsToReward: Int32 = 0
  /// What a full card brings the member; a coupon, the least that it may take off.
  public var stampReward: Money = .zero
  /// What one more step toward the next tier counts: growth value or money still missing; zero at
  /// the top.
  public var toNextTier: Int64 = 0
  /// The distance between the tiers' thresholds, this one's to the next one's; zero at the top.
  public var tierSpan: Int64 = 0
  /// What this order would count toward the next tier.
  public var towardNextTier: Int64 = 0
  /// By how many thousandths of the list price the next tier is cheaper than this one.
  public var nextTierGainPerMille: Int32 = 0
  /// The tier's position in the ladder.
  public var tier: UInt8 = 0
  /// The last day of the points that expire first; `Day.never` when none do.
  public var nextExpiry: Day = .never
  /// How many points that is.
  public var nextExpiryPoints: Points = .zero

  /// The last day of the offer of the stack that ends first; `Day.never` when none is to end.
  ///
  /// A promotion that comes again every week or month does not end.
  public var offersLastDay: Day = .never

  /// A quote that grants nothing.
  public init(list: Money) { self.list = list }

  /// What the member pays, before any points are spent.
  public var pay: Money { list - tierDiscount - promotionDiscount - couponDiscount }
}
