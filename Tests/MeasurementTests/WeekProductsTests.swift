import Testing
import Timeline

@testable import Measurement

@Suite struct WeekProductsTests {
  /// 45 days are six weeks and three days.
  @Test func `weeks add up their days, and what is held is that of the last day`() {
    var arm = ArmTally(layout: layout())
    for (day, orders, cost, held, repeaters) in [
      (0, 1, 100, 10, 0), (6, 2, 50, 20, 1), (7, 4, 0, 30, 2), (44, 8, 9, 70, 3),
    ] as [(Int, Int64, Int64, Int64, Int64)] {
      arm.add(orders, to: .orders, day: day)
      arm.add(cost, to: .incentiveMinor, day: day)
      arm.add(held, to: .pointsOutstanding, day: day)
      arm.add(repeaters, to: .repeaters, day: day)
    }
    arm.noteExposure(wear: 0.25, at: FatigueCell(week: 1, segment: 0, channel: 0, topic: 0))
    arm.noteExposure(wear: 0.5, at: FatigueCell(week: 1, segment: 1, channel: 0, topic: 0))
    let weeks = arm.byWeek
    func week(_ number: Int) -> [Int64] {
      Array(weeks[(number * WeekColumn.count)..<((number + 1) * WeekColumn.count)])
    }
    #expect(weeks.count == 7 * WeekColumn.count)
    #expect(week(0) == [3, 150, 1, 20, 0, 0])
    #expect(week(1) == [4, 0, 3, 0, 750_000, 2])
    #expect(week(6) == [8, 9, 6, 70, 0, 0])
  }

  @Test func `squares are of communities, of the arm and of its difference to control`() {
    var tally = Tally(layout: layout())
    for (arm, control) in [(3, 1), (5, 8)] as [(Int64, Int64)] {
      var lives = [ArmTally(layout: layout()), ArmTally(layout: layout())]
      lives[0].add(control, to: .orders, day: 8)
      lives[1].add(arm, to: .orders, day: 9)
      tally.add(community: lives, variates: [])
    }
    #expect(tally.weeks[1].square(.orders, week: 1) == 9 + 25)
    #expect(tally.weeks[1].squareOfDifference(.orders, week: 1) == 4 + 9)
    #expect(tally.weeks[0].squareOfDifference(.orders, week: 1) == 0)
    #expect(tally.weeks[0].square(.orders, week: 1) == 1 + 64)
    #expect(tally.weeks[1].square(.orders, week: 0) == 0)
  }
}
