import PointsLedger
import Quantities
import Timeline

/// One reward of the points mall as the engine runs it.
struct RewardProgram: Sendable {
  var rule: RuleID
  var price: Int64
  var window: PromotionWindow
  var lowestTier: Int
  var content: RewardContent
  /// Where its stock is counted; the same for schemes with the very same rules.
  var counter: Int
  var stock: Int64
  /// Whether a budget holds its stock.
  var isBudgeted: Bool
  /// The most that one member takes in a period, and the count of them; nothing if not limited.
  var limit: (most: Int64, slot: PeriodSlot)?
  /// How many are taken by themselves on one day, and the count; nothing if members ask.
  var automatic: (most: Int64, slot: PeriodSlot)?

  init(
    _ reward: Reward, rule: RuleID, counter: Int, isBudgeted: Bool, slots: inout SlotAllocation
  ) {
    self.rule = rule
    self.isBudgeted = isBudgeted
    self.counter = counter
    price = reward.price.count
    window = reward.window
    lowestTier = reward.lowestTier ?? 0
    content = reward.content
    stock = reward.stock.map(Int64.init) ?? .max
    if let limit = reward.limit {
      self.limit = (Int64(limit.count), slots.periodCounter(limit.period))
    }
    if let most = reward.automaticPerDay {
      automatic = (Int64(most), slots.periodCounter(.day))
    }
  }
}

/// The stamp card as the engine runs it.
struct StampProgram: Sendable {
  var rule: RuleID
  var card: StampCard
  /// Stamps that fill a card: its size less those it bears from the start.
  var needed: Int64
  /// Stamps earned on the card at hand; below zero, stamps owed.
  var stamps: CounterSlot
  /// The day of the card's first stamp.
  var firstDay: CounterSlot
  /// The newest order with stamps, as ``OrderBook/noteStamps(_:after:)`` numbers it; only where
  /// orders may be returned.
  var newest: CounterSlot?
  /// What a full card brings the member.
  var worth: Money

  init(
    _ card: StampCard, worth: Money, rule: RuleID, keepsOrders: Bool,
    slots: inout SlotAllocation
  ) {
    self.rule = rule
    self.card = card
    self.worth = worth
    needed = Int64(card.size - card.startStamps)
    stamps = slots.counter()
    firstDay = slots.latest()
    if keepsOrders { newest = slots.latest() }
  }
}

/// A limit on what one member may spend in points, as the engine runs it.
struct SpendingLimitProgram: Sendable {
  var points: Int64
  var slot: PeriodSlot

  init(_ limit: SpendingLimit, slots: inout SlotAllocation) {
    points = limit.points.count
    slot = slots.periodCounter(limit.period)
  }
}

extension Scheme {
  /// What the cheapest reward costs, and what it is worth: points paid at checkout, or a reward of
  /// the mall that is always open to all; zero without any.
  var nearestReward: (points: Int64, value: Int64) {
    var nearest: (points: Int64, value: Int64) = (0, 0)
    if let redeem = points?.redeem {
      let smallest = redeem.smallestPoints.count
      nearest = (smallest, smallest / redeem.stepPoints.count * redeem.stepValue.minor)
    }
    for reward in rewards where reward.window == .always && reward.lowestTier == nil {
      guard nearest.points == 0 || reward.price.count < nearest.points else { continue }
      nearest = (reward.price.count, value(of: reward.content).minor)
    }
    return nearest
  }
}
