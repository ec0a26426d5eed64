public import IncentiveEngine
public import PointsLedger
public import Quantities
public import Timeline

/// What a scheme would have cost on orders of the past, if people had bought all the same.
public struct ReplayResult: Sendable {
  /// Sums over all orders.
  public internal(set) var totals = ReplayTotals()
  /// Points by month, from the first to the last of the days.
  public internal(set) var months: [ReplayMonth] = []
  /// Every transfer of points, in the order in which it was booked; holders are customers.
  public internal(set) var journal: [Transfer] = []
  /// Every movement of stamps, in the order in which it was noticed.
  public internal(set) var stamps: [StampMovement] = []
  /// The ledger's accounts after the last day; the trial balance is their sum.
  public internal(set) var ledger = LedgerTotals()
  /// Rules of the ledger and of the engine that were found broken: none, if all is well.
  public internal(set) var faults: [String] = []
  /// What happened to the customer asked for; empty if none was.
  public internal(set) var story: [ReplayEntry] = []

  /// The sum over all accounts of the ledger: zero.
  public var trialBalance: Int64 { ledger.trialBalance }
  /// Issued − redeemed − expired − clawed back ± adjusted − outstanding: zero.
  public var residual: Int64 {
    let totals = totals
    return totals.issued.count - totals.redeemed.count - totals.expired.count
      - totals.otherwiseLost.count - totals.outstanding.count
  }
}

/// Sums over the orders of a replay.
public struct ReplayTotals: Sendable, Hashable {
  /// Customers who ordered, and so became members with their first order.
  public internal(set) var members = 0
  /// Orders.
  public internal(set) var orders = 0
  /// Orders before any incentive.
  public internal(set) var list = Money.zero
  /// Discounts of tiers.
  public internal(set) var tierDiscount = Money.zero
  /// Discounts of promotions.
  public internal(set) var promotionDiscount = Money.zero
  /// Discounts of coupons.
  public internal(set) var couponDiscount = Money.zero
  /// What points paid.
  public internal(set) var redeemedValue = Money.zero
  /// What rewards for points and full stamp cards cost.
  public internal(set) var rewardCost = Money.zero
  /// Rewards given, for points or for full cards.
  public internal(set) var rewards = 0
  /// Stamps that members hold on open cards at the end of the last day, less those they owe.
  public internal(set) var stampsHeld: Int64 = 0
  /// What those will cost, as so much of a full card's reward, rounded half up.
  public internal(set) var stampLiability = Money.zero
  /// What was paid in money.
  public internal(set) var paid = Money.zero
  /// Refunds.
  public internal(set) var refunds = 0
  /// Money given back.
  public internal(set) var refunded = Money.zero
  /// Discounts on what was given back: they cost nothing any more.
  public internal(set) var undoneDiscounts = Money.zero
  /// What points had paid for what was given back.
  public internal(set) var undoneRedeemed = Money.zero
  /// Refunds that the scheme's policy refuses, as they come too late.
  public internal(set) var refusedRefunds = 0
  /// The amounts of those.
  public internal(set) var refusedRefund = Money.zero
  /// Points issued.
  public internal(set) var issued = Points.zero
  /// Points spent.
  public internal(set) var redeemed = Points.zero
  /// Points that expired.
  public internal(set) var expired = Points.zero
  /// Points clawed back or adjusted away.
  public internal(set) var otherwiseLost = Points.zero
  /// Points that members hold at the end of the last day.
  public internal(set) var outstanding = Points.zero
  /// What those are worth at face, rounded half up; zero if points cannot be spent.
  public internal(set) var liability = Money.zero
  /// Orders on which the points of the file's column could not be spent.
  public internal(set) var refusedRedemptions = 0
  /// The points of those orders.
  public internal(set) var refusedPoints = Points.zero

  /// All discounts.
  public var discounts: Money { tierDiscount + promotionDiscount + couponDiscount }
}

/// How points move in one month of a replay.
public struct ReplayMonth: Sendable, Hashable {
  /// The month.
  public let month: Month
  /// Points that members hold when it begins.
  public internal(set) var opening: Int64
  /// Points issued.
  public internal(set) var issued: Int64 = 0
  /// Points spent.
  public internal(set) var redeemed: Int64 = 0
  /// Points that expired.
  public internal(set) var expired: Int64 = 0
  /// Points clawed back or adjusted away.
  public internal(set) var otherwiseLost: Int64 = 0

  /// Points that members hold when it ends.
  public var closing: Int64 { opening + issued - redeemed - expired - otherwiseLost }
}

/// One moment in the story of one customer.
public struct ReplayEntry: Sendable {
  /// What happened.
  public enum Kind: Sendable, Hashable {
    /// The customer became a member.
    case joined
    /// An order before any incentive.
    case order(list: Money)
    /// So much of what the file says was paid is given back.
    case refund(Money)
    /// A moment of the program's calendar.
    case scheduled(ScheduledKind)
    /// The engine did something at a minute of its own choice.
    case timer
    /// The books are closed.
    case closed
  }

  /// When.
  public let minute: Minute
  /// What.
  public let kind: Kind
  /// What the engine decided.
  public let decision: Decision
  /// Every rule that looked at the order, before it was placed.
  public let findings: [RuleFinding]
  /// The transfers that it brought about, expiries noticed on the way included.
  public let transfers: [Transfer]
  /// The customer's points afterwards.
  public let balance: Points
}
