import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Laws that hold of every scheme, over millions of random events: one runner, many laws.
///
/// The events of a suite run are ten million in release; a debug build, forty times slower, runs a
/// fiftieth of them.
@Suite struct LawsTests {
  #if DEBUG
  static let eventCount = 100_000
  #else
  static let eventCount = 10_000_000
  #endif
  private static let shares = 8

  @Test(arguments: 1...UInt64(shares))
  func `No event of a random life breaks a law`(share: UInt64) throws {
    var counts = LawCounts()
    var life: UInt64 = 0
    while counts.events < Self.eventCount / Self.shares {
      let seed = share << 32 | life
      var random = TestRandom(seed: seed)
      var run = try LawfulLife(&random)
      run.live(&random, events: 1_000)
      counts.add(run.counts)
      guard run.broken.isEmpty else {
        Issue.record("seed \(seed), event \(run.counts.events): \(run.broken.prefix(5))")
        return
      }
      life += 1
    }
    // Laws are worth holding only where such things happen.
    let orders = counts.orders
    #expect(orders > counts.events / 3)
    #expect(counts.spending > orders / 20, "\(counts)")
    #expect(counts.refused > counts.events / 100, "\(counts)")
    #expect(counts.refunds > counts.events / 50, "\(counts)")
    #expect(counts.undone > counts.refunds / 50, "\(counts)")
    #expect(counts.reserved > counts.events / 50, "\(counts)")
    #expect(counts.merges > counts.events / 200, "\(counts)")
  }
}

/// How often what happened.
struct LawCounts {
  var events = 0
  var orders = 0
  /// Orders on which points were spent.
  var spending = 0
  var refused = 0
  var refunds = 0
  /// Orders that were given back at once, as if they had never been.
  var undone = 0
  /// Orders that were set aside before they were paid.
  var reserved = 0
  /// Accounts that were merged.
  var merges = 0

  mutating func add(_ other: LawCounts) {
    events += other.events
    orders += other.orders
    spending += other.spending
    refused += other.refused
    refunds += other.refunds
    undone += other.undone
    reserved += other.reserved
    merges += other.merges
  }
}
