import IncentiveEngine
import Quantities
import Timeline

// What a refund does beside money: points, growth value, tiers, coupons.
extension ReferenceShop {
  /// Points come in: what is owed is paid first.
  mutating func receive(_ lot: ReferenceLot, _ account: Int) {
    let paid = min(members[account].debt, lot.count)
    members[account].debt -= paid
    members[account].points.append(lot)
    takeOut(paid, from: lot, account)
  }

  /// Takes points out, those that expire soonest first; where they came from.
  @discardableResult
  mutating func takeOut(_ count: Int64, _ account: Int) -> [ReferenceLot] {
    var (left, sources) = (count, [ReferenceLot]())
    members[account].points.sort(by: ReferenceLot.isSooner)
    for index in members[account].points.indices {
      let taken = min(left, members[account].points[index].count)
      guard taken > 0 else { continue }
      members[account].points[index].count -= taken
      sources.append(members[account].points[index])
      sources[sources.count - 1].count = taken
      left -= taken
    }
    return sources
  }

  /// Gives points back, those that were spent last first.
  mutating func giveBackPoints(
    _ old: ReferenceOrder, _ new: ReferenceOrder, _ policy: RefundPolicy, _ account: Int,
    on day: Day, _ settlement: inout Settlement
  ) {
    let spent = new.spent.reduce(0) { $0 + $1.count }
    var back = old.share(of: spent)
    var left = new.share(of: spent) - back
    for var lot in new.spent.reversed() {
      let there = max(0, lot.count - back)
      back -= lot.count - there
      lot.count = min(left, there)
      left -= lot.count
      if lot.last < day {
        switch policy.expired {
        case .lose:
          settlement.note.lost += Points(lot.count)
          continue
        case .grace(let days): (lot.last, lot.slides) = (day.advanced(by: days - 1), false)
        case .reissue:
          lot.last = lastDay(expiry(of: members[account], on: day), issuedOn: day)
          lot = reissued(lot, account, on: day)
        }
      }
      settlement.spent += lot.count
      receive(lot, account)
    }
  }

  mutating func takeBackPoints(
    _ number: Int, _ old: ReferenceOrder, _ new: ReferenceOrder, _ policy: RefundPolicy,
    _ account: Int,
    on day: Day, _ settlement: inout Settlement
  ) {
    for (index, lot) in new.earned.enumerated() {
      let isEarned = index < new.earned.count - new.reinstated
      let byItems = new.earnsByItem && isEarned
      var back =
        new.share(of: lot.count, up: true, byItems: byItems)
        - old.share(of: lot.count, up: true, byItems: byItems)
      let waiting = isEarned ? callOff(back, of: lot, orderedAs: number, account) : 0
      settlement.earned += waiting
      back -= waiting
      guard lot.last >= day else {
        settlement.note.expired += Points(back)
        continue
      }
      let there = balance(members[account], on: day)
      let active = policy.earned == .onlyPending ? 0 : min(back, there)
      takeOut(active, from: lot, account)
      settlement.earned += active
      if policy.earned == .mayGoNegative {
        members[account].debt += back - active
        settlement.note.owed += Points(back - active)
        settlement.earned += back - active
      } else {
        settlement.note.kept += Points(back - active)
      }
    }
  }

  /// Takes points out: those of the lot first, then those that expire soonest.
  private mutating func takeOut(_ count: Int64, from lot: ReferenceLot, _ account: Int) {
    var left = count
    for index in members[account].points.indices
    where members[account].points[index].isSame(lot) {
      let taken = min(left, members[account].points[index].count)
      members[account].points[index].count -= taken
      left -= taken
    }
    takeOut(left, account)
  }

  mutating func takeBackStanding(
    _ number: Int, _ old: ReferenceOrder, _ new: ReferenceOrder, _ policy: RefundPolicy,
    _ account: Int, on day: Day, _ settlement: inout Settlement
  ) {
    if !new.isReset {
      let undone = new.share(of: new.growth, up: true) - old.share(of: old.growth, up: true)
      settlement.growth = min(members[account].growth, undone)
      members[account].growth -= settlement.growth
    }
    let countsSpend = scheme(members[account]).tiers?.basis == .spend
    // The orders so far that no review has judged and no reset undone.
    let counted = members[account].records.prefix(number + 1).filter {
      !$0.isReviewed && (countsSpend || !$0.isReset)
    }
    let counts = !new.isReviewed && (countsSpend || !new.isReset)
    if countsSpend, counts {
      members[account].spend -= min(members[account].spend, settlement.paid)
    }
    if policy.tier == .atOnce, counts { fall(account, counted, on: day) }
    if !old.isWhole, new.isWhole { takeBackWhole(new, policy, account, on: day, &settlement) }
  }

  /// Loses a tier that orders had brought, but none that the member had before them; a grace that
  /// they ended goes on.
  private mutating func fall(_ account: Int, _ orders: [ReferenceOrder], on day: Day) {
    let earned = earnedTier(members[account])
    guard earned < members[account].tier else { return }
    let before = orders.map(\.tier).min() ?? 0
    members[account].tier = min(members[account].tier, max(earned, before))
    guard members[account].grace == nil, members[account].tier == before,
      let grace = orders.last(where: { $0.grace != nil })?.grace
    else { return }
    members[account].grace = (grace.last, min(grace.target, before))
    settle(account, on: day)
  }

  /// What only the return of all of an order undoes: it was no order, and coupons.
  private mutating func takeBackWhole(
    _ order: ReferenceOrder, _ policy: RefundPolicy, _ account: Int, on day: Day,
    _ settlement: inout Settlement
  ) {
    members[account].orderCount -= 1
    for (offer, last) in order.granted where members[account].coupons[offer] == last {
      members[account].coupons[offer] = nil
      settlement.note.couponsWithdrawn.insert(OfferSet(offer: offer))
    }
    guard policy.coupons == .returned else { return }
    for (offer, last) in order.used where last >= day {
      if let held = members[account].coupons[offer], held >= day { continue }
      members[account].coupons[offer] = last
      settlement.note.couponsReturned.insert(OfferSet(offer: offer))
    }
  }
}
