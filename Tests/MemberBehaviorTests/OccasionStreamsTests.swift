import MemberPopulation
import Randomness
import Testing

@testable import MemberBehavior

@Suite struct OccasionStreamsTests {
  private static let week: Int32 = 10_080
  private let draws = Draws(seed: 5, replication: 2)

  private func traits(_ change: (inout PersonTraits) -> Void = { _ in }) -> PersonTraits {
    var traits = PersonTraits()
    traits.needsPerWeek = 0.5
    change(&traits)
    return traits
  }

  private func streams(
    of person: UInt32, _ traits: PersonTraits, weeks: Int32
  ) -> OccasionStreams {
    OccasionStreams(
      person: person, position: 3, traits: traits, from: 1000, to: 1000 + weeks * Self.week,
      draws: draws)
  }

  private func needs(of person: UInt32, _ traits: PersonTraits, weeks: Int32 = 52) -> [Occasion] {
    var occasions: [Occasion] = []
    streams(of: person, traits, weeks: weeks).appendNeeds(to: &occasions)
    return occasions
  }

  @Test func `needs come at the person's own rate, regular or not`() {
    for stages: UInt8 in [1, 2, 4] {
      let person = traits { $0.stages = stages }
      let gaps = (0..<UInt32(2000)).flatMap { number -> [Double] in
        let minutes = needs(of: number, person, weeks: 400).map { Double($0.minute) }
        return zip(minutes.dropFirst(), minutes).map { later, earlier in
          (later - earlier) / Double(Self.week)
        }
      }
      let size = Double(gaps.count)
      let mean = gaps.reduce(0, +) / size
      let squares: [Double] = gaps.map { ($0 - mean) * ($0 - mean) }
      let variance = squares.reduce(0, +) / size
      // Erlang-k of mean 2 weeks has variance 4/k. A gap cut off by the end of 400 weeks is not
      // seen, which favors short ones by about one part in two hundred.
      #expect(abs(mean - 2) < 0.02, "\(stages) stages: mean \(mean)")
      #expect(abs(variance * Double(stages) / 4 - 1) < 0.03, "\(stages) stages: \(variance)")
    }
  }

  @Test func `a longer life begins with the same needs and impulses`() {
    for person: UInt32 in 0..<50 {
      let long = needs(of: person, traits(), weeks: 104)
      let short = needs(of: person, traits(), weeks: 26)
      #expect(short == Array(long.prefix(short.count)))
      #expect(long.map(\.index) == Array(1..<UInt32(long.count + 1)))
      #expect(long.allSatisfy { $0.stream == .need && $0.person == 3 && $0.mark < 1 })
    }
  }

  @Test func `impulses come nine times as often as needs at a conversion of one in ten`() {
    var occasions: [Occasion] = []
    var counts = (all: 0, counted: 0)
    for person: UInt32 in 0..<2000 {
      let found = streams(of: person, traits(), weeks: 52).appendImpulses(
        baselineConversion: 0.1, ceiling: 1, counted: 1000 + 26 * Self.week..<Int32.max,
        to: &occasions)
      counts.all += found.all
      counts.counted += found.counted
    }
    // Poisson: 2000 people · 52 weeks · 4.5 a week, half of them in the second half.
    #expect(abs(Double(counts.all) - 468_000) < 4 * 468_000.0.squareRoot())
    #expect(abs(Double(counts.counted) - 234_000) < 4 * 234_000.0.squareRoot())
    #expect(occasions.count == counts.all)
    #expect(occasions.count { $0.minute >= 1000 + 26 * Self.week } == counts.counted)
  }

  @Test func `a ceiling leaves out marks above it and moves nothing else`() {
    for person: UInt32 in 0..<20 {
      func impulses(_ ceiling: Double) -> ([Occasion], Int) {
        var occasions: [Occasion] = []
        let counts = streams(of: person, traits(), weeks: 52).appendImpulses(
          baselineConversion: 0.1, ceiling: ceiling, counted: 0..<Int32.max, to: &occasions)
        return (occasions, counts.all)
      }
      let (all, count) = impulses(2)
      let (few, sameCount) = impulses(0.2)
      #expect(few == all.filter { $0.mark < 0.2 })
      #expect(count == sameCount && all.count == count)
    }
  }

  @Test func `a need ends a life with the person's dropout probability`() {
    let mortal = traits { $0.dropoutProbability = 0.25 }
    let all = (0..<UInt32(4000)).flatMap { needs(of: $0, mortal) }
    let share = Double(all.count { $0.endsLife }) / Double(all.count)
    #expect(abs(share - 0.25) < 4 * (0.1875 / Double(all.count)).squareRoot())
    #expect(needs(of: 1, traits()).allSatisfy { !$0.endsLife })
  }

  @Test func `only MBG members drop out at once`() {
    let model = traits {
      $0.dropoutProbability = 0.25
      $0.mayDropOutAtOnce = true
    }
    let gone = (0..<UInt32(40_000)).count { streams(of: $0, model, weeks: 1).dropsOutAtOnce }
    #expect(abs(Double(gone) / 40_000 - 0.25) < 4 * (0.1875 / 40_000).squareRoot())
    let other = traits { $0.dropoutProbability = 0.25 }
    #expect(!(0..<UInt32(1000)).contains { streams(of: $0, other, weeks: 1).dropsOutAtOnce })
  }

  @Test func `a Pareto life is exponential and a restart draws a new one`() {
    let mortal = traits { $0.dropoutsPerWeek = 0.1 }
    let lives = (0..<UInt32(40_000)).map { person -> Double in
      let end = streams(of: person, mortal, weeks: 1).lifeEnd(from: 1000, occurrence: 0)
      return Double(end - 1000) / Double(Self.week)
    }
    let mean = lives.reduce(0, +) / 40_000
    #expect(abs(mean - 10) < 4 * 10 / 40_000.0.squareRoot())
    let life = streams(of: 1, mortal, weeks: 1)
    #expect(
      life.lifeEnd(from: 5000, occurrence: 4) - 5000
        == life.lifeEnd(from: 9000, occurrence: 4) - 9000)
    #expect(life.lifeEnd(from: 0, occurrence: 4) != life.lifeEnd(from: 0, occurrence: 5))
    #expect(streams(of: 1, traits(), weeks: 1).lifeEnd(from: 0, occurrence: 0) == .max)
  }

  @Test func `who needs nothing has no occasions`() {
    let nobody = traits { $0.needsPerWeek = 0 }
    var occasions = needs(of: 1, nobody)
    let counts = streams(of: 1, nobody, weeks: 52).appendImpulses(
      baselineConversion: 0.1, ceiling: 2, counted: 0..<Int32.max, to: &occasions)
    #expect(occasions.isEmpty && counts == (0, 0))
  }
}
