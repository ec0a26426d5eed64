import MemberPopulation
import Scenarios
import Testing

@testable import ScenarioFiles

/// `weekdays:` and `season:` of a segment.
@Suite struct RhythmFormTests {
  private func text(_ keys: String) -> String {
    """
    scenario: Rhythm
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people:
      members: 100
      segments:
        - { name: all, share: 100%, use: cdnow, \(keys) }
    economics: { margin: 35% }
    arms: { control: { scheme: none } }
    """
  }

  @Test func `days of the week and months are read in order`() throws {
    let months = (1...12).map { "\($0)" }.joined(separator: ", ")
    let scenario = try ScenarioFile.read(
      text: text("weekdays: [0.8, 0.8, 0.9, 1, 1.2, 1.4, 0.9], season: [\(months)]"),
      name: "rhythm.yaml"
    ).get().scenario
    let rhythm = scenario.people.segments[0].profile.population.rhythm
    #expect(rhythm.weekdays == [0.8, 0.8, 0.9, 1, 1.2, 1.4, 0.9])
    #expect(rhythm.months == (1...12).map(Double.init))
  }

  @Test(arguments: [
    "weekdays: [1, 1, 1, 1, 1, 1]", "weekdays: [1, 1, 1, 1, 1, 1, 1, 1]",
    "weekdays: [0, 0, 0, 0, 0, 0, 0]", "weekdays: [-1, 1, 1, 1, 1, 1, 1]",
    "season: [1, 2, 3]", "weekdays: even",
  ])
  func `what is no rhythm is said with its line`(keys: String) throws {
    let found = try #require(problems(of: text(keys), name: "x.yaml"), "\(keys) was read")
    #expect(found.problems.map(\.line) == [8], "\(found.rendered)")
  }
}
