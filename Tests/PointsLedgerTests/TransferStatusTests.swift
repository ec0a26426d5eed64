import PointsLedger
import Quantities
import Testing
import Timeline

/// Requests with several things wrong at once: the first in the closed list is reported.
struct TransferStatusTests {
  enum Request: CaseIterable { case earn, activate, cancel, spend, giveBack, takeBack, correct }

  @Test func `the list of statuses is closed and in order of precedence`() {
    #expect(
      TransferStatus.allCases == [
        .posted, .amountNotPositive, .holderUnknown, .lotExpired, .pendingInsufficient,
        .activeInsufficient, .redeemedInsufficient,
      ])
    #expect(TransferStatus.allCases == TransferStatus.allCases.sorted())
  }

  // An empty ledger of one account on 2026-03-15: whatever is asked of it lacks points as well.
  @Test(arguments: [
    // request | points | account | lot's last day | refused as
    (Request.earn, 0, 1, "2026-03-14", TransferStatus.amountNotPositive),
    (.earn, 5, 1, "2026-03-14", .holderUnknown),
    (.earn, 5, -1, "2026-03-14", .holderUnknown),
    (.earn, 5, 0, "2026-03-14", .lotExpired),
    (.earn, 5, 0, "2026-03-15", .posted),
    (.activate, -1, 1, "2026-03-14", .amountNotPositive),
    (.activate, 5, 1, "2026-03-14", .holderUnknown),
    (.activate, 5, 0, "2026-03-14", .lotExpired),
    (.activate, 5, 0, "2026-03-15", .pendingInsufficient),
    (.cancel, 0, 1, "2026-03-14", .amountNotPositive),
    (.cancel, 5, 1, "2026-03-14", .holderUnknown),
    (.cancel, 5, 0, "2026-03-14", .lotExpired),
    (.cancel, 5, 0, "2026-03-15", .pendingInsufficient),
    (.spend, 0, 1, "2026-03-15", .amountNotPositive),
    (.spend, 5, 1, "2026-03-15", .holderUnknown),
    (.spend, 5, 0, "2026-03-15", .activeInsufficient),
    (.giveBack, -5, 1, "2026-03-14", .amountNotPositive),
    (.giveBack, 5, 1, "2026-03-14", .holderUnknown),
    (.giveBack, 5, 0, "2026-03-14", .lotExpired),
    (.giveBack, 5, 0, "2026-03-15", .redeemedInsufficient),
    (.takeBack, 0, 1, "2026-03-14", .amountNotPositive),
    (.takeBack, 5, 1, "2026-03-14", .holderUnknown),
    (.takeBack, 5, 0, "2026-03-14", .activeInsufficient),
    (.correct, 0, 1, "2026-03-14", .amountNotPositive),
    (.correct, 5, 1, "2026-03-14", .holderUnknown),
    (.correct, 5, 0, "2026-03-14", .lotExpired),
    (.correct, -5, 1, "2026-03-14", .holderUnknown),
    (.correct, -5, 0, "2026-03-14", .activeInsufficient),
  ])
  func `the first thing wrong is reported, and nothing moves`(
    request: Request, points: Int, holder: Int, lastDay: String, expected: TransferStatus
  ) throws {
    var ledger = PointsLedger(holderCount: 1)
    var journal = Journal()
    let status = perform(
      request, Points(Int64(points)), holder, try Story.lot("2026-01/\(lastDay)"),
      at: try Story.day("2026-03-15").at(hour: 23, minute: 59), on: &ledger, into: &journal)
    #expect(status == expected)
    #expect(journal.transfers.isEmpty == (status != .posted))
    #expect((ledger == PointsLedger(holderCount: 1)) == (status != .posted))
  }

  private func perform(
    _ request: Request, _ points: Points, _ holder: Int, _ lot: LotKey, at minute: Minute,
    on ledger: inout PointsLedger, into journal: inout Journal
  ) -> TransferStatus {
    let rule = RuleID(1)
    switch request {
    case .earn:
      return ledger.issue(
        points, to: holder, lot: lot, at: minute, reason: .purchase, into: &journal)
    case .activate:
      return ledger.activate(points, of: holder, lot: lot, at: minute, into: &journal)
    case .cancel:
      return ledger.cancelPending(points, of: holder, lot: lot, at: minute, into: &journal)
    case .spend:
      return ledger.redeem(
        points, from: holder, at: minute, rule: rule, reason: .checkout, into: &journal)
    case .giveBack:
      return ledger.restore(points, to: holder, lot: lot, at: minute, rule: rule, into: &journal)
    case .takeBack:
      return ledger.clawBack(points, from: holder, lot: lot, at: minute, rule: rule, into: &journal)
    case .correct:
      return ledger.adjust(points, of: holder, lot: lot, at: minute, into: &journal)
    }
  }
}
