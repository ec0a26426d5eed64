import Quantities
import Testing
import Timeline

@testable import PointsLedger

/// What the stories do not show: queries, snapshots, room for lots, rules forgotten, storage.
struct PointsLedgerTests {
  private func ledger(_ lots: [(points: Int64, lot: String)]) throws -> PointsLedger {
    var ledger = PointsLedger(holderCount: 3, lotsPerHolder: 1)
    var sink = NoJournal()
    for (points, lot) in lots {
      ledger.issue(
        Points(points), to: 1, lot: try Story.lot(lot), at: try Story.day("2026-01-01").start,
        reason: .purchase, into: &sink)
    }
    return ledger
  }

  @Test func `asking about a day settles nothing`() throws {
    let ledger = try ledger([(10, "2026-01/2026-01-31"), (20, "2026-01/2026-02-28")])
    for (day, spendable) in [
      ("2026-01-01", 30), ("2026-01-31", 30), ("2026-02-01", 20), ("2026-02-28", 20),
      ("2026-03-01", 0),
    ] {
      #expect(ledger.spendable(1, on: try Story.day(day)).count == Int64(spendable), "\(day)")
    }
    #expect(ledger.active(1) == Points(30))
    #expect(ledger.spendable(0, on: .never) == .zero)
  }

  @Test func `the next expiry names its day and all points of that day`() throws {
    var ledger = try ledger([
      (10, "2026-01/2026-01-31"), (20, "2026-01/2026-02-28"), (5, "2025-12/2026-02-28"),
      (40, "2026-01/never"),
    ])
    var sink = NoJournal()
    ledger.issue(
      Points(3), to: 1, lot: try Story.lot("2026-01/2026-02-15"),
      at: try Story.day("2026-01-01").start, reason: .purchase, isPending: true, into: &sink)
    let january = ledger.nextExpiry(1, on: try Story.day("2026-01-31"))
    #expect(january?.day == (try Story.day("2026-01-31")))
    #expect(january?.points == Points(10))
    let february = ledger.nextExpiry(1, on: try Story.day("2026-02-01"))
    #expect(february?.day == (try Story.day("2026-02-28")))
    #expect(february?.points == Points(25))
    #expect(ledger.nextExpiry(1, on: try Story.day("2026-03-01")) == nil)
    #expect(ledger.nextExpiry(0, on: try Story.day("2026-01-01")) == nil)
  }

  @Test func `points expiring within days count both ends and leave out what never expires`() throws
  {
    let ledger = try ledger([
      (1, "2026-01/2026-01-31"), (2, "2026-01/2026-02-01"), (4, "2026-01/2026-02-28"),
      (8, "2026-01/2026-03-01"), (16, "2026-01/never"),
    ])
    let (first, last) = (try Story.day("2026-02-01"), try Story.day("2026-02-28"))
    #expect(ledger.expiring(1, from: first, through: last) == Points(6))
    #expect(ledger.expiring(1, from: first, through: .never) == Points(14))
  }

  @Test func `a copy is a snapshot that nothing changes`() throws {
    let snapshot = try ledger([(10, "2026-01/never")])
    var arm = snapshot
    var sink = NoJournal()
    arm.redeem(
      Points(4), from: 1, at: try Story.day("2026-01-02").start, rule: .none, reason: .checkout,
      into: &sink)
    #expect(snapshot.active(1) == Points(10))
    #expect(arm.active(1) == Points(6))
    #expect(snapshot == (try ledger([(10, "2026-01/never")])))
  }

  @Test func `accounts grow beyond the room they began with`() throws {
    var ledger = PointsLedger(holderCount: 3, lotsPerHolder: 1)
    var sink = NoJournal()
    // 100 lots of 1, 2, 3, … points for each account, the last to expire first.
    for step in 1...100 {
      for holder in 0..<3 {
        let lot = LotKey(
          vintage: Month(index: 672), expiry: Day(index: Int32(30_000 - step)), funding: .purchase,
          rule: .none)
        ledger.issue(
          Points(Int64(step + holder)), to: holder, lot: lot, at: Day(index: 20_454).start,
          reason: .purchase, into: &sink)
      }
    }
    #expect(LedgerInvariants.faults(of: ledger) == [])
    #expect(ledger.lotCount(1) == 100)
    // 1 + 2 + … + 100 = 5,050, and 100 more for each account after the first.
    #expect((0..<3).map { ledger.active($0).count } == [5_050, 5_150, 5_250])
    #expect(ledger.lots(of: 2).map(\.points.count) == (1...100).reversed().map { $0 + 2 })
  }

  @Test func `forgetting rules merges lots that differ in nothing else`() throws {
    var ledger = try ledger([
      (1, "2026-01/2026-06-30/rule 1"), (2, "2026-01/2026-06-30/rule 2"),
      (4, "2026-01/2026-06-30/promotional/rule 2"), (8, "2026-01/2026-07-31/rule 1"),
      (16, "2026-01/2026-07-31"),
    ])
    let before = ledger.totals
    ledger.forgetRules(of: 1)
    #expect(
      ledger.lots(of: 1).map { "\($0.points.count) of \(Story.text($0.key))" } == [
        "3 of 2026-01/2026-06-30", "4 of 2026-01/2026-06-30/promotional",
        "24 of 2026-01/2026-07-31",
      ])
    #expect(ledger.totals == before)
    #expect(LedgerInvariants.faults(of: ledger) == [])
  }

  @Test func `in the long run everything expires but what never does`() throws {
    var ledger = try ledger([
      (1, "2026-01/2026-01-31"), (2, "2026-01/3999-12-31"), (4, "2026-01/never"),
    ])
    var journal = Journal()
    ledger.settleExpiry(asOf: .never, into: &journal)
    #expect(ledger.active(1) == Points(4))
    #expect(
      journal.transfers.map(Story.text) == [
        "1 of 2026-01/2026-01-31 expired 2026-02-01", "2 of 2026-01/3999-12-31 expired 4000-01-01",
      ])
  }

  @Test func `an account takes the bytes its documentation says`() {
    #expect(MemoryLayout<StoredLot>.stride == 16)
    #expect(MemoryLayout<HolderBalance>.stride == 24)
    #expect(MemoryLayout<LedgerTotals>.size == 80)
    #expect(PointsLedger(holderCount: 1_000).byteCount == 280_000)
  }

  @Test func `a packed lot key holds every key, in the order of spending`() {
    let expiries = [
      Day(index: -719_162), Day(index: -1), Day(index: 0), Day(index: 20_454),
      Day(index: 1_491_307), .never,
    ]
    var last: PackedLotKey?
    for expiry in expiries {
      for vintage in [-23_628, -1, 0, 672, 24_371] as [Int32] {
        for funding in Funding.allCases {
          for isPending in [false, true] {
            for rule in [0, 1, UInt16.max] {
              let key = LotKey(
                vintage: Month(index: vintage), expiry: expiry, funding: funding, rule: RuleID(rule)
              )
              let packed = PackedLotKey(key, isPending: isPending)
              #expect(packed.key == key && packed.isPending == isPending)
              if let last { #expect(last < packed) }
              last = packed
            }
          }
        }
      }
    }
  }

  @Test func `two sinks hear the same transfers`() throws {
    var sink = Both(Journal(), LedgerTotals())
    var ledger = PointsLedger(holderCount: 1)
    ledger.issue(
      Points(7), to: 0, lot: try Story.lot("2026-01/never/promotional"),
      at: try Story.day("2026-01-01").start, reason: .bonus, into: &sink)
    #expect(sink.first.transfers.map(\.points) == [Points(7)])
    #expect(sink.second == ledger.totals)
    #expect(sink.second.issued == 7)
    #expect(sink.second[.issuancePromotional] == -7)
    #expect(sink.second.outstanding == 7)
    #expect(sink.second.trialBalance == 0)
  }
}
