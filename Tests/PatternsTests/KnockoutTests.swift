import CommunitySimulation
import Foundation
import MemberBehavior
import MemberPopulation
import ScenarioFiles
import Scenarios
import Testing

@testable import Patterns

/// What a scorecard does not live through again, and who stays because of an invitation.
@Suite struct KnockoutTests {
  private func situation(_ file: String, members: Int) throws -> Scenario {
    let path = repositoryRoot.appendingPathComponent("scenarios/patterns/\(file).yaml").path
    return try ScenarioFile.read(path: path).get().scenario
      .applying(Overrides(members: members)).scenario
  }

  @Test(arguments: [
    "P16-goal-gradient", "P22-reward-and-tier", "P29-hoarding", "P36-media",
    "P38-exposure", "P39-price-elasticity", "P46-flights", "P54-recipient-reward",
  ])
  func `a mechanism that found nothing to act on leaves every life as it was`(file: String) throws {
    let scenario = try situation(file, members: 60)
    let run = try SituationRun(of: scenario, replication: 1)
    var count = 0
    for submodel in Submodel.allCases
    where scenario.has(.submodel(submodel)) && !run.concerned.contains(submodel) {
      count += 1
      let off = try SituationRun(
        of: scenario.switchingOff(.submodel(submodel)), replication: 1)
      for arm in scenario.arms {
        #expect(off.arm(arm.name) == run.arm(arm.name), "\(file), \(arm.name), \(submodel)")
      }
    }
    #expect(count > 0, "nothing was told apart")
  }

  @Test func `what is known to change nothing is not lived through, and says so`() async throws {
    let pattern = try #require(Pattern.all.first { $0.id == "P39" })
    let harness = PatternHarness(
      situations: ["P39": try situation("P39-price-elasticity", members: 300)], replications: 2,
      knockoutReplications: 2)
    let result = try #require(
      try await harness.results(of: [pattern], threads: 2).first)
    let price = try #require(result.knockouts.first { $0.mechanism == .submodel(.price) })
    let wear = try #require(result.knockouts.first { $0.mechanism == .submodel(.wear) })
    #expect(price.isInSituation && !wear.isInSituation)
    #expect(wear.value == result.readings[0].value)
  }

  @Test(arguments: [TimingFamily.mbgCNBD, .paretoNBD])
  func `at a loyalty of one nobody leaves who has brought a friend`(timing: TimingFamily) throws {
    var scenario = try situation("P53-referrers", members: 300)
    scenario.people.prospectCount = 300
    for segment in scenario.people.segments.indices {
      scenario.people.segments[segment].profile.behavior.parameters[.inviterLoyalty]?.value = 1
      scenario.people.segments[segment].profile.population.timing = timing
      scenario.people.segments[segment].profile.population.parameters[.lifetimeShape] =
        Parameter(1, .notStated, source: "assumption: a test")
      scenario.people.segments[segment].profile.population.parameters[.lifetimeScale] =
        Parameter(50, .notStated, source: "assumption: a test")
    }
    var (friends, broken, leavers) = (0, 0, 0)
    for log in try SituationRun(of: scenario, replication: 0).arm("control") {
      var bound: Set<Int32> = []
      for moment in log.moments {
        switch moment.kind {
        case .broughtFriend:
          friends += 1
          bound.insert(moment.person)
        case .lapsed:
          leavers += 1
          if bound.contains(moment.person) { broken += 1 }
        default: break
        }
      }
    }
    #expect(friends > 50 && leavers > 20, "\(friends) friends, \(leavers) leave")
    #expect(broken == 0)
  }
}
