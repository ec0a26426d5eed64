import PointsLedger
import Quantities
import Timeline

// What a refund does to points: spent ones go back to their lots, earned ones are taken back.
extension LoyaltyEngine {
  /// Gives spent points back, those that were spent last first: an order that had cost less would
  /// have left them where they were.
  func restorePoints(
    _ undoing: Undoing, _ policy: RefundPolicy, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, at minute: Minute, into sink: inout some TransferSink
  ) {
    let from = undoing.before.share.of(undoing.record.spent, .down)
    let to = undoing.after.share.of(undoing.record.spent, .down)
    var passed: Int64 = 0
    for position in accounts.book.sources(undoing.order).reversed() where from < to {
      let source = accounts.book.parts[position]
      let first = max(from, passed)
      passed += source.points.count
      let points = Points(min(to, passed) - first)
      guard points > .zero else { continue }
      let lot = place(for: source.lot, undoing, policy, touch)
      let status = accounts.ledger.restore(
        points, to: Int(undoing.record.account), lot: lot, at: minute, rule: RuleNumber.redeem,
        into: &sink)
      if status == .posted {
        decision.spentPoints += points
        if lot.expiry == .sliding, source.lot.expiry != .sliding {
          noteEarning(activeFrom: touch.day, Int(undoing.record.account), &accounts, touch)
        }
      } else {
        decision.refund.lost += points
      }
    }
  }

  /// Where points of a lot go back to: the lot itself, or what the policy gives for one that has
  /// expired.
  private func place(
    for lot: LotKey, _ undoing: Undoing, _ policy: RefundPolicy, _ touch: Touch
  ) -> LotKey {
    var lot = known(lot, of: undoing, touch)
    guard lot.expiry < touch.day else { return lot }
    switch policy.expired {
    case .lose: break
    case .grace(let days): lot.expiry = touch.day.advanced(by: days - 1)
    case .reissue: lot.expiry = lastDay(issuedAt: touch)
    }
    return lot
  }

  /// A lot under the number that its rule has now: none after a change of rules.
  func known(_ lot: LotKey, of undoing: Undoing, _ touch: Touch) -> LotKey {
    guard !isStill(Int(undoing.record.scheme), touch.scheme) else { return lot }
    var lot = lot
    lot.rule = .none
    return lot
  }

  /// Takes earned points back, as far as the policy goes; the items kept keep points rounded down.
  func takeBackPoints(
    _ undoing: Undoing, _ policy: RefundPolicy, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, at minute: Minute, into sink: inout some TransferSink
  ) {
    let earnsByItem = earnsByItem(undoing, accounts.book)
    let reinstated = accounts.book.earnings(undoing.order).suffix(
      Int(undoing.record.reinstatedCount))
    for position in accounts.book.earnings(undoing.order) {
      // What came back with the order goes with its value, whatever the order earned by.
      let isReinstated = reinstated.contains(position)
      let byItems = earnsByItem && !isReinstated
      let before = byItems ? undoing.before.items : undoing.before.share
      let after = byItems ? undoing.after.items : undoing.after.share
      var part = accounts.book.parts[position]
      let earned = part.points.count
      part.lot = known(part.lot, of: undoing, touch)
      part.points = Points(after.of(earned, .up) - before.of(earned, .up))
      let called =
        isReinstated ? .zero : callOff(part, of: undoing, &accounts, at: minute, into: &sink)
      decision.earnedPoints += called
      part.points -= called
      takeBack(
        part, policy, Int(undoing.record.account), &accounts.ledger, &decision, at: minute,
        into: &sink)
    }
  }

  /// Whether an order's points were earned item by item; its first lot is under the rule that earned.
  func earnsByItem(_ undoing: Undoing, _ book: OrderBook) -> Bool {
    let program = Int(undoing.record.scheme)
    let earned = book.earnings(undoing.order).dropLast(Int(undoing.record.reinstatedCount))
    guard let award = earned.first, programs[program].earningCount > 0 else {
      return programs[program].earnsPerItem
    }
    let rule = book.parts[award].lot.rule
    let first = Int(programs[program].firstEarning)
    return earnings[first..<first + Int(programs[program].earningCount)].contains {
      $0.rule == rule && $0.quantity == .items
    }
  }

  /// Calls off points that the order promised and that are still pending.
  func callOff(
    _ part: LotPart, of undoing: Undoing, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Points {
    let account = Int(undoing.record.account)
    let points = accounts.pending.cancel(
      atMost: part.points.count, of: part.lot,
      orderedOn: Minute(index: undoing.record.minute).day, order: Int32(undoing.order),
      by: account)
    accounts.ledger.cancelPending(
      Points(points), of: account, lot: part.lot, at: minute, reason: .refund, into: &sink)
    return Points(points)
  }

  /// Takes points of one lot back that are not pending: active ones, then what the member owes.
  ///
  /// Points whose lot has expired are gone already, and are not taken a second time.
  func takeBack(
    _ part: LotPart, _ policy: RefundPolicy, _ account: Int, _ ledger: inout PointsLedger,
    _ decision: inout Decision, at minute: Minute, into sink: inout some TransferSink
  ) {
    guard part.lot.expiry >= minute.day else {
      decision.refund.expired += part.points
      return
    }
    let left = part.points
    let isOpen = policy.earned != .onlyPending
    let active = isOpen ? min(left, ledger.spendable(account, on: minute.day)) : .zero
    ledger.clawBack(
      active, from: account, lot: part.lot, at: minute, rule: part.lot.rule, into: &sink)
    decision.earnedPoints += active
    if policy.earned == .mayGoNegative {
      ledger.owe(
        left - active, by: account, lot: part.lot, at: minute, rule: part.lot.rule, into: &sink)
      decision.refund.owed += left - active
      decision.earnedPoints += left - active
    } else {
      decision.refund.kept += left - active
    }
  }
}
