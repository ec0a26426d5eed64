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
      let bit: UInt16 = 1 << UInt16(position)
      var lastDay = accounts.states[other].couponLastDay[position]
      if accounts.states[account].holds(position, on: day) {
        let held = accounts.states[account].couponLastDay[position]
        accounts.spareCoupons.append(
          SpareCoupon(
            account: UInt32(account), offer: UInt8(position), lastDay: max(held, lastDay)))
        lastDay = min(held, lastDay)
      }
      accounts.states[account].coupons |= bit
      accounts.states[account].couponLastDay[position] = lastDay
    }
    for index in accounts.spareCoupons.indices
    where accounts.spareCoupons[index].account == UInt32(other) {
      accounts.spareCoupons[index].account = UInt32(account)
    }
    takeUpSpares(account, &accounts, on: day)
  }

  /// Makes coupons that waited the held ones where none of their kind is held any more.
  ///
  /// - Complexity: linear in the number of coupons that wait, none where accounts are not merged.
  func takeUpSpares(_ account: Int, _ accounts: inout SchemeAccounts, on day: Day) {
    var index = 0
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
    }
  }
}
