import Quantities
import Timeline

/// A second coupon of one kind, which waits until the first is used: merging accounts brings it.
struct SpareCoupon: Sendable, Equatable {
  var account: UInt32
  var offer: UInt8
  var lastDay: Int32
}

extension LoyaltyEngine {
  /// Joins the coupons of two accounts; what is held twice waits.
  func joinCoupons(
    of other: Int, with account: Int, _ accounts: inout SchemeAccounts, on day: Day
  ) {
    for position in BitPositions(bits: accounts.states[other].coupons)
    where accounts.states[other].holds(position, on: day) {
      let lastDay = accounts.states[other].couponLastDay[position]
      hold(position, until: lastDay, account, &accounts, on: day)
    }
    for index in accounts.spareCoupons.indices
    where accounts.spareCoupons[index].account == UInt32(other) {
      accounts.spareCoupons[index].account = UInt32(account)
    }
    takeUpSpares(account, &accounts, on: day)
  }

  /// Gives a coupon that may be held already: the one that runs out first is held, the other waits.
  func hold(
    _ offer: Int, until lastDay: Int32, _ account: Int, _ accounts: inout SchemeAccounts,
    on day: Day
  ) {
    var first = lastDay
    if accounts.states[account].holds(offer, on: day) {
      let held = accounts.states[account].couponLastDay[offer]
      let spare = SpareCoupon(
        account: UInt32(account), offer: UInt8(offer), lastDay: max(held, lastDay))
      // In the order in which they run out.
      let place = accounts.spareCoupons.firstIndex { $0.lastDay > spare.lastDay }
      accounts.spareCoupons.insert(spare, at: place ?? accounts.spareCoupons.count)
      first = min(held, lastDay)
    }
    accounts.states[account].coupons |= 1 << UInt16(offer)
    accounts.states[account].couponLastDay[offer] = first
    if !accounts.spareCoupons.isEmpty { accounts.findNextChange() }
  }

  /// Gives the coupons of a returned order back beside others of their kind, where accounts may be
  /// merged or one that waited took their place.
  func returnSpares(
    _ undoing: Undoing, _ policy: RefundPolicy, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, _ decision: inout Decision
  ) {
    guard undoing.completes, policy.coupons == .returned,
      isStill(Int(undoing.record.scheme), touch.scheme)
    else { return }
    let waited = schemes[touch.scheme].scheme.mergesAccounts ? .max : undoing.record.spares
    let used = BitPositions(bits: undoing.record.offers & programs[touch.scheme].coupons)
    for (position, lastDay) in zip(used, undoing.couponDays)
    where lastDay >= touch.day.index && waited & (1 << UInt16(position)) != 0
      && !decision.refund.couponsReturned.contains(OfferSet(offer: position))
    {
      hold(position, until: lastDay, account, &accounts, on: touch.day)
      decision.refund.couponsReturned.insert(OfferSet(offer: position))
    }
  }

  /// Makes coupons that waited the held ones where none of their kind is held any more.
  ///
  /// Of two that wait the one that runs out first goes first.
  ///
  /// - Complexity: linear in the number of coupons that wait, none where accounts are not merged.
  ///
  /// - Returns: the coupons taken up, one bit each.
  @discardableResult
  func takeUpSpares(_ account: Int, _ accounts: inout SchemeAccounts, on day: Day) -> UInt16 {
    var (index, taken) = (0, UInt16(0))
    while index < accounts.spareCoupons.count {
      let spare = accounts.spareCoupons[index]
      let offer = Int(spare.offer)
      let isMine = spare.account == UInt32(account)
      let isDue = isMine && !accounts.states[account].holds(offer, on: day)
      guard isDue || (isMine && spare.lastDay < day.index) else {
        index += 1
        continue
      }
      accounts.spareCoupons.remove(at: index)
      guard spare.lastDay >= day.index else { continue }
      accounts.states[account].coupons |= 1 << UInt16(offer)
      accounts.states[account].couponLastDay[offer] = spare.lastDay
      taken |= 1 << UInt16(offer)
    }
    accounts.findNextChange()
    return taken
  }
}
