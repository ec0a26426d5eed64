import Testing

@testable import Measurement

/// Fatigue is counted twice, by week and segment and by channel and topic.
@Suite struct FatigueTallyTests {
  @Test func `what is noted stands in both tables and in no other place`() {
    var tally = ArmTally(layout: layout())
    let cell = FatigueCell(week: 6, segment: 1, channel: 6, topic: 9)
    tally.noteExposure(wear: 0.25, at: cell)
    tally.noteExposure(wear: 0.75, at: FatigueCell(week: 6, segment: 1, channel: 6, topic: 0))
    tally.add(to: .ordersLostToWear, at: cell)
    tally.add(-300, to: .marginLostToWearMinor, at: cell)
    #expect(tally.fatigue.value(.messages, week: 6, segment: 1) == 2)
    #expect(tally.fatigue.value(.wearMicro, week: 6, segment: 1) == 1_000_000)
    #expect(tally.fatigue.value(.wearMicro, channel: 6, topic: 9) == 250_000)
    #expect(tally.fatigue.value(.ordersLostToWear, channel: 6, topic: 9) == 1)
    #expect(tally.fatigue.value(.marginLostToWearMinor, week: 6, segment: 1) == -300)
    for column in FatigueColumn.allCases {
      #expect(tally.fatigue.sumByWeek(column) == tally.fatigue.sumByChannel(column))
      #expect(tally.fatigue.value(column, week: 6, segment: 0) == 0)
      #expect(tally.fatigue.value(column, channel: 0, topic: 9) == 0)
    }
    #expect(tally[.wearMicro] == 1_000_000)
  }

  @Test func `a horizon of 45 days has seven weeks, the last of three days`() {
    #expect(layout().weekCount == 7)
  }
}
