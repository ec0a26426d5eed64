import Quantities

/// One refund in the making: the order, its lines before and after, and what each line cost.
struct Undoing {
  let order: Int
  private(set) var record: OrderRecord
  private(set) var lines: [OrderLine]
  /// What each line cost after every reduction.
  let values: [Int64]
  let before: RefundProgress
  /// The last days of the coupons used, by position.
  let couponDays: ArraySlice<Int32>
  private let firstLine: Int

  init(_ order: Int, _ book: OrderBook, values: [Int64]) {
    self.order = order
    self.values = values
    record = book.orders[order]
    couponDays = book.couponDays[Int(record.firstCouponDay)...]
    let range = book.lineRange(order)
    firstLine = range.lowerBound
    lines = Array(book.lines[range])
    before = RefundProgress(record, lines, values: values)
  }

  /// Where the order stands now.
  var after: RefundProgress { RefundProgress(record, lines, values: values) }

  /// Whether nothing is left to return.
  var isOver: Bool { before.value.isAll && before.items.isAll }

  /// Whether this refund undoes the last of the order.
  var completes: Bool { !before.isWhole && after.isWhole }

  /// Undoes all that is left.
  mutating func undoAll() {
    for index in lines.indices { lines[index].undoAll(ofValue: values[index]) }
    record.undone = record.value
  }

  /// Undoes an amount of money, spread over what is left of the lines by largest remainder.
  ///
  /// Points that paid come back in proportion: so much of the order's value is undone as has this
  /// amount for its share in money.
  mutating func undo(_ money: Int64) -> Refusal {
    let refunded = before.share.of(record.paid, .down)
    guard money > 0, money <= record.paid - refunded else { return .returnTooLarge }
    let target = Rate(refunded + money, over: record.paid).of(record.value, rounding: .up)
    let left = zip(values, lines).map { $0 - $1.undone }
    let amount = min(target - record.undone, left.reduce(0, +))
    for (index, part) in LargestRemainder.split(amount, by: left).enumerated() {
      lines[index].undo(part)
    }
    record.undone = target
    return .none
  }

  /// Returns items of each line.
  mutating func giveBack(_ basket: borrowing Span<BasketLine>) -> Refusal {
    guard basket.count == lines.count else { return .orderUnknown }
    var items: Int64 = 0
    for index in basket.indices {
      let count = basket[index].quantity
      items += Int64(count)
      guard lines[index].giveBack(count, ofValue: values[index]) else { return .returnTooLarge }
    }
    return items > 0 ? .none : .returnTooLarge
  }

  /// Gives back what the lines are worth less what the items kept cost more; never charges.
  mutating func settle(withholding withheld: Int64) {
    let worth = lines.reduce(0) { $0 + $1.undone }
    record.undone = max(record.undone, worth - withheld)
  }

  /// Writes the new state down.
  func write(to book: inout OrderBook) {
    book.orders[order] = record
    for (index, line) in lines.enumerated() { book.lines[firstLine + index] = line }
  }
}
