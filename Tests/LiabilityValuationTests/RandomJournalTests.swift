import LiabilityValuation
import Measurement
import PointsLedger
import Quantities
import Testing
import Timeline

@testable import CommunitySimulation

/// Random lives of a ledger, recorded as the simulation records them.
@Suite struct RandomJournalTests {
  @Test(arguments: UInt64(1)...20)
  func `the roll-forward of a random journal ties to the last point`(seed: UInt64) {
    var life = RandomJournal(seed: seed)
    let tally = life.lived()
    let liability = ArmLiability(tally, face: Rate(2, over: 3), futureRate: .percent(60))
    #expect(liability.points.months.map(\.residual).allSatisfy { $0 == 0 }, "seed \(seed)")
    let isTied = liability.isTied
    #expect(isTied, "seed \(seed)")
    #expect(liability.outstanding == life.ledger.totals.outstanding, "seed \(seed)")
    #expect(liability.points.total.issued > 0 && liability.points.total.expired > 0)
    #expect(liability.points.total.clawedBack > 0 && liability.points.total.redeemed > 0)
    #expect(liability.money.months.allSatisfy { abs($0.rounding.minor) <= 3 }, "seed \(seed)")
  }
}

/// Accounts to which random things happen, before and in a horizon of 200 days.
struct RandomJournal {
  var ledger = PointsLedger(holderCount: 12)
  private var state: UInt64
  private let horizon: Horizon
  private let historyStart: Day
  private var recorder: ArmRecorder

  init(seed: UInt64) {
    state = seed
    let start = CivilDate(year: 2026, month: 2, day: 11)?.dayIndex ?? Day(index: 0)
    horizon = Horizon(firstDay: start, dayCount: 200)
    historyStart = start.advanced(by: -150)
    recorder = ArmRecorder(
      layout: TallyLayout(
        horizon: horizon, historyStart: historyStart, armCount: 1, segmentCount: 1, tierCount: 1))
  }

  mutating func lived() -> ArmTally {
    var day = historyStart
    while day <= horizon.lastDay {
      for _ in 0..<6 { act(on: day) }
      day = day.advanced(by: 1)
    }
    ledger.settleExpiry(asOf: horizon.lastDay, into: &recorder)
    recorder.closeSeries()
    return recorder.tally
  }

  private mutating func act(on day: Day) {
    let holder = below(12)
    let minute = day.at(hour: 12)
    let points = Points(Int64(below(300)) + 1)
    let lot = LotKey(
      vintage: Month(day), expiry: Month(day).advanced(by: below(4)).lastDay, funding: .purchase,
      rule: RuleID(1))
    switch below(8) {
    case 0...3:
      _ = ledger.issue(
        points, to: holder, lot: lot, at: minute, reason: .purchase, isPending: below(3) == 0,
        into: &recorder)
    case 4:
      _ = ledger.redeem(
        points, from: holder, at: minute, rule: RuleID(2), reason: .checkout, into: &recorder)
    case 5:
      _ = ledger.clawBack(
        points, from: holder, lot: lot, at: minute, rule: RuleID(1), into: &recorder)
    case 6:
      _ = ledger.adjust(
        below(2) == 0 ? points : Points(-points.count), of: holder, lot: lot, at: minute,
        into: &recorder)
    default:
      guard let held = ledger.lots(of: holder).first(where: \.isPending) else { return }
      _ =
        below(2) == 0
        ? ledger.activate(held.points, of: holder, lot: held.key, at: minute, into: &recorder)
        : ledger.cancelPending(
          held.points, of: holder, lot: held.key, at: minute, into: &recorder)
    }
  }

  /// SplitMix64 (Steele, Lea & Flood 2014).
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
