import Timeline

@testable import Measurement

/// 45 days from 20 January 2026, after two months of history.
func layout(arms: Int = 2) -> TallyLayout {
  TallyLayout(
    horizon: Horizon(firstDay: day(2026, 1, 20), dayCount: 45), historyStart: day(2025, 11, 21),
    armCount: arms, segmentCount: 2, tierCount: 3, categoryCount: 2)
}

/// A day of the calendar.
func day(_ year: Int, _ month: Int, _ number: Int) -> Day {
  guard let date = CivilDate(year: year, month: month, day: number) else {
    preconditionFailure("a test names days that exist")
  }
  return date.dayIndex
}

/// Three communities with numbers of any size and sign in every place.
func filled(seed: UInt64) -> Tally {
  var state = seed
  func next() -> Int64 {
    // Knuth's multiplier; the upper bits are as good as a test needs.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int64(bitPattern: state) >> Int64(8 + (state >> 59))
  }
  func fill(_ values: inout [Int64]) { for index in values.indices { values[index] = next() } }
  var tally = Tally(layout: layout())
  for _ in 0..<3 {
    let community = (0..<2).map { _ in
      var arm = ArmTally(layout: layout())
      fill(&arm.totals)
      fill(&arm.daily)
      fill(&arm.cells)
      fill(&arm.movements)
      fill(&arm.orderDifferences)
      fill(&arm.wearAtExposure)
      fill(&arm.channels)
      fill(&arm.slices)
      fill(&arm.categories)
      fill(&arm.runOff)
      fill(&arm.valueDifferences)
      fill(&arm.fatigue.byWeek)
      fill(&arm.fatigue.byChannel)
      return arm
    }
    tally.add(community: community, variates: [])
  }
  return tally
}
