import Quantities
import Timeline

/// Reviews on each member's own days as the engine runs them.
struct OwnReview: Sendable {
  var months: Int
  /// Whether the months are counted from the present tier's first day, not from joining.
  var isFromTier: Bool
  /// The day that months are counted from, the day of the next review, that of the last one, and the
  /// tier that was held when the calendar last looked; days as numbers above zero.
  var start, next, last, tier: CounterSlot

  /// Takes its places, where a review is on own days.
  init?(_ review: TierReview?, _ slots: inout SlotAllocation) {
    switch review?.cycle {
    case .sinceJoining(let months): (self.months, isFromTier) = (months, false)
    case .sinceTier(let months): (self.months, isFromTier) = (months, true)
    case .calendar, .everyDays, nil: return nil
    }
    (start, next) = (slots.latest(), slots.latest())
    (last, tier) = (slots.latest(), slots.latest())
  }

  /// A day as a number above zero.
  static func number(_ day: Day) -> Int64 { Int64(day.index) + (1 << 32) }

  /// The first day of a review after a day, so many months or a multiple after the start.
  func review(from start: Day, after day: Day) -> Day {
    var passed = max(0, Month(start).distance(to: Month(day)) / months - 1)
    while true {
      passed += 1
      let review = start.adding(months: passed * months)
      if review > day { return review }
    }
  }
}

extension LoyaltyEngine {
  /// Begins to count a member's months on a day.
  func beginOwnReviews(_ account: Int, _ accounts: inout SchemeAccounts, on day: Day) {
    let state = accounts.states[account]
    guard state.isMember, let own = programs[Int(state.scheme)].ownReview else { return }
    start(own, account, &accounts, on: day, after: day)
  }

  private func start(
    _ own: OwnReview, _ account: Int, _ accounts: inout SchemeAccounts, on first: Day,
    after day: Day
  ) {
    let next = own.review(from: first, after: day)
    accounts.set(own.start, to: OwnReview.number(first), for: account)
    accounts.set(own.next, to: OwnReview.number(next), for: account)
    accounts.set(own.tier, to: Int64(accounts.states[account].tier), for: account)
  }

  /// The day of an account's next review; nothing if it has no review on a day of its own.
  func ownReviewDay(of account: Int, in accounts: borrowing SchemeAccounts) -> Day? {
    guard let own = programs[Int(accounts.states[account].scheme)].ownReview else { return nil }
    return accounts.day(of: own.next, for: account)
  }

  /// Whether an account's own review is due on a day; a tier that was risen to since the calendar
  /// last looked begins its months on the day before, one that a grace has ended on the day itself.
  ///
  /// The calendar looks every day, so a rise was yesterday.
  func isOwnReviewDue(
    _ own: OwnReview, _ account: Int, _ accounts: inout SchemeAccounts, heldBefore: UInt8,
    on day: Day
  ) -> Bool {
    let tier = accounts.states[account].tier
    if own.isFromTier, Int64(tier) != accounts.value(of: own.tier, for: account) {
      let first = tier == heldBefore ? day.advanced(by: -1) : day
      start(own, account, &accounts, on: first, after: first)
    }
    guard let next = accounts.day(of: own.next, for: account) else { return false }
    return next <= day
  }

  /// Sets the next review after the one of a day; a tier that was lost begins its months there.
  func endOwnReview(
    _ own: OwnReview, _ account: Int, _ accounts: inout SchemeAccounts, on day: Day
  ) {
    accounts.set(own.last, to: OwnReview.number(day), for: account)
    let isLost = Int64(accounts.states[account].tier) != accounts.value(of: own.tier, for: account)
    let first = own.isFromTier && isLost ? day : accounts.day(of: own.start, for: account) ?? day
    start(own, account, &accounts, on: first, after: day)
  }
}

extension SchemeAccounts {
  /// The day that a counter holds; nothing while it holds none.
  func day(of slot: CounterSlot, for account: Int) -> Day? {
    let number = value(of: slot, for: account)
    return number == 0 ? nil : Day(index: Int32(truncatingIfNeeded: number - (1 << 32)))
  }
}
