import IncentiveEngine
import Quantities
import Testing
import Timeline

@Suite struct SpendingLimitTests {
  private func world(_ limits: [SpendingLimit]) throws -> World {
    var rule = hundredForTwo
    rule.limits = limits
    var world = try World.withMember(
      Scheme(name: "limits", points: PointsProgram(earn: onePerYuan, redeem: rule)))
    world.buy("5000", on: day(2026, 1, 2))
    return world
  }

  @Test(arguments: [
    // day of January, points spent before → may spend; at most 300 a month, 500 ever
    (3, [Int64](), Int64(300)), (3, [100], 200), (3, [100, 200], 0), (32, [100, 200], 200),
    (32, [300], 200), (62, [300, 200], 0),
  ])
  func `M04: a member spends no more in a month, nor ever, than the limits`(
    number: Int, spent: [Int64], spendable: Int64
  ) throws {
    var world = try world([
      SpendingLimit(points: Points(300), period: .month), SpendingLimit(points: Points(500)),
    ])
    for (index, points) in spent.enumerated() {
      // The second sum is spent in February where the first filled January.
      let today = spent[0] == 300 && index == 1 ? day(2026, 2, 1) : day(2026, 1, 2)
      #expect(world.buy("100", points: points, on: today).refusal == .none)
    }
    let today = day(2026, 1, 1).advanced(by: number - 1)
    #expect(world.quote("100", on: today).spendablePoints == Points(spendable))
    let more = world.buy("100", points: spendable + 100, on: today)
    #expect(more.refusal == .pointsNotSpendable)
  }

  @Test(arguments: [
    (CalendarPeriod.day, 3, 4), (.week, 4, 5), (.month, 31, 32), (.year, 365, 366),
  ])
  func `M04: a limit begins anew with its period`(
    period: CalendarPeriod, lastDay: Int, nextDay: Int
  ) throws {
    var world = try world([SpendingLimit(points: Points(250), period: period)])
    let last = day(2026, 1, 1).advanced(by: lastDay - 1)
    // 250 points are two whole steps.
    #expect(world.quote("100", on: last).spendablePoints == Points(200))
    world.buy("100", points: 200, on: last)
    #expect(world.quote("100", on: last).spendablePoints == .zero)
    let next = day(2026, 1, 1).advanced(by: nextDay - 1)
    #expect(world.quote("100", on: next).spendablePoints == Points(200))
  }

  @Test func `A limit below one step, or given twice, is refused by its key`() {
    var rule = hundredForTwo
    rule.limits = [
      SpendingLimit(points: Points(99), period: .month),
      SpendingLimit(points: Points(100), period: .month),
    ]
    let scheme = Scheme(
      name: "wrong", points: PointsProgram(earn: onePerYuan, redeem: rule))
    #expect(
      scheme.problems.map(\.path) == ["points.redeem.limits", "points.redeem.limits.month"])
  }
}
