import CommunitySimulation
import Foundation
import MemberBehavior
import MemberPopulation
import Quantities
import ScenarioFiles
import Scenarios
import Testing

@testable import Patterns

/// Situations lived through with few members: what a harness must do whatever comes out.
@Suite struct PatternHarnessTests {
  private func situation(_ file: String, members: Int) throws -> Scenario {
    let path = repositoryRoot.appendingPathComponent("scenarios/patterns/\(file).yaml").path
    return try ScenarioFile.read(path: path).get().scenario
      .applying(Overrides(members: members)).scenario
  }

  private func pattern(_ id: String) throws -> Pattern {
    try #require(Pattern.all.first { $0.id == id })
  }

  @Test func `any number of threads gives the same scorecard`() async throws {
    let harness = PatternHarness(
      situations: ["P39": try situation("P39-price-elasticity", members: 500)], replications: 3,
      knockoutReplications: 2)
    let patterns = [try pattern("P39")]
    let one = Scorecard(try await harness.results(of: patterns, threads: 1), replications: 3)
    let many = Scorecard(try await harness.results(of: patterns, threads: 8), replications: 3)
    #expect(one == many)
    #expect(one.patterns[0].value != nil)
    #expect(!one.patterns[0].knockouts.isEmpty)
  }

  @Test func `a promotion sells nothing more to whom neither prices nor deadlines move`() throws {
    let scenario = try situation("P39-price-elasticity", members: 500)
    let off = scenario.switchingOff(.submodel(.price)).switchingOff(.submodel(.deadline))
    let run = try SituationRun(of: off, replication: 0)
    #expect(try pattern("P39").measure(run) == [0])
    let on = try pattern("P39").measure(try SituationRun(of: scenario, replication: 0))
    #expect(on[0] < -0.5)
  }

  @Test func `P56: joining by contact is Bass diffusion, and without contact nobody joins`() throws
  {
    let path = repositoryRoot.appendingPathComponent("scenarios/patterns/P56-diffusion.yaml").path
    let scenario = try ScenarioFile.read(path: path).get().scenario
    let diffusion = try pattern("P56")
    let statistics = diffusion.measure(try SituationRun(of: scenario, replication: 0))
    #expect(statistics[0] > 5.5 && statistics[0] < 6.9, "\(statistics)")
    #expect(statistics[1] < 0.03, "\(statistics)")
    #expect(scenario.has(.submodel(.contact)) && !scenario.has(.submodel(.joining)))
    let off = scenario.switchingOff(.submodel(.contact))
    #expect(diffusion.measure(try SituationRun(of: off, replication: 0))[0].isNaN)
  }

  @Test func `the same life is seen whoever watches it`() throws {
    let scenario = try situation("P39-price-elasticity", members: 200)
    let first = try SituationRun(of: scenario, replication: 1)
    let second = try SituationRun(of: scenario, replication: 1)
    #expect(first.arm("promotion").map(\.orders) == second.arm("promotion").map(\.orders))
    #expect(first.arm("control").orderCount() > 0)
    #expect(first.arm("nowhere").isEmpty)
  }

  @Test func `switching heterogeneity off leaves the mean rate`() throws {
    let scenario = try situation("P04-recency", members: 2357)
    let off = scenario.switchingOff(.rateHeterogeneity)
    let profile = try #require(off.people.segments.first?.profile.population)
    let rate = profile.value(.rateShape) / profile.value(.rateScale)
    // CDNOW's r ÷ α = .2426 ÷ 4.4136.
    #expect(abs(rate - 0.2426 / 4.4136) < 1e-12)
    #expect(profile.value(.rateShape) == 10_000)
    #expect(scenario.has(.rateHeterogeneity) && scenario.has(.dropout))
    #expect(!scenario.has(.submodel(.pantry)), "this preset has no pantry")
  }

  @Test func `a statistic that is no number is in no band`() {
    #expect(!PatternBand(0, 1).contains(.nan))
    #expect(PatternBand(0, 1).contains(1))
    #expect(!PatternBand(0.5).contains(0.4))
    #expect(PatternBand(nil, 0.5).contains(-7))
  }

  @Test func `the error of a mean of 1, 2 and 3 is one over the root of three`() {
    let reading = PatternReading([1, 2, 3])
    #expect(reading.value == 2)
    #expect(abs(reading.error - (1.0 / 3).squareRoot()) < 1e-12)
  }
}
