import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

// What has to hold of the books of a random year, and what they tell.
extension RandomYear {
  /// What an order made spendable beside the points that it earned, less what paid a debt.
  func broughtPoints(
    since start: Int, _ account: Int, debt before: SchemeAccounts
  ) -> Points {
    var points = Points.zero
    for transfer in world.journal.transfers[start...] where transfer.holder == UInt32(account) {
      if [.activation, .reinstatement].contains(transfer.reason) { points += transfer.points }
    }
    return max(.zero, points - before.ledger.arrears(account))
  }

  mutating func checkReplay() {
    let replayed = JournalReplay.replay(
      world.journal.transfers[journalStart...], onto: ledgerBase)
    expect(replayed == world.accounts.ledger, "the journal does not replay to the ledger")
  }

  /// What the engine counted of budgets is the sum of the uses, and never more than the limit.
  private mutating func checkBudgets() {
    for (position, budget) in world.engine.budgets(ofScheme: 0) where budget.measure != .liability {
      let state = world.engine.budgetState(position, in: world.accounts, on: lastDay)
      let all = reference.uses.reduce(0) {
        $0 + reference.amount(budget, $1, reference.schemes[0])
      }
      expect(state.usedInAll == all, "\(budget.name) counted \(state.usedInAll), not \(all)")
      for account in orders.indices where reference.members[account].scheme == 0 {
        let used = reference.used(budget, account, on: lastDay)
        expect(used <= budget.limit, "\(budget.name) is exceeded")
        if budget.scope != .member { expect(state.used == used, "\(budget.name) in its period") }
      }
    }
  }

  mutating func checkBooks() {
    checkReplay()
    checkBudgets()
    let found = EngineInvariants.faults(of: world.accounts, in: world.engine, on: lastDay)
    expect(found.isEmpty, "\(found)")
    for account in orders.indices {
      world.engine.settle(account, in: &world.accounts, through: lastDay, into: &world.journal)
    }
    checkReplay()
    expect(world.accounts.ledger.totals.trialBalance == 0, "trial balance")
  }
}
