import MemberBehavior
import MemberPopulation
import Scenarios
import Testing

@testable import ScenarioFiles

/// `parameters: { draws: 50 }`.
@Suite struct ParameterDrawsTests {
  private static func text(
    _ line: String, segment: String = "use: cdnow", occasions: String = "renewal"
  ) -> String {
    """
    scenario: Draws
    horizon: { from: 2026-01-01, days: 30, zone: UTC }
    currency: USD
    seed: 1
    occasions: \(occasions)
    \(line)
    people:
      members: 10
      segments: [{ name: all, share: 100%, \(segment) }]
    economics: { margin: 35%, message-cost: { wecom: $0.01 } }
    """
  }

  /// Every parameter as a plain number: nothing is stated of any.
  private static var plainNumbers: String {
    let behavior = BehaviorParameter.allCases.map {
      "\($0.rawValue): \($0.allowed.contains(1) ? 1 : 0.5)"
    }
    let population = Preset.cdnow.profile.population.needed.map { "\($0.rawValue): 2" }
    return (["use: cdnow"] + population + behavior).joined(separator: ", ")
  }

  private static func scenario(_ text: String) throws -> Scenario {
    try ScenarioFile.read(text: text, name: "x.yaml").get().scenario
  }

  @Test func `a file says how many draws there are, and without the key there are none`() throws {
    #expect(try Self.scenario(Self.text("parameters: { draws: 50 }")).parameterDraws == 50)
    #expect(try Self.scenario(Self.text("status: ready")).parameterDraws == nil)
  }

  @Test func `draws change the run's name, and their absence leaves the text as it was`() throws {
    let plain = try Self.scenario(Self.text("status: ready")).canonicalText
    #expect(!plain.contains("parameterDraws"))
    let drawn = try Self.scenario(Self.text("parameters: { draws: 50 }")).canonicalText
    #expect(drawn.contains("scenario.parameterDraws = 50\n"))
  }

  @Test(arguments: ["{ draws: 1 }", "{ draws: 1001 }", "{}", "{ draws: many }", "50"])
  func `another number of draws than 2 to 1000 is a problem with a hint`(value: String) throws {
    let found = try #require(problems(of: Self.text("parameters: \(value)"), name: "x.yaml"))
    #expect(found.problems.count == 1)
    #expect(found.problems[0].line == 6 && found.problems[0].hint != nil)
  }

  @Test func `people of whom nothing is stated cannot be drawn`() throws {
    let text = Self.text("parameters: { draws: 50 }", segment: Self.plainNumbers)
    let found = try #require(problems(of: text, name: "x.yaml")).problems
    #expect(found.count == 1 && found[0].line == 6)
    #expect(found[0].message.contains("no parameter of the people has a range"))
    #expect(found[0].hint?.contains("range: [1, 3]") == true)
    #expect(problems(of: Self.text("status: ready", segment: Self.plainNumbers), name: "x") == nil)
    let one = Self.plainNumbers.replacing(
      "price-weight: 1.0", with: "price-weight: { value: 1, range: [0.5, 2] }")
    #expect(
      try Self.scenario(Self.text("parameters: { draws: 50 }", segment: one)).parameterDraws == 50)
  }

  @Test func `the small model has nothing to draw`() throws {
    let text = Self.text("parameters: { draws: 50 }", occasions: "small-model")
    let found = try #require(problems(of: text, name: "x.yaml")).problems
    #expect(found.map(\.line) == [6])
    #expect(found.first?.message.contains("small model") == true)
  }
}
