import PointsLedger
import Timeline

/// The number of an order in the accounts of one community.
public struct OrderNumber: Sendable, Hashable {
  /// The order's position in the book.
  public let index: UInt32

  /// Creates the number of a position.
  public init(index: UInt32) { self.index = index }
}

/// The orders of one community that may be returned, append-only: kept where a scheme has a refund
/// policy, and empty elsewhere.
///
/// Flat arrays: an order allocates nothing beyond their growth. How an order's reductions fall on its
/// lines is worked out when something is returned, from what is written here.
struct OrderBook: Sendable, Equatable {
  var orders: [OrderRecord] = []
  /// The lines of all orders.
  var lines: [OrderLine] = []
  /// Points spent by source lot, then points earned by lot, order by order.
  var parts: [LotPart] = []
  /// The last day of each coupon used, order by order, by position.
  var couponDays: [Int32] = []
  /// The orders that earned stamps, ascending.
  var stamped: [StampedOrder] = []
  /// The last order of each account, or -1.
  private var latest: [Int32] = []
  /// Whether orders have passed to other accounts, so that the way back through an account's orders
  /// does not lead to all of them.
  private var isRenamed = false

  /// The bytes that the records occupy.
  var byteCount: Int {
    orders.count * MemoryLayout<OrderRecord>.stride + lines.count * MemoryLayout<OrderLine>.stride
      + parts.count * MemoryLayout<LotPart>.stride
      + couponDays.count * MemoryLayout<Int32>.stride
      + stamped.count * MemoryLayout<StampedOrder>.stride
  }

  /// Adds an order, which remembers the account's order before it.
  mutating func append(_ record: OrderRecord, accountCount: Int) {
    if latest.isEmpty { latest = Array(repeating: -1, count: accountCount) }
    var record = record
    record.prior = latest[Int(record.account)]
    latest[Int(record.account)] = Int32(orders.count)
    orders.append(record)
  }

  /// Puts the orders of an account under another, which may return them from then on; the orders of
  /// each know the tier of the other, and those to come begin with the tier of both.
  mutating func join(_ other: Int, of otherTier: UInt8, with account: Int, of tier: UInt8) {
    guard !orders.isEmpty else { return }
    isRenamed = true
    (latest[other], latest[account]) = (-1, -1)
    for index in orders.indices {
      if orders[index].account == UInt32(account) {
        orders[index].baseTier = max(orders[index].baseTier, otherTier)
      } else if orders[index].account == UInt32(other) {
        orders[index].baseTier = max(orders[index].baseTier, tier)
        orders[index].account = UInt32(account)
      }
    }
  }

  /// Gives what an order earned other last days, as the ledger has done; what it spent, and what came
  /// back with it, stay as they are.
  mutating func move(earnedBy order: Int32, to lastDay: (LotKey) -> Day) {
    guard order >= 0 else { return }
    for part in earnings(Int(order)).dropLast(Int(orders[Int(order)].reinstatedCount)) {
      parts[part].lot.expiry = lastDay(parts[part].lot)
    }
  }

  /// Gives the lots of an account's orders other last days, as the ledger has done.
  mutating func move(lotsOf account: Int, to lastDay: (LotKey) -> Day) {
    guard !orders.isEmpty else { return }
    if isRenamed {
      for order in orders.indices where orders[order].account == UInt32(account) {
        moveLots(of: order, to: lastDay)
      }
      return
    }
    var order = Int(latest[account])
    while order >= 0 {
      moveLots(of: order, to: lastDay)
      order = Int(orders[order].prior)
    }
  }

  private mutating func moveLots(of order: Int, to lastDay: (LotKey) -> Day) {
    for part in sources(order).lowerBound..<earnings(order).upperBound {
      parts[part].lot.expiry = lastDay(parts[part].lot)
    }
  }

  /// The last order of an account, or -1; none from before accounts were merged.
  func newest(of account: Int) -> Int { latest.isEmpty ? -1 : Int(latest[account]) }

  /// Where the lines of an order stand.
  func lineRange(_ order: Int) -> Range<Int> {
    let first = Int(orders[order].firstLine)
    return first..<first + Int(orders[order].lineCount)
  }

  /// The lots that paid for an order, in the order in which they were spent.
  func sources(_ order: Int) -> Range<Int> {
    let first = Int(orders[order].firstPart)
    return first..<first + Int(orders[order].sourceCount)
  }

  /// The lots that an order earned, bonuses included.
  func earnings(_ order: Int) -> Range<Int> {
    let first = sources(order).upperBound
    return first..<first + Int(orders[order].earningCount)
  }
}

/// One order as it was decided, and how much of it has been undone.
struct OrderRecord: Sendable, Equatable {
  /// In minor units, as the order's terms.
  var list: Int64 = 0
  var tierDiscount: Int64 = 0
  var promotionDiscount: Int64 = 0
  var couponDiscount: Int64 = 0
  /// Money paid, after everything.
  var paid: Int64 = 0
  /// Points spent.
  var spent: Int64 = 0
  var growth: Int64 = 0
  /// What of the order's value has been undone: of ``value``.
  var undone: Int64 = 0
  var minute: Int32 = 0
  var stamps: Int32 = 0
  var account: UInt32 = 0
  /// The account's order before it, or -1.
  var prior: Int32 = -1
  var firstLine: UInt32 = 0
  var firstPart: UInt32 = 0
  var firstCouponDay: UInt32 = 0
  var lineCount: UInt16 = 0
  var sourceCount: UInt16 = 0
  var earningCount: UInt16 = 0
  /// How many of them, the last ones, are of expired points that the order brought back.
  var reinstatedCount: UInt16 = 0
  var scheme: UInt16 = 0
  /// The offers used, one bit each.
  var offers: UInt16 = 0
  /// Those of them that a coupon which waited took the place of, one bit each.
  var spares: UInt16 = 0
  /// Coupons granted for a first order or for spend, one bit each.
  var granted: UInt16 = 0
  /// The grace that stood before the order.
  var graceLastDay: Int32 = 0
  var graceTier: UInt8 = 0
  /// The tier before the order, whose price it got.
  var tier: UInt8 = 0
  /// The tier that no return of the order takes back: the one before it was paid, or one that another
  /// account brought along when it was merged with this one.
  var baseTier: UInt8 = 0

  /// The price after every reduction: paid in money and in points.
  var value: Int64 { list - tierDiscount - promotionDiscount - couponDiscount }
}

/// One line of an order, and how much of it has been undone.
struct OrderLine: Sendable, Equatable {
  var line: BasketLine
  /// Items returned.
  var returned: Int32 = 0
  /// Items returned when an amount of the line was last undone.
  var returnedBefore: Int32 = 0
  /// What of the line's value has been undone.
  var undone: Int64 = 0
  /// What had been undone when an amount of the line was last undone.
  var undoneBefore: Int64 = 0
}
