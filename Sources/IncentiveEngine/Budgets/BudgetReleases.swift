import Quantities
import Timeline

// What budgets have counted of a reservation that is not paid.
extension LoyaltyEngine {
  /// Has budgets forget a reservation, in the period in which it was made.
  ///
  /// A budget that closes for good, by itself or by whoever runs the engine, goes on counting it:
  /// such a one never reopens, so that closing instants are exact (D6). A liability is counted by
  /// the ledger.
  func giveBudgetsBack(_ reservation: Reservation, _ accounts: inout SchemeAccounts) {
    for (position, amount) in zip(budgetRange(reservation.scheme), reservation.amounts)
    where amount != 0 {
      let budget = budgets[position]
      let first = budget.firstDay(of: reservation.made.day)
      if budget.scope == .member {
        let slot =
          Int(reservation.account) * accounts.budgets.memberStride + budget.memberSlot
        if accounts.budgets.members[slot].firstDay == first {
          accounts.budgets.members[slot].used -= amount
        }
      } else if budget.measure == .liability {
        // Points may have expired while they were set aside: what is outstanding is counted anew.
        accounts.budgets.states[position].firstDay = .min
      } else {
        guard accounts.budgets.states[position].discipline == .fits else { continue }
        if accounts.budgets.states[position].firstDay == first {
          accounts.budgets.states[position].used -= amount
        }
      }
      accounts.budgets.states[position].usedInAll -= amount
    }
  }
}
