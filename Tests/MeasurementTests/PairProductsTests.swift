import Testing
import Timeline

@testable import Measurement

/// Products of two arms that are held against each other, beside those of each arm with control.
@Suite struct PairProductsTests {
  private static let pairs = [
    TallyPair(arm: 1, other: 2), TallyPair(arm: 2, other: 3), TallyPair(arm: 0, other: 1),
  ]

  private static func layout(_ pairs: [TallyPair]) -> TallyLayout {
    let first = day(2026, 1, 20)
    return TallyLayout(
      horizon: Horizon(firstDay: first, dayCount: 3), historyStart: first, armCount: 4,
      segmentCount: 1, tierCount: 1, pairs: pairs)
  }

  /// Communities of one member each, with orders and money of any sign; arms 2 and 3 are alike.
  private static func communities(
    _ seed: UInt64, _ count: Int, _ layout: TallyLayout
  ) -> [[ArmTally]] {
    var state = seed
    func next(below bound: UInt64) -> Int64 {
      // Knuth's multiplier; the upper bits are as good as a test needs.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % bound)
    }
    return (0..<count).map { _ in
      var arms = (0..<3).map { _ in
        var tally = ArmTally(layout: layout)
        tally.add(1, to: .membersAtStart)
        tally.add(next(below: 1_000), to: .orders)
        tally.add(next(below: 1_000_000) - 500_000, to: .paidMinor)
        return tally
      }
      arms.append(arms[2])
      return arms
    }
  }

  private static func tally(_ communities: [[ArmTally]], _ layout: TallyLayout) -> Tally {
    var tally = Tally(layout: layout)
    for community in communities { tally.add(community: community, variates: []) }
    return tally
  }

  /// Σ over communities of (arm less other) of one column times that of another.
  private static func product(
    _ products: CrossProducts, _ left: TallyColumn, _ right: TallyColumn
  ) -> Int128 {
    let (i, j, other) = (left.rawValue, right.rawValue, TallyColumn.count)
    return products[i, j] - products[i, other + j] - products[other + i, j]
      + products[other + i, other + j]
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `squares and products of a pair's differences are those of its communities`(
    seed: UInt64
  ) {
    let layout = Self.layout(Self.pairs)
    let communities = Self.communities(seed, 7, layout)
    let tally = Self.tally(communities, layout)
    for (position, pair) in Self.pairs.enumerated() {
      func difference(_ community: [ArmTally], _ column: TallyColumn) -> Int128 {
        Int128(community[pair.arm][column] - community[pair.other][column])
      }
      for (left, right) in [
        (TallyColumn.orders, TallyColumn.orders), (.orders, .paidMinor), (.paidMinor, .paidMinor),
      ] {
        let byHand = communities.reduce(Int128(0)) {
          $0 + difference($1, left) * difference($1, right)
        }
        #expect(
          Self.product(tally.pairs[position], left, right) == byHand, "seed \(seed), \(pair)")
      }
    }
  }

  @Test(arguments: [UInt64(4), 5])
  func `a pair's sum is the difference of the two sums against control`(seed: UInt64) {
    let layout = Self.layout(Self.pairs)
    let tally = Self.tally(Self.communities(seed, 9, layout), layout)
    // Every community has one member in every arm, so a product with members is a sum.
    let (members, other) = (TallyColumn.membersAtStart.rawValue, TallyColumn.count)
    for column in [TallyColumn.orders.rawValue, TallyColumn.paidMinor.rawValue] {
      func sum(_ products: CrossProducts) -> Int128 {
        products[column, members] - products[other + column, members]
      }
      for (position, pair) in Self.pairs.enumerated() {
        #expect(
          sum(tally.pairs[position])
            == sum(tally.products[pair.arm]) - sum(tally.products[pair.other]),
          "seed \(seed), \(pair)")
      }
    }
  }

  @Test func `arms that are alike differ by exactly zero, and by nothing else`() {
    let layout = Self.layout(Self.pairs)
    let tally = Self.tally(Self.communities(6, 8, layout), layout)
    for left in TallyColumn.allCases {
      for right in [TallyColumn.orders, .paidMinor] {
        #expect(Self.product(tally.pairs[1], left, right) == 0)
      }
    }
    #expect(Self.product(tally.pairs[0], .orders, .orders) > 0)
  }

  @Test func `merging adds pairs, and replications make the same products of their totals`() {
    let layout = Self.layout(Self.pairs)
    let communities = Self.communities(7, 6, layout)
    var merged = Self.tally(Array(communities[..<2]), layout)
    merged.merge(Self.tally(Array(communities[2...]), layout))
    #expect(merged == Self.tally(communities, layout))
    // A replication of one community each.
    var each = ReplicationTotals(replications: 6, armCount: 4)
    for (replication, community) in communities.enumerated() {
      each.add(Self.tally([community], layout), replication: replication)
    }
    for (position, pair) in Self.pairs.enumerated() {
      #expect(each.products(of: pair) == merged.pairs[position])
    }
  }

  @Test func `pairs are kept with finished tasks and leave the digest's bytes as they were`() {
    let layout = Self.layout(Self.pairs)
    let tally = Self.tally(Self.communities(8, 3, layout), layout)
    let without = Self.layout([])
    let plain = Self.tally(Self.communities(8, 3, without), without)
    #expect(tally.canonicalBytes == plain.canonicalBytes)
    #expect(plain.storedBytes.starts(with: plain.canonicalBytes))
    #expect(Tally(layout: layout, storedBytes: tally.storedBytes) == tally)
    #expect(Tally(layout: layout, storedBytes: plain.storedBytes) == nil)
    #expect(Tally(layout: without, storedBytes: tally.storedBytes) == nil)
  }
}
