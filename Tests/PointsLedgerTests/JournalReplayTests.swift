import PointsLedger
import Quantities
import Testing
import Timeline

struct JournalReplayTests {
  private func story() throws -> Story {
    try Story(
      """
      date       | what happens                  | outcome | active | pending | transfers
      2026-01-01 | earn 50 2026-01/2026-06-30    | posted  | 50     | 0  | 50 of 2026-01/2026-06-30 issued
      2026-01-01 | promise 9 2026-01/2026-07-31  | posted  | 50     | 9  | 9 of 2026-01/2026-07-31 promised
      2026-02-03 | spend 20                      | posted  | 30     | 9  | 20 of 2026-01/2026-06-30 spent
      2026-02-04 | activate 4 2026-01/2026-07-31 | posted  | 34     | 5  | 4 of 2026-01/2026-07-31 activated
      """)
  }

  @Test func `a journal replays to the same balances and lots`() throws {
    let story = try story()
    let empty = PointsLedger(holderCount: 1)
    #expect(JournalReplay.replay(story.journal.transfers, onto: empty) == story.ledger)
  }

  @Test func `a journal with a missing line is damaged`() throws {
    let story = try story()
    let empty = PointsLedger(holderCount: 1)
    #expect(JournalReplay.replay(story.journal.transfers.dropFirst(), onto: empty) == nil)
    #expect(JournalReplay.replay(story.journal.transfers.dropLast(), onto: empty) != story.ledger)
  }

  @Test func `a journal with an account or an amount that cannot be is damaged`() throws {
    let transfers = try story().journal.transfers
    let empty = PointsLedger(holderCount: 1)
    var stranger = transfers
    stranger[0].holder = 1
    #expect(JournalReplay.replay(stranger, onto: empty) == nil)
    var nothing = transfers
    nothing[0].points = .zero
    #expect(JournalReplay.replay(nothing, onto: empty) == nil)
    var greedy = transfers
    greedy[2].points = Points(51)
    #expect(JournalReplay.replay(greedy, onto: empty) == nil)
  }
}
