public import Quantities

/// The part of a sale's price that belongs to the points it earned, released as they are spent.
///
/// IFRS 15.B39–B43 and Example 52; ASC 606-10-55-42 to 45. The part is never allocated anew when the
/// estimate of redemptions changes; what has been released is caught up in the period of the change.
/// Points that come without a purchase carry no price and do not belong here.
public struct DeferredRevenue: Sendable, Equatable {
  /// What was paid for goods and points together.
  public let price: Money
  /// The part that belongs to the points: A.
  public let pointsPart: Money
  /// Revenue released so far.
  public private(set) var released = Money.zero

  /// Splits a price in proportion to stand-alone selling prices; the points' part is rounded half
  /// up and the goods take the rest.
  ///
  /// The points' stand-alone price is points × value × the share expected to be redeemed.
  ///
  /// - Precondition: the stand-alone prices are not negative and not both zero.
  public init(price: Money, goodsAlone: Money, pointsAlone: Money) {
    precondition(goodsAlone.minor >= 0 && pointsAlone.minor >= 0, "a price is never negative")
    let share = Rate(pointsAlone.minor, over: goodsAlone.minor + pointsAlone.minor)
    self.price = price
    pointsPart = share.of(price, rounding: .halfUp)
  }

  /// The part of the price that belongs to the goods: revenue at once.
  public var goodsPart: Money { price - pointsPart }

  /// What stays on the books: A less what was released.
  public var liability: Money { pointsPart - released }

  /// Ends a period: releases A × R ÷ E in all, rounded half up, and returns the period's revenue.
  ///
  /// R is the points redeemed since the sale, E the latest estimate of all that ever will be. With
  /// R above E everything is released.
  ///
  /// - Precondition: the estimate is positive.
  public mutating func endPeriod(redeemedToDate: Int64, expectedInAll: Int64) -> Money {
    precondition(expectedInAll > 0, "some points are expected to be redeemed")
    let share = Rate(min(redeemedToDate, expectedInAll), over: expectedInAll)
    let inAll = share.of(pointsPart, rounding: .halfUp)
    defer { released = inAll }
    return inAll - released
  }
}
