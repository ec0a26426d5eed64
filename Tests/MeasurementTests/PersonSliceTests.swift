import Testing
import Timeline

@testable import Measurement

@Suite struct PersonSliceTests {
  /// Two segments, three tiers: 2 + 4 + 4 + 16 + 4 slices.
  @Test func `every dimension has slices of its own`() {
    let layout = layout()
    #expect(SliceDimension.allCases.map(layout.sliceCount) == [2, 4, 4, 16, 4])
    #expect(layout.sliceTotal == 30)
    var places: [Int] = []
    for dimension in SliceDimension.allCases {
      for slice in 0..<layout.sliceCount(dimension) {
        places.append(layout.slicePosition(dimension, slice))
      }
    }
    #expect(places == Array(0..<30))
  }

  /// Two communities of 2 and 3 persons: orders −1 and +4, margin +500 and −300, cost 100 and 0.
  @Test func `products of a slice are sums over communities of arm less control`() {
    var tally = Tally(layout: layout())
    for (persons, orders, margin, cost) in [(2, -1, 500, 100), (3, 4, -300, 0)]
      as [(Int64, Int64, Int64, Int64)]
    {
      var arm = ArmTally(layout: layout())
      for person in 0..<persons {
        let isFirst = person == 0
        arm.add(
          PersonAmounts(
            orders: isFirst ? 10 + orders : 2, controlOrders: isFirst ? 10 : 2,
            marginMinor: isFirst ? 700 + margin : 0, controlMarginMinor: isFirst ? 700 : 0,
            incentiveMinor: isFirst ? 50 + cost : 0, controlIncentiveMinor: isFirst ? 50 : 0),
          to: .tier, slice: 2)
      }
      tally.add(community: [ArmTally(layout: layout()), arm], variates: [])
    }
    let products = tally.slices[1]
    func product(_ first: SliceProducts.Quantity, _ second: SliceProducts.Quantity) -> Int128 {
      products.product(first, second, of: .tier, at: 2, layout: tally.layout)
    }
    #expect(product(.persons, .persons) == 2 * 2 + 3 * 3)
    #expect(product(.orders, .orders) == 1 + 16)
    #expect(product(.persons, .orders) == -2 + 12)
    #expect(product(.orders, .persons) == 10)
    #expect(product(.marginMinor, .marginMinor) == 250_000 + 90_000)
    #expect(product(.marginMinor, .incentiveMinor) == 50_000)
    #expect(tally.arms[1].slice(.persons, of: .tier, at: 2) == 5)
    #expect(products.product(.persons, .persons, of: .tier, at: 1, layout: tally.layout) == 0)
  }

  @Test(arguments: [
    // (difference in minor units, steps away from no difference)
    (0, 0), (1, 1), (-1, -1), (19, 1), (20, 2), (-49, -2), (99_999, 12), (100_000, 13),
    (9_000_000, 13), (-9_000_000, -13),
  ])
  func `differences in value fall into symmetric bins`(difference: Int, steps: Int) {
    #expect(ValueDifference.bin(of: Int64(difference)) == ValueDifference.zero + steps)
  }
}
