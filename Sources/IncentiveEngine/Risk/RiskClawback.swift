import PointsLedger
import Quantities
import Timeline

// Orders that come back again and again, and what is taken back of an account (M53).
extension LoyaltyEngine {
  /// Looks at an account's last orders when one of them was returned.
  func noteRefundLoop(
    _ account: Int, _ policy: RefundPolicy, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    let risk = Int(programs[touch.scheme].risk)
    guard let loop = risks[risk].policy.refundLoop,
      isLoop(loop, account, accounts, at: touch.minute)
    else { return }
    let rule = risks[risk].loopRule
    switch loop.action {
    case .hold, .review:
      hold(account, by: loop.action, .refundLoop, rule, &accounts, on: touch.day, &decision.risk)
    case .refuse, .clawBack:
      refuse(
        account, until: touch.day.index + Int32(loop.days) + 1, .refundLoop, rule, &accounts)
      decision.risk.note(.refused, .refundLoop, by: rule)
    }
    guard loop.action == .clawBack else { return }
    let points = takeBackLoop(loop, account, policy, &accounts, touch, into: &sink)
    decision.risk.takenBack += points
    decision.risk.note(.takenBack, .refundLoop, by: rule)
  }

  /// The orders that a rule on loops looks at, newest first.
  private func loopOrders(
    _ loop: RiskPolicy.RefundLoop, _ account: Int, _ accounts: borrowing SchemeAccounts,
    at minute: Minute
  ) -> [Int] {
    var orders: [Int] = []
    var order = accounts.book.newest(of: account)
    let cleared = accounts.risk[account, .clearedAt]
    while order >= 0, orders.count < loop.orders {
      let record = accounts.book.orders[order]
      guard Int(minute.index) - Int(record.minute) < loop.days * 1440, record.minute > cleared
      else { break }
      orders.append(order)
      order = Int(record.prior)
    }
    return orders
  }

  private func isLoop(
    _ loop: RiskPolicy.RefundLoop, _ account: Int, _ accounts: borrowing SchemeAccounts,
    at minute: Minute
  ) -> Bool {
    var (returned, value, undone): (Int, Int64, Int64) = (0, 0, 0)
    let orders = loopOrders(loop, account, accounts, at: minute)
    for order in orders {
      value += accounts.book.orders[order].value
      undone += accounts.book.orders[order].undone
      if accounts.book.orders[order].undone > 0 { returned += 1 }
    }
    if let refunds = loop.refunds, returned >= refunds { return true }
    guard let share = loop.share, orders.count == loop.orders else { return false }
    return Int128(undone) * Int128(share.denominator) > Int128(value) * Int128(share.numerator)
  }

  /// Takes back what returns have left of the points of an account's last orders.
  private func takeBackLoop(
    _ loop: RiskPolicy.RefundLoop, _ account: Int, _ policy: RefundPolicy,
    _ accounts: inout SchemeAccounts, _ touch: Touch, into sink: inout some TransferSink
  ) -> Points {
    var taken = Points.zero
    for order in loopOrders(loop, account, accounts, at: touch.minute) {
      let undoing = Undoing(order, accounts.book, values: lineValues(of: order, accounts.book))
      let left =
        earnsByItem(undoing, accounts.book) ? undoing.before.items : undoing.before.share
      let earned = accounts.book.earnings(order).dropLast(Int(undoing.record.reinstatedCount))
      for position in earned {
        var part = accounts.book.parts[position]
        part.lot = known(part.lot, of: undoing, touch)
        part.points = Points(part.points.count - left.of(part.points.count, .up))
        // A later return of the order finds nothing to take back.
        accounts.book.parts[position].points = .zero
        guard part.points > .zero else { continue }
        let called = callOff(part, of: undoing, &accounts, at: touch.minute, into: &sink)
        part.points -= called
        taken += called + takeBack(part, policy, account, &accounts, touch, into: &sink)
      }
    }
    return taken
  }

  /// Takes points of a lot back by the refund policy; how many.
  private func takeBack(
    _ part: LotPart, _ policy: RefundPolicy, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, into sink: inout some TransferSink
  ) -> Points {
    guard part.points > .zero else { return .zero }
    var own = Decision()
    takeBack(part, policy, account, &accounts.ledger, &own, at: touch.minute, into: &sink)
    return own.earnedPoints
  }

  /// Looks at an account again when the host has told who stands behind it after it joined.
  func noteLinks(
    of account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    let risk = Int(programs[touch.scheme].risk)
    guard let linked = risks[risk].policy.linked, linked.action != .refuse,
      !accounts.risk.has(RiskBook.vouched, account)
    else { return }
    let benefits: [RiskPolicy.Benefits] = [.welcome, .firstOrder, .referral]
    let isBeyond = benefits.contains { benefit in
      linked.benefits.contains(benefit) && accounts.risk.has(Int32(benefit.rawValue), account)
        && linkedCount(of: account, by: linked.marks, enjoying: benefit, accounts)
          >= linked.accounts
    }
    guard isBeyond else { return }
    let rule = risks[risk].linkedRule
    guard linked.action == .clawBack else {
      return hold(
        account, by: linked.action, .linkedAccounts, rule, &accounts, on: touch.day,
        &decision.risk)
    }
    takeBackBenefits(linked.benefits, account, &accounts, touch, &decision, into: &sink)
    decision.risk.note(.takenBack, .linkedAccounts, by: rule)
  }

  /// Takes back what an account had for joining, for its first order and for being invited.
  private func takeBackBenefits(
    _ benefits: RiskPolicy.Benefits, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    let policy = schemes[touch.scheme].scheme.refunds ?? RefundPolicy()
    var coupons: UInt16 = 0
    settleExpiry(account, &accounts, on: touch.day, into: &sink)
    if benefits.contains(.welcome) {
      coupons |= programs[touch.scheme].joiningCoupons
      accounts.risk.set(Int32(RiskPolicy.Benefits.welcome.rawValue), account, to: false)
      if let place = accounts.risk.welcomes.lastIndex(where: { $0.account == UInt32(account) }) {
        let welcome = accounts.risk.welcomes.remove(at: place)
        let called = accounts.pending.cancel(
          atMost: welcome.part.points.count, of: welcome.part.lot, orderedOn: welcome.issuedOn,
          by: account)
        accounts.ledger.cancelPending(
          Points(called), of: account, lot: welcome.part.lot, at: touch.minute, into: &sink)
        var part = welcome.part
        part.points -= Points(called)
        decision.risk.takenBack +=
          Points(called) + takeBack(part, policy, account, &accounts, touch, into: &sink)
      }
    }
    if benefits.contains(.firstOrder) {
      coupons |= programs[touch.scheme].firstOrderCoupons
      accounts.risk.set(Int32(RiskPolicy.Benefits.firstOrder.rawValue), account, to: false)
    }
    let withdrawn = accounts.states[account].coupons & coupons
    accounts.states[account].coupons &= ~withdrawn
    decision.refund.couponsWithdrawn.formUnion(OfferSet(rawValue: withdrawn))
    guard benefits.contains(.referral) else { return }
    accounts.risk.set(Int32(RiskPolicy.Benefits.referral.rawValue), account, to: false)
    endInvitation(of: account, policy, &accounts, touch, &decision, into: &sink)
  }
}
