public import Quantities

/// One way in which an order earns points; of a scheme's rules the first that fits an order earns,
/// and no other (M01).
///
/// What a rule's limits refuse is not earned under a later rule: a cap would mean nothing else.
public struct EarningRule: Sendable, Hashable {
  /// What an order earns.
  public enum Effect: Sendable, Hashable {
    /// So many points, whatever it costs.
    case fixed(Points)
    /// Points for each minor unit of money.
    case perMinorPaid(Rate)
    /// Points for each item.
    case perItem(Points)
    /// Points for each full amount of money: each full ¥150 brings 6 points.
    case perFull(Money, Points)
  }

  /// Which money counts.
  public enum Basis: UInt8, Sendable, Hashable, CaseIterable {
    /// What is paid after discounts and points.
    case paid
    /// What is paid after discounts, the part that points pay included.
    case paidWithPoints
    /// The list price, before discounts.
    case beforeDiscounts
  }

  /// The name that reports and explanations print.
  public var name: String
  /// What an order earns.
  public var effect: Effect
  /// Which money counts.
  public var basis: Basis
  /// How parts of a point, or of a full amount, are rounded.
  public var rounding: Rounding
  /// Which orders the rule is for.
  public var condition: EarningCondition
  /// How much a member may get, and how often.
  public var limits: AwardLimits
  /// When the points expire; nothing means as the program's do.
  public var expiry: ExpiryRule?
  /// When the points become active; nothing means as the program's do.
  public var activation: ActivationRule?

  /// Creates the rule.
  public init(
    name: String, effect: Effect, basis: Basis = .paid, rounding: Rounding = .down,
    condition: EarningCondition = EarningCondition(), limits: AwardLimits = AwardLimits(),
    expiry: ExpiryRule? = nil, activation: ActivationRule? = nil
  ) {
    self.name = name
    self.effect = effect
    self.basis = basis
    self.rounding = rounding
    self.condition = condition
    self.limits = limits
    self.expiry = expiry
    self.activation = activation
  }

  /// The most earning rules that a scheme may have: one bit each in its calendar, and one for `earn`.
  public static let maximumCount = 15
}

/// Which orders an earning rule is for; what is not stated is no condition.
public struct EarningCondition: Sendable, Hashable {
  /// The days on which it holds.
  public var window: PromotionWindow
  /// The hours of the day in which it holds.
  public var hours: DayHours?
  /// The tiers it is for, by position in the ladder; none means all members.
  public var tiers: [Int]
  /// The least that the order must cost after discounts.
  public var minimumPaid: Money
  /// The lines that count: the others earn nothing, and an order without any does not fit.
  public var lines: LineFilter?

  /// Creates a condition.
  public init(
    window: PromotionWindow = .always, hours: DayHours? = nil, tiers: [Int] = [],
    minimumPaid: Money = .zero, lines: LineFilter? = nil
  ) {
    self.window = window
    self.hours = hours
    self.tiers = tiers
    self.minimumPaid = minimumPaid
    self.lines = lines
  }
}

/// Hours of every day, such as 20:00 to 22:00; from 22:00 to 2:00 goes past midnight.
public struct DayHours: Sendable, Hashable {
  /// The first minute of the day, 0 to 1,439.
  public var fromMinute: Int
  /// The minute of the day at which it is over, 1 to 1,440.
  public var toMinute: Int

  /// Creates hours.
  public init(fromMinute: Int, toMinute: Int) {
    self.fromMinute = fromMinute
    self.toMinute = toMinute
  }

  /// Whether a minute of the day lies in the hours.
  @inline(__always)
  public func contains(minuteOfDay minute: Int) -> Bool {
    fromMinute < toMinute
      ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute
  }
}

/// Lines of a basket by their category or item.
public struct LineFilter: Sendable, Hashable {
  /// Categories, by number.
  public var categories: [UInt16]
  /// Items, by position in the catalogue.
  public var items: [UInt16]
  /// Whether these are the lines left out, not the lines meant.
  public var isExcept: Bool

  /// Creates a filter.
  public init(categories: [UInt16] = [], items: [UInt16] = [], isExcept: Bool = false) {
    self.categories = categories
    self.items = items
    self.isExcept = isExcept
  }
}
