public import Quantities
public import Timeline

/// A reward of the points mall: what points buy otherwise than at checkout (M05, M07).
public struct Reward: Sendable, Hashable {
  /// How many a member may take.
  public struct Limit: Sendable, Hashable {
    /// The most in one period.
    public var count: Int
    /// The period of the calendar; nothing means for ever.
    public var period: CalendarPeriod?

    /// Creates the limit.
    public init(count: Int, period: CalendarPeriod? = nil) {
      self.count = count
      self.period = period
    }
  }

  /// The name that explanations print.
  public var name: String
  /// What it costs in points, more than zero.
  public var price: Points
  /// What the member gets.
  public var content: RewardContent
  /// The days on which it may be taken: a festival, or always (M05).
  public var window: PromotionWindow
  /// The lowest tier that may take it, by position in the ladder; nothing means all members.
  public var lowestTier: Int?
  /// How many each community has; nothing means as many as are asked for.
  public var stock: Int?
  /// How many a member may take, if limited.
  public var limit: Limit?
  /// How many are taken by themselves on one day; nothing means that members ask.
  ///
  /// Whenever an order leaves the points for it, and always after the order's tier was settled.
  public var automaticPerDay: Int?

  /// Creates the reward.
  public init(
    name: String, price: Points, content: RewardContent, window: PromotionWindow = .always,
    lowestTier: Int? = nil, stock: Int? = nil, limit: Limit? = nil, automaticPerDay: Int? = nil
  ) {
    self.name = name
    self.price = price
    self.content = content
    self.window = window
    self.lowestTier = lowestTier
    self.stock = stock
    self.limit = limit
    self.automaticPerDay = automaticPerDay
  }
}

/// What a reward is.
public enum RewardContent: Sendable, Hashable {
  /// Goods, a privilege or a membership with a partner: what one costs the merchant, and what it
  /// is worth to the member.
  case item(cost: Money, value: Money)
  /// One of the scheme's coupons that are granted as rewards, by the offer's position.
  case coupon(offer: Int)
}
