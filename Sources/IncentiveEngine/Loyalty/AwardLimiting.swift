import PointsLedger
import Quantities
import Timeline

/// What limits leave of an award, and why not all of it.
struct AllowedAward {
  var points: Int64
  var refusal: Refusal = .none
}

// Caps, times, cooldowns and the highest balance: one award above its own limit is refused whole,
// what goes beyond a period's limit is cut off.
extension LoyaltyEngine {
  /// What a rule's limits leave of an award; changes nothing.
  ///
  /// - Parameter spent: points that are about to be spent, which make room before the award.
  func allowed(
    _ award: Int64, by limit: borrowing LimitProgram, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch, at minute: Minute,
    spending spent: Int64 = 0
  ) -> AllowedAward {
    let most = room(for: account, accounts, touch, spending: spent)
    guard limit.isLimited else {
      return AllowedAward(
        points: min(award, most), refusal: award > 0 && most == 0 ? .capReached : .none)
    }
    if let stamp = limit.lastUse,
      !accounts.hasCooled(stamp, minutes: limit.cooldownMinutes, for: account, at: minute)
    {
      return AllowedAward(points: 0, refusal: .coolingDown)
    }
    let (day, month) = (touch.day, touch.calendar.month)
    if let times = limit.times,
      accounts.used(of: times, for: account, on: day, in: month) >= limit.timesCount
    {
      return AllowedAward(points: 0, refusal: .capReached)
    }
    guard award <= limit.perAward else { return AllowedAward(points: 0, refusal: .capReached) }
    var left = min(award, most)
    for cap in limit.firstCap..<limit.firstCap + limit.capCount {
      left = min(
        left,
        accounts.remainder(of: caps[cap].points, caps[cap].slot, for: account, on: day, in: month))
    }
    return AllowedAward(points: left, refusal: award > 0 && left == 0 ? .capReached : .none)
  }

  /// Counts an award against a rule's limits.
  func note(
    _ award: Int64, against limit: borrowing LimitProgram, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, at minute: Minute
  ) {
    guard limit.isLimited else { return }
    let (day, month) = (touch.day, touch.calendar.month)
    if let stamp = limit.lastUse { accounts.touch(stamp, for: account, at: minute) }
    if let times = limit.times { accounts.add(1, to: times, for: account, on: day, in: month) }
    for cap in limit.firstCap..<limit.firstCap + limit.capCount {
      accounts.add(award, to: caps[cap].slot, for: account, on: day, in: month)
    }
  }

  /// The points that leave an account before an order that is only quoted earns: those it spends, and
  /// those that it makes active and that pay a debt.
  func roomMade(
    by sale: Sale, _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Int64 {
    guard accounts.settlesFirst else { return sale.pointsToSpend }
    return sale.pointsToSpend
      + min(
        accounts.ledger.arrears(account).count,
        accounts.pending.waitingForOrder(of: account, on: touch.day))
  }

  /// How many more points an account may hold; pending ones count.
  func room(
    for account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch,
    spending spent: Int64 = 0
  ) -> Int64 {
    let most = programs[touch.scheme].maximumBalance
    guard most != .max else { return .max }
    return max(0, most + spent - accounts.held(account, on: touch.day).count)
  }
}
