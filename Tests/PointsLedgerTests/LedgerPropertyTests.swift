import PointsLedger
import Quantities
import Testing
import Timeline

/// Ten million random operations in all: 20 lives of 500,000.
struct LedgerPropertyTests {
  static let operationsPerLife = 500_000
  static let seeds: [UInt64] = Array(1...20)

  /// The horizon lies inside the life, so points are held before it, and go on after it.
  static let lifeDays = 400
  static let firstDay = Day(index: 20_400)
  static let horizon = Horizon(firstDay: firstDay.advanced(by: 100), dayCount: 250)

  @Test(arguments: seeds)
  func `a random life keeps every invariant, replays, and recounts to its series`(
    seed: UInt64
  ) throws {
    var life = RandomLife(seed: seed, holderCount: 40, horizon: Self.horizon)
    let record = live(&life)
    let comment = Comment(rawValue: "seed \(seed)")
    #expect(life.disagreement == nil, comment)
    #expect(record.faults == [], comment)
    // Every outcome is met often; only to give back more than the community ever spent is rare.
    #expect(life.statuses.dropLast().allSatisfy { $0 > 1_000 }, comment)

    // The journal of the history replays onto empty accounts, the arm's onto the snapshot.
    let empty = PointsLedger(holderCount: 40)
    #expect(JournalReplay.replay(record.history.transfers, onto: empty) == record.past, comment)
    let arm = life.sink.first.transfers
    #expect(JournalReplay.replay(arm, onto: record.snapshot) == life.ledger, comment)

    // The series equals the day-by-day recount: fed live, from a snapshot, and in any order.
    let recounted = record.recount.suffix(Self.lifeDays - 99).prefix(251)
    #expect([life.sink.second.opening] + life.sink.second.daily == Array(recounted), comment)
    var reordered = OutstandingSeries(over: Self.horizon, openingWith: record.snapshot)
    for transfer in arm.shuffled(using: &life.random) { reordered.record(transfer) }
    #expect(reordered == life.sink.second, comment)
  }

  struct Record {
    var faults: [LedgerFault] = []
    var recount: [Int64] = []
    var history = Journal()
    /// The ledger at the end of the history, before and after rules are forgotten.
    var past = PointsLedger(holderCount: 0)
    var snapshot = PointsLedger(holderCount: 0)
  }

  /// Lives day by day; where the horizon begins, rules are forgotten and a snapshot is kept.
  private func live(_ life: inout RandomLife) -> Record {
    var record = Record()
    for offset in 0..<Self.lifeDays {
      let day = Self.firstDay.advanced(by: offset)
      if day == Self.horizon.firstDay {
        record.history = life.restartJournal()
        record.past = life.ledger
        life.ledger.forgetRules()
        life.slow.forgetRules()
        record.snapshot = life.ledger
      }
      for _ in 0..<Self.operationsPerLife / Self.lifeDays { life.act(on: day) }
      record.faults += LedgerInvariants.faults(of: life.ledger)
      record.recount.append(life.slow.outstanding(atEndOf: day))
      compareLots(&life, on: day)
      life.sweep(before: day)
    }
    return record
  }

  /// Holds the lots of one account that still live against the slow ledger's.
  private func compareLots(_ life: inout RandomLife, on day: Day) {
    let holder = life.random.below(40)
    let living = life.ledger.lots(of: holder).filter { $0.key.expiry >= day }
    if living != life.slow.lots(of: holder, on: day) { life.disagree("lots", holder, day) }
    let week = day.advanced(by: 7)
    let soon = living.filter { !$0.isPending && $0.key.expiry <= week }.map(\.points.count)
    if life.ledger.expiring(holder, from: day, through: week).count != soon.reduce(0, +) {
      life.disagree("expiring", holder, day)
    }
    let mortal = living.filter { !$0.isPending && $0.key.expiry != .never }
    let first = mortal.filter { $0.key.expiry == mortal[0].key.expiry }.map(\.points.count)
    let next = life.ledger.nextExpiry(holder, on: day)
    if next?.day != mortal.first?.key.expiry || next?.points.count ?? 0 != first.reduce(0, +) {
      life.disagree("next expiry", holder, day)
    }
  }
}
