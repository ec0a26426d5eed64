import PointsLedger
import Quantities
import Testing
import Timeline

struct OutstandingSeriesTests {
  /// Ten days from 2026-01-29 to 2026-02-07.
  private func series() throws -> OutstandingSeries {
    OutstandingSeries(over: Horizon(firstDay: try Story.day("2026-01-29"), dayCount: 10))
  }

  // Worked by hand: 100 points before the horizon, last day 31 January; 60 on 30 January, last day
  // 3 February; 25 spent on 31 January come from the first lot; 10 promised on 5 February, called
  // off on 7 February.
  private let table = """
    date       | what happens                  | outcome | active | pending | transfers
    2026-01-10 | earn 100 2026-01/2026-01-31   | posted  | 100    | 0  | 100 of 2026-01/2026-01-31 issued
    2026-01-30 | earn 60 2026-01/2026-02-03    | posted  | 160    | 0  | 60 of 2026-01/2026-02-03 issued
    2026-01-31 | spend 25                      | posted  | 135    | 0  | 25 of 2026-01/2026-01-31 spent
    2026-02-05 | promise 10 2026-02/never      | posted  | 0      | 10 | 75 of 2026-01/2026-01-31 expired 2026-02-01; 60 of 2026-01/2026-02-03 expired 2026-02-04; 10 of 2026-02/never promised
    2026-02-07 | cancel 10 2026-02/never       | posted  | 0      | 0  | 10 of 2026-02/never taken back
    """
  // 29 Jan, 30, 31, 1 Feb, 2, 3, 4, 5, 6, 7.
  private let byHand: [Int64] = [100, 160, 135, 60, 60, 60, 0, 10, 10, 0]

  @Test func `the series holds what members had at the end of each day`() throws {
    var series = try series()
    for transfer in try Story(table).journal.transfers { series.record(transfer) }
    #expect(series.opening == 100)
    #expect(series.daily == byHand)
  }

  @Test func `transfers may arrive in any order`() throws {
    let transfers = try Story(table).journal.transfers
    var backward = try series()
    for transfer in transfers.reversed() { backward.record(transfer) }
    #expect(backward.daily == byHand)
  }

  @Test func `an expiry that nobody noticed is in the series all the same`() throws {
    var series = try series()
    for transfer in try Story(table).journal.transfers where transfer.reason != .expiry {
      series.record(transfer)
    }
    #expect(series.daily == byHand)
  }

  @Test func `a series opens with the lots of a ledger, already expired ones left out`() throws {
    var ledger = PointsLedger(holderCount: 2)
    var journal = Journal()
    let start = try Story.day("2026-01-01").start
    for (holder, points, lot) in [
      (0, 1, "2026-01/2026-01-27"), (0, 2, "2026-01/2026-01-28"), (1, 4, "2026-01/2026-01-29"),
      (1, 8, "2026-01/2026-02-06"), (1, 16, "2026-01/2026-02-07"), (1, 32, "2026-01/never"),
    ] {
      ledger.issue(
        Points(Int64(points)), to: holder, lot: try Story.lot(lot), at: start, reason: .purchase,
        into: &journal)
    }
    let horizon = try series().horizon
    let opened = OutstandingSeries(over: horizon, openingWith: ledger)
    // At the end of 28 January all but the first lot are held: 2 + 4 + 8 + 16 + 32.
    #expect(opened.opening == 62)
    #expect(opened.daily == [60, 56, 56, 56, 56, 56, 56, 56, 56, 48])

    var recorded = try series()
    for transfer in journal.transfers { recorded.record(transfer) }
    #expect(recorded == opened)
  }

  @Test func `what happens after the horizon does not count`() throws {
    var series = try series()
    let story = try Story(
      """
      date       | what happens               | outcome | active | pending | transfers
      2026-02-07 | earn 5 2026-02/2026-02-28  | posted  | 5      | 0 | 5 of 2026-02/2026-02-28 issued
      2026-02-08 | earn 7 2026-02/2026-02-28  | posted  | 12     | 0 | 7 of 2026-02/2026-02-28 issued
      2026-02-09 | spend 5                    | posted  | 7      | 0 | 5 of 2026-02/2026-02-28 spent
      """)
    for transfer in story.journal.transfers { series.record(transfer) }
    #expect(series.daily == [0, 0, 0, 0, 0, 0, 0, 0, 0, 5])
  }

  @Test func `series of several communities add up`() throws {
    var sum = try series()
    var one = try series()
    for transfer in try Story(table).journal.transfers { one.record(transfer) }
    sum.add(one)
    sum.add(one)
    #expect(sum.opening == 200)
    #expect(sum.daily == byHand.map { 2 * $0 })
  }
}
