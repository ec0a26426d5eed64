import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

/// An order or a refund, in the order in which a replay meets them.
struct ReplayMoment {
  enum Kind: Hashable {
    case order
    case refund(Money)
  }

  var kind: Kind
  var minute: Minute
  /// The position of the order among those replayed.
  var order: Int

  /// By minute, then customer; orders by row before refunds by row.
  static func inOrder(_ orders: [ReplayOrder], _ refunds: [ReplayRefund]) -> [ReplayMoment] {
    let placed = orders.enumerated().map {
      ReplayMoment(kind: .order, minute: $0.element.minute, order: $0.offset)
    }
    let given = refunds.map {
      ReplayMoment(kind: .refund($0.amount), minute: $0.minute, order: $0.order)
    }
    return (placed + given).enumerated().sorted { left, right in
      (left.element.minute, orders[left.element.order].customer, left.offset)
        < (right.element.minute, orders[right.element.order].customer, right.offset)
    }.map(\.element)
  }
}

/// How far an order has been refunded.
struct RefundedOrder {
  /// Its number in the engine, if the scheme keeps orders.
  var number: OrderNumber?
  /// What was paid for it under the scheme, and how much of that has been given back.
  var paid = Money.zero
  var given = Money.zero
  /// How much has been given back of what the file says was paid.
  var amount = Money.zero

  /// What of an order the next refund undoes: its share of the money paid under the scheme, by
  /// cumulative shares rounded half up, or all that is left; nothing where that is no money.
  mutating func part(of amount: Money, list: Money) -> RefundPart? {
    self.amount += amount
    guard self.amount < list else { return .whole }
    let share = Rate(self.amount.minor, over: list.minor)
    let target = Money(minor: share.of(paid.minor, rounding: .halfUp))
    return target > given ? .amount(target - given) : nil
  }
}

extension ReplayRun {
  /// Gives back part of what was paid for an order, and undoes what the policy says.
  mutating func give(back amount: Money, of position: Int, at minute: Minute) {
    let order = orders[position]
    guard let number = refunding[position].number else {
      preconditionFailure("a scheme with a policy on refunds writes its orders down")
    }
    result.totals.refunds += 1
    guard let part = refunding[position].part(of: amount, list: order.list) else { return }
    lookAtStamps(of: order.customer, at: minute)
    let before = transferCount
    let decision = handle(.refund(order: number, part: part), order.customer, at: minute)
    if decision.refusal == .none {
      refunding[position].given += decision.paid
      result.totals.undo(decision)
      noteStampsTaken(from: order.customer, at: minute)
    } else {
      result.totals.refusedRefunds += 1
      result.totals.refusedRefund += amount
    }
    tell(.refund(amount), order.customer, at: minute, decision, [], since: before)
  }
}
