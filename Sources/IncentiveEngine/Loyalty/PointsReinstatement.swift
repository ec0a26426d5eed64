import PointsLedger
import Quantities
import Timeline

// Expired points that come back with an order in time (M08).
extension LoyaltyEngine {
  /// Expires what was due before a day, and remembers it where it may come back.
  func lapseDated(
    _ account: Int, _ accounts: inout SchemeAccounts, on day: Day,
    into sink: inout some TransferSink
  ) {
    guard programs[Int(accounts.states[account].scheme)].reinstates else { return }
    for lot in accounts.ledger.lots(of: account) where lot.key.expiry < day {
      accounts.lapsed.append(
        LotPart(lot: lot.key, points: lot.points), of: account, accountCount: accounts.count)
    }
    settleExpiry(account, &accounts, on: day, into: &sink)
  }

  /// Remembers sliding points that lapse at the end of a day, where they may come back.
  func rememberSliding(_ account: Int, _ accounts: inout SchemeAccounts, after last: Day) {
    guard programs[Int(accounts.states[account].scheme)].reinstates else { return }
    for lot in accounts.ledger.lots(of: account) where lot.key.expiry == .sliding {
      var part = LotPart(lot: lot.key, points: lot.points)
      part.lot.expiry = last
      accounts.lapsed.append(part, of: account, accountCount: accounts.count)
    }
  }

  /// Gives expired points back to whoever has ordered for enough money and in time.
  ///
  /// They live as points issued now do, keep month of issue and funding, and are taken back with the
  /// order as what it earned is. Whatever may come back comes back at once, the last lost first as far
  /// as the highest balance leaves room; the rest is gone.
  func reinstate(
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: Decision,
    into sink: inout some TransferSink
  ) {
    guard let rule = schemes[touch.scheme].scheme.points?.reinstatement,
      decision.paid >= rule.minimumPaid
    else { return }
    var room = room(for: account, accounts, touch)
    while var part = accounts.lapsed.takeLast(of: account) {
      let points = min(rule.share.of(part.points.count, rounding: .down), room)
      let isInTime = part.lot.expiry.advanced(by: rule.withinDays) >= touch.day
      guard points > 0, isInTime else { continue }
      room -= points
      part.points = Points(points)
      part.lot.expiry = lastDay(issuedAt: touch)
      if programs[touch.scheme].slides {
        noteEarning(activeFrom: touch.day, account, &accounts, touch)
      }
      if programs[touch.scheme].keepsOrders {
        accounts.book.parts.append(part)
        accounts.book.orders[accounts.book.orders.count - 1].reinstatedCount += 1
      }
      accounts.ledger.adjust(
        part.points, of: account, lot: part.lot, at: touch.minute, rule: RuleNumber.expiry,
        reason: .reinstatement, into: &sink)
    }
  }
}
