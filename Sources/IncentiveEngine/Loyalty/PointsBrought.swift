import PointsLedger
public import Quantities
public import Timeline

// What an order makes spendable beside the points that it earns: those that wait for it, and expired
// ones that it brings back.
extension LoyaltyEngine {
  /// The points that an order at these terms would make spendable beside those it earns, if it is
  /// paid without points; less what pays a debt.
  ///
  /// Exact, as a quote is: what has expired or was called off unnoticed counts as such.
  public func pointsBrought(
    byOrderAt terms: Quote, for account: Int, in accounts: borrowing SchemeAccounts,
    at minute: Minute
  ) -> Points {
    let reinstates = programs[Int(accounts.states[account].scheme)].reinstates
    guard accounts.states[account].isMember, reinstates || !accounts.pending.isUnused else {
      return .zero
    }
    let touch = touch(account, in: accounts, at: minute)
    let waiting = accounts.pending.waitingForOrder(of: account, on: touch.day)
    let debt = accounts.ledger.arrears(account).count
    var points = waiting
    if reinstates {
      points += pointsReturning(
        by: terms, account, accounts, touch, repaid: min(debt, waiting),
        left: max(0, debt - waiting))
    }
    return Points(max(0, points - debt))
  }

  /// Expired points that come back, as far as the highest balance leaves room after earning.
  ///
  /// - Parameters:
  ///   - repaid: What points that waited pay of a debt.
  ///   - debt: What is left of the debt then.
  private func pointsReturning(
    by terms: Quote, _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch,
    repaid: Int64, left debt: Int64
  ) -> Int64 {
    guard let rule = schemes[touch.scheme].scheme.points?.reinstatement,
      terms.pay >= rule.minimumPaid
    else { return 0 }
    var points: Int64 = 0
    func add(_ count: Points, lostWith last: Day) {
      guard last.advanced(by: rule.withinDays) >= touch.day else { return }
      points += rule.share.of(count.count, rounding: .down)
    }
    accounts.lapsed.forEach(of: account) { add($0.points, lostWith: $0.lot.expiry) }
    // What has expired and nobody has noticed yet.
    let slidingEnd = accounts.clocks.lastDay(of: account) ?? .never
    for lot in accounts.ledger.lots(of: account) {
      let last = lot.key.expiry == .sliding ? slidingEnd : lot.key.expiry
      if last < touch.day { add(lot.points, lostWith: last) }
    }
    let room = room(for: account, accounts, touch)
    guard room < .max else { return points }
    let earned = terms.earnedPoints.count
    let pays = programs[touch.scheme].hasPending ? 0 : min(debt, earned)
    return min(points, max(0, room + repaid - earned + pays))
  }
}
