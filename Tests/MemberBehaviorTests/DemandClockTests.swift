import MemberPopulation
import Randomness
import Testing
import Timeline

@testable import MemberBehavior

/// Busy and quiet days: purchases move, and their number stays.
@Suite struct DemandClockTests {
  /// Monday, 5 January 2026.
  private let monday = CivilDate(year: 2026, month: 1, day: 5)?.dayIndex ?? Day(index: 0)

  @Test func `even days have no clock`() {
    #expect(DemandClock(.even, from: monday, dayCount: 30) == nil)
  }

  @Test func `factors are divided by their mean, months weighted by their days`() {
    let week = DemandRhythm(weekdays: [1, 1, 1, 1, 1, 1, 8])
    #expect(week.factor(on: monday) == 0.5)
    #expect(week.factor(on: monday.advanced(by: 6)) == 4)
    // January twice as busy: the mean is (2 · 31 + 334) ÷ 365.
    let year = DemandRhythm(months: [2] + Array(repeating: 1, count: 11))
    #expect(abs(year.factor(on: monday) - 2 * 365 / 396) < 1e-12)
    let days = (0..<365).map { monday.advanced(by: -4).advanced(by: $0) }
    #expect(abs(days.reduce(0) { $0 + year.factor(on: $1) } / 365 - 1) < 1e-12)
  }

  @Test func `an hour of the models' time passes twice as fast on a day twice as busy`() throws {
    // Monday half as busy as the rest of it, Sunday four times: 0.5 · 6 + 4 = 7.
    let rhythm = DemandRhythm(weekdays: [1, 1, 1, 1, 1, 1, 8])
    let clock = try #require(DemandClock(rhythm, from: monday, dayCount: 14))
    let start = clock.modelMinutes(at: monday.start.index)
    #expect(start == 0)
    // Six quiet days hold three days of the models' time, Sunday four.
    let threeDays = 3.0 / 7
    #expect(clock.minute(threeDays, after: start) == monday.advanced(by: 6).start.index)
    #expect(
      clock.minute(threeDays + 1 / 7.0, after: start) == monday.advanced(by: 6).at(hour: 6).index)
    #expect(clock.minute(1, after: start) == monday.advanced(by: 7).start.index)
    #expect(clock.minute(2, after: start) == nil, "the last day is over")
    #expect(clock.modelMinutes(at: monday.advanced(by: 6).at(hour: 12).index) == 5 * 1440)
  }

  @Test func `nobody buys on days of factor zero`() throws {
    let rhythm = DemandRhythm(weekdays: [0, 1, 1, 1, 1, 1, 0])
    let clock = try #require(DemandClock(rhythm, from: monday, dayCount: 70))
    var minute = 0.0
    var seen = Set<Int>()
    while let at = clock.minute(minute, after: 0) {
      seen.insert(Minute(index: at).day.isoWeekday)
      minute += 0.013
    }
    #expect(seen == [2, 3, 4, 5, 6])
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `purchases follow the rhythm, and as many are made`(seed: UInt64) throws {
    let rhythm = DemandRhythm(
      weekdays: [0.5, 0.5, 1, 1, 1, 2, 1],
      months: [2, 1, 1, 1, 1, 1, 0.5, 0.5, 1, 1, 1, 2])
    let first = monday.advanced(by: -4)
    let clock = DemandClock(rhythm, from: first, dayCount: 365)
    let draws = Draws(seed: seed, replication: 0)
    var traits = PersonTraits()
    traits.needsPerWeek = 1
    traits.dropoutProbability = 0
    var byWeekday = Array(repeating: 0.0, count: 8)
    var (all, even) = (0, 0)
    for person in UInt32(0)..<2_000 {
      var found: [Occasion] = []
      OccasionStreams(
        person: person, position: person, traits: traits, from: first.start.index,
        to: first.advanced(by: 365).start.index, draws: draws, clock: clock
      ).appendNeeds(to: &found)
      for occasion in found { byWeekday[Minute(index: occasion.minute).day.isoWeekday] += 1 }
      all += found.count
      var plain: [Occasion] = []
      OccasionStreams(
        person: person, position: person, traits: traits, from: first.start.index,
        to: first.advanced(by: 365).start.index, draws: draws
      ).appendNeeds(to: &plain)
      even += plain.count
    }
    // 104,000 purchases: within four standard errors; the year's weekdays are not quite alike.
    #expect(abs(Double(all - even)) < 4 * Double(even).squareRoot(), "seed \(seed)")
    #expect(abs(byWeekday[6] / byWeekday[1] - 4) < 0.25, "seed \(seed)")
    #expect(abs(byWeekday[4] / byWeekday[1] - 2) < 0.15, "seed \(seed)")
  }
}
