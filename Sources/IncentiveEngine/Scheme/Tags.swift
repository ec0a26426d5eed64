public import Quantities

/// The tags that a scheme keeps of its members (M51), from what they ordered.
///
/// **Recency** is days since the last order, even a returned one, or since joining if that was later.
/// **Frequency** and **money** are the orders and the money paid, points
/// aside, in the last ``months`` whole calendar months and the current one: an order counts in the
/// month of its payment until all of it is returned; money that a refund gives back leaves that month.
/// Orders from before joining do not count; of accounts that were merged both count.
public struct TagRules: Sendable, Hashable {
  /// Whole calendar months, before the current one, over which orders and money are counted; at most
  /// ``maximumMonths``.
  public var months: Int
  /// The classes of recency, frequency and money, if tags look at any.
  public var scales: RFMScales
  /// When a member is new, sleeping, lapsed or back, if tags look at it.
  public var lifeCycle: LifeCycle?
  /// The tags; at most ``maximumCount``.
  public var tags: [MemberTag]

  /// The most months: two years.
  ///
  /// assumption: longer than any campaign looks back.
  public static let maximumMonths = 24
  /// The most tags: one bit each in a ``TagSet``.
  public static let maximumCount = 32

  /// Creates the rules.
  public init(
    months: Int = 3, scales: RFMScales = RFMScales(), lifeCycle: LifeCycle? = nil, tags: [MemberTag]
  ) {
    self.months = months
    self.scales = scales
    self.lifeCycle = lifeCycle
    self.tags = tags
  }
}

/// Limits that divide members into classes of recency, frequency and money (RFM); class 1 is the worst,
/// and each limit that is met is one class more.
///
/// Hughes, *Strategic Database Marketing* (1994), uses fifths of all members; limits in figures let the
/// class of a member follow from that member alone.
public struct RFMScales: Sendable, Hashable {
  /// Days since the last order, ascending: within the shortest is the best class.
  public var recencyDays: [Int]
  /// Orders, ascending: the most is the best class.
  public var orders: [Int]
  /// Money paid, ascending: the most is the best class.
  public var spent: [Money]

  /// The most limits of a scale.
  ///
  /// assumption: RFM is done in fifths; tenths are as fine as anybody cuts.
  public static let maximumLimitCount = 9

  /// Creates scales; one without limits has a single class.
  public init(recencyDays: [Int] = [], orders: [Int] = [], spent: [Money] = []) {
    self.recencyDays = recencyDays
    self.orders = orders
    self.spent = spent
  }
}

/// When a member is new, sleeping, lapsed or back; days.
public struct LifeCycle: Sendable, Hashable {
  /// Days from joining in which a member is new.
  public var newDays: Int
  /// Days without an order after which a member sleeps.
  public var sleepingDays: Int
  /// Days without an order after which a member has lapsed; more than those of a sleeper.
  public var lapsedDays: Int
  /// Days from the order with which a lapsed member came back in which that member is back.
  public var returnedDays: Int

  /// Creates the life cycle.
  public init(newDays: Int, sleepingDays: Int, lapsedDays: Int, returnedDays: Int) {
    self.newDays = newDays
    self.sleepingDays = sleepingDays
    self.lapsedDays = lapsedDays
    self.returnedDays = returnedDays
  }
}

/// Where a member stands in the life cycle; the first that holds, from the last one up.
public enum LifeStage: UInt8, Sendable, Hashable, CaseIterable {
  /// None of the others.
  case active
  /// Joined a short while ago.
  case new
  /// Ordered again, a short while ago, after having lapsed.
  case returned
  /// Without an order for a while.
  case sleeping
  /// Without an order for long.
  case lapsed
}

/// A named group of members.
public struct MemberTag: Sendable, Hashable {
  /// The name that explanations print.
  public var name: String
  /// What puts members into it; nothing for a tag that only journeys give.
  public var condition: TagCondition?

  /// Creates the tag.
  public init(name: String, condition: TagCondition?) {
    self.name = name
    self.condition = condition
  }
}

/// What puts members into a tag: all that is given must hold.
public struct TagCondition: Sendable, Hashable {
  /// An order (M51: S level = active within 7 days) in the last so many days.
  public var withinDays: Int?
  /// No order for so many days or more.
  public var quietDays: Int?
  /// Orders in the months that count, at least.
  public var orders: Int?
  /// Orders in a single one of those months, at least (M51: VIP ≥ 3 orders a month).
  public var monthOrders: Int?
  /// Money paid in the months that count, at least.
  public var spent: Money?
  /// Money paid for an order on average, in the months that count, at least.
  public var basket: Money?
  /// One of these stages of the life cycle.
  public var stages: [LifeStage]?
  /// Classes of recency, frequency and money.
  public var recency: ClosedRange<Int>?
  /// Classes of frequency.
  public var frequency: ClosedRange<Int>?
  /// Classes of money.
  public var money: ClosedRange<Int>?

  /// Creates a condition that every member meets.
  public init() {}
}

/// A set of a scheme's tags, by position in ``TagRules/tags``.
public struct TagSet: OptionSet, Sendable, Hashable {
  /// One bit a tag.
  public let rawValue: UInt32
  /// Creates a set from its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// The set of one tag.
  public init(tag: Int) { self.rawValue = 1 << UInt32(tag) }
}
