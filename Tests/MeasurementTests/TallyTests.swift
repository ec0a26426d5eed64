import Testing
import Timeline

@testable import Measurement

@Suite struct TallyTests {
  @Test(arguments: [1, 2, 3])
  func `a tally comes back from its bytes`(seed: UInt64) throws {
    let tally = filled(seed: seed)
    let bytes = tally.storedBytes
    let back = try #require(Tally(layout: tally.layout, storedBytes: bytes))
    #expect(back == tally)
    #expect(back.storedBytes == bytes)
    #expect(Tally(layout: tally.layout, storedBytes: Array(bytes.dropLast())) == nil)
    #expect(Tally(layout: tally.layout, storedBytes: bytes + [0]) == nil)
    #expect(Tally(layout: layout(arms: 3), storedBytes: bytes) == nil)
  }

  @Test func `bytes begin with the number of communities, lowest byte first`() {
    var tally = Tally(layout: layout())
    tally.add(community: [ArmTally(layout: layout()), ArmTally(layout: layout())], variates: [])
    #expect(Array(tally.canonicalBytes.prefix(9)) == [1, 0, 0, 0, 0, 0, 0, 0, 0])
    var arm = ArmTally(layout: layout())
    arm[.membersAtStart] = -2
    tally.add(community: [arm, ArmTally(layout: layout())], variates: [])
    #expect(Array(tally.canonicalBytes[8..<16]) == [0xFE] + Array(repeating: 0xFF, count: 7))
  }

  @Test func `merging is addition, in any order`() {
    let (first, second, third) = (filled(seed: 4), filled(seed: 5), filled(seed: 6))
    var left = first
    left.merge(second)
    left.merge(third)
    var right = third
    right.merge(first)
    right.merge(second)
    #expect(left == right)
    #expect(left.communityCount == 9)
    for column in TallyColumn.allCases {
      let sum = first.arms[1][column] + second.arms[1][column] + third.arms[1][column]
      #expect(left.arms[1][column] == sum)
    }
    var nothing = Tally(layout: layout())
    nothing.merge(first)
    #expect(nothing == first)
  }

  @Test func `cross-products are sums over communities of products of totals`() {
    // orders of arm and control, list value of the arm, in two communities.
    var tally = Tally(layout: layout())
    for (arm, control, list) in [(7, 5, 100), (-2, 3, 50)] as [(Int64, Int64, Int64)] {
      var lives = [ArmTally(layout: layout()), ArmTally(layout: layout())]
      lives[0][.orders] = control
      lives[1][.orders] = arm
      lives[1][.listMinor] = list
      tally.add(community: lives, variates: [])
    }
    let products = tally.products[1]
    let orders = TallyColumn.orders.rawValue
    let list = TallyColumn.listMinor.rawValue
    let ofControl = TallyColumn.count
    #expect(products[orders, orders] == 49 + 4)
    #expect(products[ofControl + orders, ofControl + orders] == 25 + 9)
    #expect(products[orders, ofControl + orders] == 35 - 6)
    #expect(products[ofControl + orders, orders] == 35 - 6)
    #expect(products[orders, list] == 700 - 100)
    #expect(products[list, ofControl + orders] == 500 + 150)
    #expect(products[list, ofControl + list] == 0)
    // Control against itself.
    #expect(tally.products[0][orders, ofControl + orders] == 34)
  }

  @Test func `products of large totals do not overflow`() {
    var tally = Tally(layout: layout(arms: 1))
    var life = ArmTally(layout: layout(arms: 1))
    life[.listMinor] = 4_000_000_000_000_000_000
    tally.add(community: [life], variates: [])
    tally.add(community: [ArmTally(layout: layout(arms: 1))], variates: [])
    let column = TallyColumn.listMinor.rawValue
    let square = Int128(4_000_000_000_000_000_000) * Int128(4_000_000_000_000_000_000)
    #expect(tally.products[0][column, column] == square)
    #expect(
      Tally(layout: tally.layout, storedBytes: tally.storedBytes)?.products[0][column, column]
        == square)
  }

  @Test func `differences beyond twenty orders stand at twenty`() {
    var arm = ArmTally(layout: layout())
    for difference: Int64 in [-27, -20, -1, 0, 0, 0, 2, 20, 21, 1_000_000] {
      arm.noteDifference(inOrders: difference)
    }
    let persons = [-20: 2, -1: 1, 0: 3, 2: 1, 20: 3] as [Int: Int64]
    #expect(arm.orderDifferences == (-20...20).map { persons[$0] ?? 0 })
  }

  @Test func `wear stands in steps of a twentieth, all above two in the last`() {
    var arm = ArmTally(layout: layout())
    for wear in [0, 0.049, 0.051, 1.99, 2, 100] {
      arm.noteExposure(wear: wear, at: FatigueCell(week: 0, segment: 0, channel: 0, topic: 0))
    }
    #expect(arm.wearAtExposure.count == 41)
    #expect(
      arm.wearAtExposure.enumerated().filter { $0.element > 0 }.map(\.offset) == [0, 1, 39, 40])
    #expect(arm.wearAtExposure[0] == 2 && arm.wearAtExposure[40] == 2)
    #expect(arm[.wearMicro] == 104_090_000)
  }

  @Test func `days, cells and movements are kept apart`() {
    let layout = layout()
    var arm = ArmTally(layout: layout)
    var expected: Int64 = 0
    for month in -1..<layout.monthCount {
      for vintage in 0..<layout.vintageCount {
        for column in MovementColumn.allCases {
          expected += 1
          arm.add(expected, to: column, month: month, vintage: vintage)
        }
      }
    }
    #expect(arm.movements == Array(1...expected))
    expected = 0
    for month in 0..<layout.monthCount {
      for segment in 0..<layout.segmentCount {
        for tier in 0..<layout.tierCount {
          for column in CellColumn.allCases {
            expected += 1
            arm.add(expected, to: column, month: month, segment: segment, tier: tier)
          }
        }
      }
    }
    #expect(arm.cells == Array(1...expected))
    arm.add(3, to: .messages, day: 44)
    #expect(arm.series(.messages).last == 3 && arm.series(.joined).allSatisfy { $0 == 0 })
  }

  @Test func `a layout knows its months and vintages`() {
    let layout = layout()
    // 45 days from 20 January touch January, February and March; history began in November.
    #expect(layout.monthCount == 3 && layout.vintageCount == 5)
    #expect(layout.vintage(0).text == "2025-11" && layout.vintage(4).text == "2026-03")
    #expect(layout.monthPosition(of: Month(day(2026, 2, 1))) == 1)
    #expect(layout.monthPosition(of: Month(day(2025, 12, 31))) == -1)
  }
}

@Suite struct MetricTests {
  @Test func `names are unique and in kebab-case, definitions say what is counted`() {
    #expect(Set(Metric.allCases.map(\.rawValue)).count == Metric.allCases.count)
    #expect(Set(Metric.allCases.map(\.definition)).count == Metric.allCases.count)
    for metric in Metric.allCases {
      let isKebab = metric.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
      #expect(isKebab && metric.definition.count > 20, "\(metric)")
      #expect(Metric(rawValue: metric.rawValue) == metric)
    }
  }

  @Test func `a rate whose denominator the scheme moves is never a goal`() {
    #expect(
      Metric.allCases.filter { !$0.mayBeGoal }.map(\.rawValue) == [
        "repurchase-among-buyers-30d", "repurchase-among-buyers-60d", "repurchase-among-buyers-90d",
      ])
  }
}
