import Quantities
import Testing
import Timeline

@testable import PointsLedger

struct ArrearsTests {
  @Test func `what comes in pays the debt first, and a debt never expires`() throws {
    let story = try Story(
      """
      date       | what happens                   | outcome            | active | pending | transfers
      2026-01-01 | earn 50 2026-01/2026-06-30     | posted             | 50     | 0  | 50 of 2026-01/2026-06-30 issued
      2026-01-02 | spend 50                       | posted             | 0      | 0  | 50 of 2026-01/2026-06-30 spent
      2026-01-03 | owe 50 2026-01/2026-06-30      | posted             | 0      | 0  | 50 of 2026-01/2026-06-30 owed
      2026-08-01 | earn 30 2026-08/2026-12-31     | posted             | 0      | 0  | 30 of 2026-08/2026-12-31 issued; 30 of 2026-08/2026-12-31 paid on the debt
      2026-08-02 | spend 1                        | activeInsufficient | 0      | 0  |
      2026-08-03 | promise 15 2026-08/2026-12-31  | posted             | 0      | 15 | 15 of 2026-08/2026-12-31 promised
      2026-08-09 | activate 15 2026-08/2026-12-31 | posted             | 0      | 0  | 15 of 2026-08/2026-12-31 activated; 15 of 2026-08/2026-12-31 paid on the debt
      2026-08-10 | restore 9 2026-08/2026-12-31   | posted             | 4      | 0  | 9 of 2026-08/2026-12-31 given back; 5 of 2026-08/2026-12-31 paid on the debt
      2026-08-11 | owe 1 2026-08/2026-12-31       | activeInsufficient | 4      | 0  |
      """)
    #expect(story.ledger.arrears(0) == .zero)
    #expect(story.ledger.totals.trialBalance == 0)
  }

  @Test func `a journal with debts replays to the same ledger`() throws {
    let story = try Story(
      """
      date       | what happens               | outcome | active | pending | transfers
      2026-01-03 | owe 50 2026-01/2026-06-30  | posted  | 0      | 0  | 50 of 2026-01/2026-06-30 owed
      2026-01-04 | earn 20 2026-01/2026-06-30 | posted  | 0      | 0  | 20 of 2026-01/2026-06-30 issued; 20 of 2026-01/2026-06-30 paid on the debt
      """)
    let empty = PointsLedger(holderCount: 1)
    #expect(JournalReplay.replay(story.journal.transfers, onto: empty) == story.ledger)
    #expect(story.ledger.arrears(0) == Points(30))
    #expect(story.ledger.totals.owed == 30)
  }

  @Test func `a debt that no transfer made is found`() throws {
    var ledger = PointsLedger(holderCount: 1)
    ledger.addDebt(3, of: 0)
    #expect(LedgerInvariants.faults(of: ledger) == [.arrearsTotal])
    ledger.addDebt(-4, of: 0)
    #expect(LedgerInvariants.faults(of: ledger) == [.arrearsTotal, .arrears(holder: 0)])
  }

  @Test func `the sources of a debit are the lots that it will take, in that order`() throws {
    var story = try Story(
      """
      date       | what happens               | outcome | active | pending | transfers
      2026-01-01 | earn 50 2026-01/2026-06-30 | posted  | 50     | 0  | 50 of 2026-01/2026-06-30 issued
      2026-01-01 | earn 20 2026-01/2026-03-31 | posted  | 70     | 0  | 20 of 2026-01/2026-03-31 issued
      2026-01-01 | earn 10 2026-01/2026-01-31 | posted  | 80     | 0  | 10 of 2026-01/2026-01-31 issued
      """
    ).ledger
    var parts: [LotPart] = []
    let minute = try Story.day("2026-02-01").at(hour: 9)
    story.appendSources(of: Points(45), from: 0, on: minute.day, to: &parts)
    var journal = Journal()
    story.redeem(
      Points(45), from: 0, at: minute, rule: .none, reason: .checkout, into: &journal)
    let spent = journal.transfers.filter { $0.target == .redemption }
    #expect(spent.map { LotPart(lot: $0.lot, points: $0.points) } == parts)
    #expect(parts.map(\.points.count) == [20, 25])
  }
}
