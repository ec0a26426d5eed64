import Quantities
import Timeline

/// A coupon for what was paid in a period (M19) as the engine runs it.
struct SpendGoalProgram: Sendable {
  var offer: Int
  var amount: Int64
  /// Money paid in the period.
  var paid: PeriodSlot
  /// Whether the coupon was granted in the period.
  var granted: PeriodSlot
}

extension ProgramTable {
  /// Lays out the coupons for spend of one scheme.
  mutating func appendSpendGoals(
    of scheme: Scheme, to program: inout SchemeProgram, _ slots: inout SlotAllocation
  ) {
    program.firstSpendGoal = Int32(spendGoals.count)
    for (position, offer) in scheme.offers.enumerated() {
      guard case .coupon(.onSpend(let amount, let period), _) = offer.access else { continue }
      program.goalCoupons |= 1 << UInt16(position)
      spendGoals.append(
        SpendGoalProgram(
          offer: position, amount: amount.minor, paid: slots.periodCounter(period),
          granted: slots.periodCounter(period)))
    }
    program.spendGoalCount = UInt8(spendGoals.count - Int(program.firstSpendGoal))
  }
}

extension LoyaltyEngine {
  /// Counts a paid order toward coupons for spend, and grants those whose amount it reaches.
  ///
  /// Once a member and period. Whoever still holds the coupon of the period before gets the new one
  /// with the next order of the period after it was used.
  func countTowardGoals(
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: inout Decision
  ) {
    let first = Int(programs[touch.scheme].firstSpendGoal)
    for place in first..<first + Int(programs[touch.scheme].spendGoalCount) {
      let goal = spendGoals[place]
      let (day, month) = (touch.day, touch.calendar.month)
      accounts.add(decision.paid.minor, to: goal.paid, for: account, on: day, in: month)
      guard accounts.used(of: goal.paid, for: account, on: day, in: month) >= goal.amount,
        accounts.used(of: goal.granted, for: account, on: day, in: month) == 0,
        !accounts.states[account].holds(goal.offer, on: day)
      else { continue }
      accounts.add(1, to: goal.granted, for: account, on: day, in: month)
      decision.granted.formUnion(
        grant(1 << UInt16(goal.offer), to: &accounts.states[account], on: day))
    }
  }

  /// Takes what a refund gave back off what its period's goals count.
  ///
  /// In the period of the order alone: a period that is over granted what it granted. A coupon that
  /// the refund withdrew may be earned again.
  func takeBackSpend(
    _ undoing: Undoing, _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: Decision
  ) {
    let record = undoing.record
    guard programs[touch.scheme].spendGoalCount > 0, isStill(Int(record.scheme), touch.scheme)
    else { return }
    let account = Int(record.account)
    let ordered = Minute(index: record.minute).day
    let first = Int(programs[touch.scheme].firstSpendGoal)
    for place in first..<first + Int(programs[touch.scheme].spendGoalCount) {
      let goal = spendGoals[place]
      let (day, month) = (touch.day, touch.calendar.month)
      guard let period = goal.paid.period,
        period.firstDay(of: ordered) == period.firstDay(of: day)
      else { continue }
      let paid = accounts.used(of: goal.paid, for: account, on: day, in: month)
      accounts.add(
        -min(paid, decision.paid.minor), to: goal.paid, for: account, on: day, in: month)
      let granted = accounts.used(of: goal.granted, for: account, on: day, in: month)
      guard granted > 0, decision.refund.couponsWithdrawn.contains(OfferSet(offer: goal.offer))
      else { continue }
      accounts.add(-granted, to: goal.granted, for: account, on: day, in: month)
    }
  }
}
