import Quantities
import Timeline

// What a refund does beside money and points: growth value, spend, tier, coupons, first orders.
extension LoyaltyEngine {
  /// Takes back what the order counted for, as far as it still counts.
  func rollBack(
    _ undoing: Undoing, _ policy: RefundPolicy, _ base: TierBase?, _ state: inout AccountState,
    _ touch: Touch, _ decision: inout Decision
  ) {
    settleGrace(of: &state, on: touch.day)
    let ordered = Minute(index: undoing.record.minute).day
    if countsGrowth(from: ordered, touch) {
      let undone =
        undoing.after.share.of(undoing.record.growth, .up)
        - undoing.before.share.of(undoing.record.growth, .up)
      decision.earnedGrowth = Points(min(state.growth, undone))
      state.growth -= decision.earnedGrowth.count
    }
    if programs[touch.scheme].countsSpend, base != nil {
      state.spendMinor -= min(state.spendMinor, decision.paid.minor)
    }
    if policy.tier == .atOnce, let base { loseTier(base, &state, on: touch.day) }
    if undoing.completes { undoWhole(undoing, policy, &state, touch, &decision) }
    decision.tierAfter = state.tier
  }

  /// Takes stamps back: one an item with its items, one an order with all of it.
  func takeBackStamps(
    _ undoing: Undoing, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision
  ) {
    let record = undoing.record
    guard record.stamps > 0, isStill(Int(record.scheme), touch.scheme) else { return }
    let stamps = Int64(record.stamps)
    let card = stampCards[Int(programs[touch.scheme].stampCard)].card
    let isByItem = card.earning == .perItem
    let before = isByItem ? undoing.before.items : undoing.before.share
    let after = isByItem ? undoing.after.items : undoing.after.share
    let taken = takeBack(
      stamps: after.of(stamps, .down) - before.of(stamps, .down), of: undoing.order,
      Int(record.account), &accounts, touch)
    decision.earnedStamps = Int32(clamping: taken)
  }

  /// Whether a scheme is the one at hand, or has its very rules.
  func isStill(_ scheme: Int, _ current: Int) -> Bool {
    scheme == current || continues[scheme][current]
  }

  /// Whether growth value of a day is still there: no reset lies between.
  private func countsGrowth(from ordered: Day, _ touch: Touch) -> Bool {
    if let window = programs[touch.scheme].growthWindow {
      return Month(ordered).distance(to: Month(touch.day)) < window.months
    }
    guard programs[touch.scheme].growthResets,
      let reset = schemes[touch.scheme].scheme.growth?.reset
    else { return true }
    return reset.firstDay(of: ordered) == reset.firstDay(of: touch.day)
  }

  /// Whether a review lies between a day and today: it has judged what the order counted for.
  private func isReviewed(from ordered: Day, _ touch: Touch, last: Day?) -> Bool {
    if programs[touch.scheme].ownReview != nil { return last.map { $0 > ordered } ?? false }
    guard programs[touch.scheme].hasReview, ordered < touch.day,
      let review = schemes[touch.scheme].scheme.tiers?.review
    else { return false }
    return (ordered.advanced(by: 1)...touch.day).contains { review.cycle.isDue(on: $0) }
  }

  /// What stood before the orders that count by now; nothing if the order is none of them.
  ///
  /// They are those since the last review, and since the last reset where growth value counts.
  ///
  /// - Parameter lastReview: the account's last review, where everybody has own days.
  func base(
    of record: OrderRecord, _ book: OrderBook, _ touch: Touch, lastReview: Day?
  ) -> TierBase? {
    func counts(_ order: OrderRecord) -> Bool {
      let ordered = Minute(index: order.minute).day
      let isCounted = programs[touch.scheme].countsSpend || countsGrowth(from: ordered, touch)
      return isCounted && !isReviewed(from: ordered, touch, last: lastReview)
    }
    guard counts(record) else { return nil }
    var base = TierBase(record)
    var prior = record.prior
    while prior >= 0, counts(book.orders[Int(prior)]) {
      base.lower(to: TierBase(book.orders[Int(prior)]))
      prior = book.orders[Int(prior)].prior
    }
    return base
  }

  /// Takes the tier back that orders had brought, or the end of a grace.
  ///
  /// A tier that the member had before them is judged by reviews alone.
  private func loseTier(_ base: TierBase, _ state: inout AccountState, on day: Day) {
    let scheme = Int(state.scheme)
    let counted = programs[scheme].countsSpend ? state.spendMinor : state.growth
    let earned = tier(earnedBy: counted, in: scheme)
    guard earned < Int(state.tier) else { return }
    let kept = min(max(earned, Int(base.tier)), Int(programs[scheme].tierCount) - 1)
    state.tier = min(state.tier, UInt8(kept))
    guard state.graceLastDay == Day.never.index, base.graceLastDay != Day.never.index,
      base.tier == state.tier
    else { return }
    state.graceLastDay = base.graceLastDay
    state.graceTier = min(base.graceTier, state.tier)
    settleGrace(of: &state, on: day)
  }

  /// What only the return of all of it undoes: the order's number, and coupons.
  private func undoWhole(
    _ undoing: Undoing, _ policy: RefundPolicy, _ state: inout AccountState, _ touch: Touch,
    _ decision: inout Decision
  ) {
    let record = undoing.record
    state.orderCount -= min(1, state.orderCount)
    guard isStill(Int(record.scheme), touch.scheme) else { return }
    let ordered = Minute(index: record.minute).day
    for position in BitPositions(bits: record.granted & state.coupons) {
      let offer = Int(programs[touch.scheme].firstOffer) + position
      let last = ordered.index + Int32(offers[offer].validDays) - 1
      guard state.couponLastDay[position] == last else { continue }
      decision.refund.couponsWithdrawn.insert(OfferSet(offer: position))
    }
    state.coupons &= ~decision.refund.couponsWithdrawn.rawValue
    guard policy.coupons == .returned else { return }
    // Its own days: another coupon of the same offer may have been granted and used since.
    let used = BitPositions(bits: record.offers & programs[touch.scheme].coupons)
    for (position, lastDay) in zip(used, undoing.couponDays)
    where lastDay >= touch.day.index && !state.holds(position, on: touch.day) {
      state.couponLastDay[position] = lastDay
      decision.refund.couponsReturned.insert(OfferSet(offer: position))
    }
    state.coupons |= decision.refund.couponsReturned.rawValue
  }
}

/// The tier and the grace that an account had before some orders.
struct TierBase {
  var tier: UInt8
  var graceLastDay: Int32
  var graceTier: UInt8

  init(_ record: OrderRecord) {
    tier = record.baseTier
    (graceLastDay, graceTier) = (record.graceLastDay, record.graceTier)
  }

  /// Takes what stood before an earlier order, too.
  mutating func lower(to earlier: TierBase) {
    tier = min(tier, earlier.tier)
    guard graceLastDay == Day.never.index else { return }
    (graceLastDay, graceTier) = (earlier.graceLastDay, earlier.graceTier)
  }
}
