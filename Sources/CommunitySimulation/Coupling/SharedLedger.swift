internal import IncentiveEngine
internal import Timeline

/// What all communities together have used of the budgets that they share, while they live together.
struct SharedLedger<E: Engine> {
  /// One budget: what its period's uses come to, and whether it is open.
  private struct Account {
    let position: Int
    let budget: Budget
    var firstDay: Int32 = .min
    var used: Int64 = 0
    var gate: BudgetGate = .open
  }

  private let plan: SimulationPlan<E>
  private var accounts: [Account]
  private var usedBefore: [Int64]
  private(set) var closings: [ClosingInstant] = []

  init(plan: SimulationPlan<E>, arm: Int) {
    self.plan = plan
    let first = plan.engine.budgets(ofScheme: plan.arms[arm].scheme).first?.position ?? 0
    accounts = plan.sharedBudgets(ofArm: arm).map {
      Account(position: first + $0.position, budget: $0.budget)
    }
    usedBefore = Array(repeating: 0, count: accounts.count)
  }

  var isEmpty: Bool { accounts.isEmpty }

  /// Tells a community what the others have used.
  mutating func lend<Observer: LifeObserver>(
    to runs: inout [ArmRun<E, Observer>], _ index: Int, at minute: Minute
  ) {
    let day = minute.day
    for (place, account) in accounts.enumerated() {
      let key =
        account.budget.measure == .liability
        ? day.index : account.budget.firstDay(of: day).index
      if account.firstDay != key { begin(place, key, runs, on: day) }
      let own = plan.engine.budgetState(account.position, in: runs[index].accounts, on: day).used
      usedBefore[place] = own
      let shared = accounts[place]
      plan.engine.updateBudgets(of: &runs[index].accounts, on: day) { book in
        book.states[shared.position].usedElsewhere = shared.used - own
        book.states[shared.position].gate = shared.gate
      }
    }
  }

  /// Learns what a community used in a minute.
  mutating func take<Observer: LifeObserver>(
    from runs: inout [ArmRun<E, Observer>], _ index: Int, at minute: Minute
  ) {
    for place in accounts.indices {
      let state = plan.engine.budgetState(
        accounts[place].position, in: runs[index].accounts, on: minute.day)
      accounts[place].used += state.used - usedBefore[place]
      accounts[place].gate = state.gate
    }
    closings += runs[index].steering.closings
    runs[index].steering.closings = []
  }

  /// Begins a budget's period; what is outstanding is counted anew each day, as points expire.
  private mutating func begin<Observer: LifeObserver>(
    _ place: Int, _ key: Int32, _ runs: [ArmRun<E, Observer>], on day: Day
  ) {
    accounts[place].firstDay = key
    accounts[place].used = 0
    accounts[place].gate = .open
    guard accounts[place].budget.measure == .liability else { return }
    accounts[place].used = runs.reduce(0) { sum, run in
      sum + plan.engine.budgetState(accounts[place].position, in: run.accounts, on: day).used
    }
  }
}
