import Testing

@testable import Measurement

/// What a tally keeps of control variates: sums of products, whatever the order in which they come.
@Suite struct VariateProductsTests {
  /// Communities of (orders in control, orders in the arm, reacting needs, needs of others).
  private static let communities: [(Int64, Int64, Int64, Int64)] = [
    (10, 12, 3, -1), (20, 21, -5, 0), (7, 7, 2, 4),
  ]

  private static func tally(_ rows: some Sequence<(Int64, Int64, Int64, Int64)>) -> Tally {
    var tally = Tally(layout: layout())
    for row in rows {
      let arms = [row.0, row.1].map { orders in
        var arm = ArmTally(layout: layout())
        arm.add(orders, to: .orders)
        return arm
      }
      var known = Array(repeating: Int64(0), count: ControlVariate.count)
      known[ControlVariate.reactingNeeds.rawValue] = row.2
      known[ControlVariate.needsOfOthers.rawValue] = row.3
      tally.add(community: arms, variates: known)
    }
    return tally
  }

  @Test func `sums and products are those of the communities`() {
    let variates = Self.tally(Self.communities).variates
    let (reacting, others) = (
      ControlVariate.reactingNeeds.rawValue, ControlVariate.needsOfOthers.rawValue
    )
    let orders = TallyColumn.orders.rawValue
    #expect(variates.sums[reacting] == 3 - 5 + 2 && variates.sums[others] == -1 + 4)
    #expect(variates.product(reacting, reacting) == 9 + 25 + 4)
    #expect(variates.product(others, reacting) == -3 + 8)
    #expect(variates.fourthPower(reacting) == 0, "in thousandths, of millionths")
    #expect(variates.product(reacting, others) == variates.product(others, reacting))
    #expect(variates.product(reacting, arm: 0, column: orders) == 30 - 100 + 14)
    #expect(variates.product(reacting, arm: 1, column: orders) == 36 - 105 + 14)
    #expect(variates.product(others, arm: 1, column: orders) == -12 + 28)
    #expect(variates.product(others, arm: 1, column: TallyColumn.needs.rawValue) == 0)
  }

  @Test func `any order and any grouping of communities gives the same`() {
    let whole = Self.tally(Self.communities)
    var parts = Self.tally(Self.communities[2...])
    parts.merge(Self.tally(Self.communities[..<2].reversed()))
    #expect(parts == whole)
  }

  @Test func `they are stored to the last bit, and are no part of the digest's bytes`() throws {
    let tally = Self.tally(Self.communities)
    let back = try #require(Tally(layout: layout(), storedBytes: tally.storedBytes))
    #expect(back == tally && back.variates == tally.variates)
    let without = Self.tally(Self.communities.map { ($0.0, $0.1, 0, 0) })
    #expect(without.canonicalBytes == tally.canonicalBytes && without != tally)
  }

  @Test func `totals of replications give the products of replications`() {
    var replications = ReplicationTotals(replications: 2, armCount: 2)
    replications.add(Self.tally(Self.communities[..<2]), replication: 0)
    replications.add(Self.tally(Self.communities[2...]), replication: 1)
    let products = replications.variateProducts
    let reacting = ControlVariate.reactingNeeds.rawValue
    #expect(products.product(reacting, reacting) == 4 + 4)
    let orders = TallyColumn.orders.rawValue
    #expect(products.product(reacting, arm: 1, column: orders) == -2 * 33 + 2 * 7)
  }

  @Test func `fourth powers are of thousandths and stay within bounds`() {
    var products = VariateProducts(armCount: 1)
    let arms = [Array(repeating: Int64(0), count: TallyColumn.count)]
    func add(_ reacting: Int64) {
      var known = Array(repeating: Int64(0), count: ControlVariate.count)
      known[ControlVariate.reactingNeeds.rawValue] = reacting
      products.add(known, arms: arms)
    }
    add(-3_000)
    add(2_000_999)
    #expect(products.fourthPower(0) == 81 + 16_000_000_000_000)
    add(10_000_000_000_000)
    #expect(products.fourthPower(0) > 99_999_999_999_999_999_999_999_999_999_999)
  }
}
