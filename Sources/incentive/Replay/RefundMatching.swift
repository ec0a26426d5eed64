internal import Experiments
internal import OrderLogs
internal import Quantities
internal import Timeline

/// Which order each refund of an order file gives back, and whether that much is left of it.
///
/// A refund names its order in a column of its own, or under the order's number. One that names none
/// is taken off the customer's latest order before it that has as much left: `assumption:`, and
/// counted, as the file does not tell.
struct RefundMatching {
  /// An order that may be refunded.
  private struct Target {
    var customer: String
    var minute: Minute
    var left: Money
    /// Its number in the file, or its line.
    var name: String
  }

  private(set) var refunds: [ReplayRefund] = []
  /// Refunds that name no order.
  private(set) var unnamedCount = 0
  private(set) var badRows: [ReplayInput.BadRow] = []

  private var targets: [Target]
  /// Positions among the orders that are replayed, by the number of each order of the file.
  private var byNumber: [String: Int] = [:]
  /// Positions of each customer's orders, in the order of time.
  private var byCustomer: [String: [Int]] = [:]
  private let decimals: Int

  /// - Parameters:
  ///   - rows: Orders and refunds, in the order of time.
  ///   - orders: The orders that are replayed; a customer's day may be merged into one.
  ///   - decimals: Decimals of the currency's minor unit, for problems.
  init(_ rows: [OrderRow], orders: [OrderRow], merged: Bool, decimals: Int) {
    self.decimals = decimals
    targets = orders.map {
      Target(
        customer: $0.customer, minute: $0.minute, left: $0.amount,
        name: $0.order ?? "of line \($0.line)")
    }
    for (position, order) in orders.enumerated() {
      byCustomer[order.customer, default: []].append(position)
    }
    for (position, order) in orders.enumerated() where !merged {
      if let number = order.order { byNumber[number] = position }
    }
    if merged { findNumbers(rows, orders) }
    for row in rows where row.kind == .refund { match(row) }
  }

  /// The numbers of orders that were merged into a customer's day.
  private mutating func findNumbers(_ rows: [OrderRow], _ orders: [OrderRow]) {
    for row in rows where row.kind == .purchase {
      guard let number = row.order else { continue }
      byNumber[number] = byCustomer[row.customer]?.first {
        orders[$0].day == row.day && orders[$0].coupon == row.coupon
      }
    }
  }

  private mutating func match(_ row: OrderRow) {
    guard row.amount > .zero else { return report(row, "a refund of nothing") }
    let named = row.refundOf ?? row.order.flatMap { byNumber[$0] == nil ? nil : $0 }
    guard let named else { return matchLatest(row) }
    guard let position = byNumber[named] else {
      return report(row, "a refund of order \(named), which the file does not have")
    }
    let target = targets[position]
    guard target.customer == row.customer else {
      return report(row, "a refund of order \(named), which is another customer's")
    }
    guard target.minute <= row.minute else {
      return report(row, "a refund of order \(named) from before the order")
    }
    guard row.amount <= target.left else {
      return report(
        row,
        "refunds \(text(row.amount)) of order \(named), of which \(text(target.left)) is left")
    }
    take(row, off: position)
  }

  /// Takes a refund that names no order off the customer's latest one that has as much left.
  private mutating func matchLatest(_ row: OrderRow) {
    let position = byCustomer[row.customer]?.last {
      targets[$0].minute <= row.minute && targets[$0].left >= row.amount
    }
    guard let position else {
      return report(
        row,
        "a refund of \(text(row.amount)), and no earlier order of the customer has so much left")
    }
    unnamedCount += 1
    take(row, off: position)
  }

  private mutating func take(_ row: OrderRow, off position: Int) {
    targets[position].left -= row.amount
    refunds.append(ReplayRefund(order: position, minute: row.minute, amount: row.amount))
  }

  private mutating func report(_ row: OrderRow, _ reason: String) {
    badRows.append(ReplayInput.BadRow(line: row.line, reason: reason))
  }

  private func text(_ money: Money) -> String {
    let digits = String(money.minor)
    guard decimals > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
