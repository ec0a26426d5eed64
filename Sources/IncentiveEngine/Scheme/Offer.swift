public import Quantities
public import Timeline

/// A reduction of what a basket costs: a promotion open to all members, or a coupon they hold.
public struct Offer: Sendable, Hashable {
  /// How a member comes by the offer.
  public enum Access: Sendable, Hashable {
    /// A promotion, open to every member on these days.
    case promotion(PromotionWindow)
    /// A coupon: granted, held until its last day, used once. A member holds at most one of a
    /// kind; a grant to a member who holds one is refused.
    case coupon(CouponGrant, validDays: Int)
  }

  /// Whether the offer combines with others.
  public enum Stacking: UInt8, Sendable, Hashable, CaseIterable {
    /// It combines with every other stackable offer.
    case stackable
    /// It combines with no other offer.
    case exclusive
  }

  /// The name that explanations print.
  public var name: String
  /// How a member comes by it.
  public var access: Access
  /// What it takes off.
  public var benefit: Benefit
  /// Whether it combines with others.
  public var stacking: Stacking
  /// The items it is for; nothing means the whole basket.
  public var scope: OfferScope?
  /// The fewest units of those items that there must be.
  public var minimumItems: Int
  /// The hours of the day in which it may be used (M20); nothing means all day.
  public var hours: DayHours?
  /// Hours after its grant at which a coupon granted on a day ends, that hour excluded (M20);
  /// nothing means at the end of its last day.
  public var validHours: Int?

  /// Creates the offer.
  public init(
    name: String, access: Access, benefit: Benefit, stacking: Stacking = .stackable,
    scope: OfferScope? = nil, minimumItems: Int = 0, hours: DayHours? = nil,
    validHours: Int? = nil
  ) {
    self.name = name
    self.access = access
    self.benefit = benefit
    self.stacking = stacking
    self.scope = scope
    self.minimumItems = minimumItems
    self.hours = hours
    self.validHours = validHours
  }
}

extension Offer {
  /// Whether it is granted, held and used once.
  public var isCoupon: Bool { if case .coupon = access { true } else { false } }
}

/// What an offer takes off a basket.
///
/// Thresholds look at the basket at the member's tier price, before other offers. Offers of a stack
/// apply in rule order, each to what the earlier ones left; no offer takes the price below zero.
public enum Benefit: Sendable, Hashable {
  /// The step with the highest threshold that the basket reaches (M15: 满199减30), steps ascending.
  case amountOff([LadderStep])
  /// A share off, at most `cap`, from a threshold on (M17); the reduction is rounded down.
  case shareOff(Rate, minimumSpend: Money, cap: Money?)
  /// An amount off for each full number of units (M21: 买3罐减50, and 100 for six).
  case amountOffEach(units: Int, off: Money)
  /// Every so many units, one is cheaper (M21: 第二件半价).
  case nthUnit(NthUnit)
  /// The gift with the highest threshold that is reached (M22); takes nothing off.
  case gift([GiftStep])
}

/// One step of a ladder of thresholds.
public struct LadderStep: Sendable, Hashable {
  /// The least the basket must cost.
  public var minimumSpend: Money
  /// What is taken off.
  public var off: Money

  /// Creates the step.
  public init(minimumSpend: Money, off: Money) {
    self.minimumSpend = minimumSpend
    self.off = off
  }
}

/// The days on which a promotion is open.
public enum PromotionWindow: Sendable, Hashable {
  /// Always.
  case always
  /// On these days.
  case dates(ClosedRange<Day>)
  /// On a day of every month; a shorter month's last day.
  case dayOfMonth(Int)
  /// On a weekday, Monday 1 to Sunday 7.
  case weekday(Int)
}

/// When a coupon is granted (M16, M18).
public enum CouponGrant: Sendable, Hashable {
  /// On joining.
  case onJoining
  /// On the first paid order after joining, returned ones aside; usable from the next order on. One
  /// still held begins anew.
  case onFirstOrder
  /// When what was paid in a period of the calendar reaches an amount (M19): once a member and
  /// period, usable from the next order on.
  case onSpend(Money, per: CalendarPeriod)
  /// On a day of every month, at an hour, to the members of an audience.
  case monthly(dayOfMonth: Int, hour: Int, audience: Audience)
  /// On one day, at an hour, to the members of an audience.
  case once(Day, hour: Int, audience: Audience)
  /// For a deposit; the days of its balance are those on which the coupon is valid.
  case deposit(Deposit)
  /// As a reward, for points (M05, M07) or a full stamp card (M06), or by
  /// a broadcast or a journey (M47): never by itself.
  case asReward
}

/// Members by how recently they ordered.
public enum Audience: Sendable, Hashable {
  /// Every member.
  case everyone
  /// Members with an order in the last so many days, even a returned one, as long as any order of
  /// theirs stands.
  case active(withinDays: Int)
  /// Members without an order (since joining) for so many days or more.
  case dormant(forDays: Int)
  /// Members who let a coupon lapse; the position of its offer.
  case lapsed(coupon: Int)
  /// Members with a tag; its position in ``TagRules/tags``.
  case tagged(Int)
}
