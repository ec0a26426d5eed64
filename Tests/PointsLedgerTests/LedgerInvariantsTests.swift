import Quantities
import Testing
import Timeline

@testable import PointsLedger

/// Every invariant is able to fail: each kind of damage is found, and named.
struct LedgerInvariantsTests {
  /// Two lots and something in every account.
  private func soundLedger() throws -> PointsLedger {
    try Story(
      """
      date       | what happens                  | outcome | active | pending | transfers
      2026-01-01 | earn 50 2026-01/2026-06-30    | posted  | 50     | 0  | 50 of 2026-01/2026-06-30 issued
      2026-01-01 | earn 40 2026-01/2026-07-31    | posted  | 90     | 0  | 40 of 2026-01/2026-07-31 issued
      2026-01-01 | promise 9 2026-01/2026-07-31  | posted  | 90     | 9  | 9 of 2026-01/2026-07-31 promised
      2026-01-02 | adjust 5 2026-01/2026-01-31   | posted  | 95     | 9  | 5 of 2026-01/2026-01-31 adjusted in
      2026-02-03 | spend 1                       | posted  | 89     | 9  | 5 of 2026-01/2026-01-31 expired 2026-02-01; 1 of 2026-01/2026-06-30 spent
      2026-02-04 | claw-back 1 2026-01/2026-06-30 | posted | 88     | 9  | 1 of 2026-01/2026-06-30 taken back
      """
    ).ledger
  }

  @Test func `points that vanish from a lot are found`() throws {
    var ledger = try soundLedger()
    ledger.lots[0].points -= 1
    #expect(LedgerInvariants.faults(of: ledger) == [.accountBalance(holder: 0)])
  }

  @Test func `a balance that drifts from the transfers is found`() throws {
    var ledger = try soundLedger()
    ledger.lots[0].points += 1
    ledger.balances[0].active += 1
    #expect(
      LedgerInvariants.faults(of: ledger) == [.memberTotal(.memberActive), .conservation])
    var pending = try soundLedger()
    pending.lots[2].points += 1
    pending.balances[0].pending += 1
    #expect(
      LedgerInvariants.faults(of: pending) == [.memberTotal(.memberPending), .conservation])
  }

  @Test func `a one-sided booking is found`() throws {
    var ledger = try soundLedger()
    ledger.totals.balances[Int(LedgerAccount.redemption.rawValue)] += 2
    #expect(
      LedgerInvariants.faults(of: ledger) == [.trialBalance(residual: 2), .conservation])
    #expect(LedgerInvariants.faults(of: ledger.totals) == [.trialBalance(residual: 2)])
  }

  @Test func `an outflow account that gives more than it took is found`() throws {
    var ledger = try soundLedger()
    ledger.totals.move(2, from: .redemption, to: .adjustment)
    #expect(LedgerInvariants.faults(of: ledger) == [.outflowNegative(.redemption)])
  }

  @Test func `an empty or negative lot is found`() throws {
    var ledger = try soundLedger()
    ledger.lots[1].points += ledger.lots[0].points
    ledger.lots[0].points = 0
    #expect(LedgerInvariants.faults(of: ledger) == [.lotNotPositive(holder: 0, position: 0)])
  }

  @Test func `lots out of order or twice there are found`() throws {
    var ledger = try soundLedger()
    ledger.lots.swapAt(0, 1)
    #expect(LedgerInvariants.faults(of: ledger) == [.lotOrder(holder: 0, position: 1)])
    ledger.lots[1].key = ledger.lots[0].key
    #expect(LedgerInvariants.faults(of: ledger) == [.lotOrder(holder: 0, position: 1)])
  }
}
