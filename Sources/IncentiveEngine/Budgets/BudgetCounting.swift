import PointsLedger
import Quantities
public import Timeline

/// Counting what orders use of budgets.
extension LoyaltyEngine {
  /// The first shared budget, of those that close, that an order does not fit; closes it.
  ///
  /// The order is refused and changes nothing else; quoted again it goes without, or with what is
  /// left.
  func closeFirstOverflow(
    of use: OrderUse, _ accounts: inout SchemeAccounts, _ touch: Touch
  ) -> RuleID {
    for position in budgetRange(touch.scheme)
    where accounts.budgets.states[position].discipline == .closes {
      let budget = budgets[position]
      let amount = use.amount(of: budget)
      begin(position, &accounts, on: touch.day)
      let state = accounts.budgets.states[position]
      let left = budget.limit - state.used - state.usedElsewhere
      guard state.gate == .open, amount > left else { continue }
      accounts.budgets.states[position].gate = .last
      accounts.budgets.states[position].remainder = budget.paysRemainder ? left : 0
      return budget.rule
    }
    return .none
  }

  /// Counts what an order used.
  func count(
    _ use: OrderUse, wanted: OrderUse, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch
  ) {
    for position in budgetRange(touch.scheme) {
      let budget = budgets[position]
      let amount = use.amount(of: budget)
      if budget.scope == .member {
        let slot = account * accounts.budgets.memberStride + budget.memberSlot
        begin(budget, &accounts.budgets.members[slot], on: touch.day)
        accounts.budgets.members[slot].used += amount
      } else {
        begin(position, &accounts, on: touch.day)
        if budget.measure != .liability { accounts.budgets.states[position].used += amount }
      }
      // An event may give several awards: the last use has what is left but once.
      if accounts.budgets.states[position].gate == .last {
        accounts.budgets.states[position].remainderUsed += max(0, amount)
      }
      accounts.budgets.states[position].usedInAll += amount
      accounts.budgets.states[position].lastUse += amount
      if budget.turnsAway(wanted, for: use) {
        accounts.budgets.states[position].refusedOrders += 1
      }
    }
  }

  /// Begins a period of a shared budget, if one begins; counts anew what is outstanding on a day.
  private func begin(_ position: Int, _ accounts: inout SchemeAccounts, on day: Day) {
    guard budgets[position].measure == .liability else {
      begin(budgets[position], &accounts.budgets.states[position], on: day)
      return
    }
    guard accounts.budgets.states[position].firstDay != day.index else { return }
    accounts.budgets.states[position].used = unnoticed(in: accounts, on: day)
    accounts.budgets.states[position].firstDay = day.index
  }

  private func begin(_ budget: BudgetProgram, _ state: inout BudgetState, on day: Day) {
    let first = budget.firstDay(of: day)
    if state.firstDay != first { state.begin(first) }
  }
}

extension BudgetProgram {
  /// Whether an order would have used more without budgets.
  func turnsAway(_ wanted: OrderUse, for use: OrderUse) -> Bool {
    switch measure {
    case .money, .uses: wanted.amount(ofOffers: self) > use.amount(ofOffers: self)
    case .pointsIssued, .liability: wanted.earnedPoints > use.earnedPoints
    case .pointsRedeemed: wanted.spentPoints > use.spentPoints
    }
  }
}

/// Budgets as whoever runs the engine sees them.
extension LoyaltyEngine {
  /// The budgets of a scheme, by their positions among those of all schemes.
  public func budgets(ofScheme scheme: Int) -> [(position: Int, budget: Budget)] {
    Array(zip(budgetRange(scheme), schemes[scheme].scheme.budgets)).map { ($0.0, $0.1) }
  }

  /// What is counted of a budget, as of a day; of a liability, the points outstanding.
  public func budgetState(
    _ position: Int, in accounts: borrowing SchemeAccounts, on day: Day
  ) -> BudgetState {
    var state = accounts.budgets.states[position]
    if budgets[position].measure == .liability {
      state.used = outstanding(state, in: accounts, on: day)
      return state
    }
    let first = budgets[position].firstDay(of: day)
    if state.firstDay != first { state.begin(first) }
    return state
  }

  /// Changes what is counted of budgets; a new period begins first, if one does on this day.
  public func updateBudgets(
    of accounts: inout SchemeAccounts, on day: Day, _ change: (inout BudgetBook) -> Void
  ) {
    for position in accounts.budgets.states.indices {
      begin(position, &accounts, on: day)
    }
    change(&accounts.budgets)
  }
}
