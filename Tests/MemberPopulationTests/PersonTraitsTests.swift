import MemberPopulation
import Randomness
import Statistics
import Testing

@Suite struct PersonTraitsTests {
  private static let people: UInt32 = 100_000
  private let draws = Draws(seed: 20_260_101, replication: 0)

  private func everybody(_ profile: PopulationProfile, storeEffect: Double = 1) -> [PersonTraits] {
    let model = TraitModel(profile)
    return (0..<Self.people).map {
      model.traits(of: $0, inSegment: 2, storeEffect: storeEffect, from: draws)
    }
  }

  @Test func `birthdays are spread evenly over the days of a common year`() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var byDay = lengths.map { Array(repeating: 0, count: $0) }
    for person in everybody(.example(.bgNBD)) {
      byDay[Int(person.birthMonth) - 1][Int(person.birthDay) - 1] += 1
    }
    let fit = try GoodnessOfFit(
      observed: byDay.flatMap { $0 },
      expected: Array(repeating: Double(Self.people) / 365, count: 365))
    #expect(fit.pValue > 0.001)
  }

  @Test func `BG rates and dropout have the moments of gamma and beta`() {
    let people = everybody(.example(.bgNBD))
    // Gamma(2, 4): mean 1/2, variance 1/8. Beta(2, 6): mean 1/4, variance 12/576.
    expect(people.map(\.needsPerWeek), mean: 0.5, variance: 0.125)
    expect(people.map(\.dropoutProbability), mean: 0.25, variance: 12.0 / 576)
    #expect(people.allSatisfy { $0.dropoutsPerWeek == 0 && $0.stages == 1 && $0.segment == 2 })
    #expect(people.allSatisfy { !$0.mayDropOutAtOnce })
  }

  @Test func `MBG members may drop out at once and buy in stages`() {
    let people = everybody(.example(.mbgCNBD))
    expect(people.map(\.needsPerWeek), mean: 0.5, variance: 0.125)
    expect(people.map(\.dropoutProbability), mean: 0.25, variance: 12.0 / 576)
    #expect(people.allSatisfy { $0.mayDropOutAtOnce && $0.stages == 3 })
  }

  @Test func `Pareto members have a dropout rate and no dropout probability`() {
    let people = everybody(.example(.paretoNBD))
    // Gamma(3, 30): mean 1/10, variance 3/900.
    expect(people.map(\.dropoutsPerWeek), mean: 0.1, variance: 3.0 / 900)
    #expect(people.allSatisfy { $0.dropoutProbability == 0 && !$0.mayDropOutAtOnce })
  }

  @Test func `a store multiplies the rate of its people and changes nothing else`() {
    let model = TraitModel(.example(.bgNBD))
    for person: UInt32 in 0..<100 {
      var plain = model.traits(of: person, inSegment: 0, storeEffect: 1, from: draws)
      let scaled = model.traits(of: person, inSegment: 0, storeEffect: 1.5, from: draws)
      plain.needsPerWeek *= 1.5
      #expect(plain == scaled)
    }
  }

  @Test func `a person is the same whenever asked and unlike others`() {
    let model = TraitModel(.example(.paretoNBD))
    let first = model.traits(of: 7, inSegment: 0, storeEffect: 1, from: draws)
    _ = model.traits(of: 8, inSegment: 0, storeEffect: 1, from: draws)
    #expect(model.traits(of: 7, inSegment: 0, storeEffect: 1, from: draws) == first)
    #expect(model.traits(of: 8, inSegment: 0, storeEffect: 1, from: draws) != first)
  }
}

extension PopulationProfile {
  /// Round numbers, with moments that can be checked by hand.
  static func example(_ timing: TimingFamily, _ spend: SpendFamily = .gammaGamma) -> Self {
    let values: [PopulationParameter: Double] = [
      .rateShape: 2, .rateScale: 4, .regularity: 3, .dropoutA: 2, .dropoutB: 6,
      .lifetimeShape: 3, .lifetimeScale: 30, .spendShape: 6, .spendScaleShape: 20,
      .spendScale: 95, .spendMedian: 60, .spendWithin: 0.5, .spendBetween: 0.4,
    ]
    return PopulationProfile(
      timing: timing, spend: spend,
      parameters: values.mapValues { Parameter($0, .notStated, source: "assumption: a test") })
  }
}

/// Expects moments within four standard errors; that of the variance is taken from the sample.
func expect(
  _ values: [Double], mean: Double, variance: Double, location: SourceLocation = #_sourceLocation
) {
  let size = Double(values.count)
  let found = values.reduce(0, +) / size
  let squares = values.map { ($0 - mean) * ($0 - mean) }
  let foundVariance = squares.reduce(0, +) / size
  let fourth = squares.reduce(0) { $0 + $1 * $1 } / size
  #expect(
    abs(found - mean) < 4 * (variance / size).squareRoot(), "mean \(found), expected \(mean)",
    sourceLocation: location)
  #expect(
    abs(foundVariance - variance) < 4 * ((fourth - variance * variance) / size).squareRoot(),
    "variance \(foundVariance), expected \(variance)", sourceLocation: location)
}
