import Foundation
import Scenarios
import Testing

@testable import ScenarioFiles

/// What differs between two files, as a planner would say it.
@Suite struct ScenarioChangesTests {
  static let file = """
    scenario: Do points pay?
    horizon: { from: 2026-01-01, days: 12 months, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people:
      members: 20_000
      prospects: 10_000
      start: { base: { history: 1 year, scheme: none } }
      segments:
        - { name: regulars,   share: 70%, use: grocery }
        - { name: occasional, share: 30%, use: discretionary }
    economics: { margin: 30%, message-cost: { wecom: ¥0.01 } }
    scheme:
      points: { earn: 1 per ¥1, redeem: 100 points = ¥1, expire: { after: 6 months, at: month-end }, warn: { day: 25 } }
      growth: { earn: 1 per ¥1, reset: quarterly }
      tiers:
        - { name: bronze, price: 90% }
        - { name: silver, from: 1_000 growth, price: 85% }
    arms:
      control:  { scheme: none }
      points:   {}
      generous: { set: { scheme.points.redeem: 100 points = ¥2 } }
    expect:
      - { metric: opt-out-rate, role: guardrail, at-most: 2% }
    """

  struct Case: CustomTestStringConvertible {
    var name: String
    /// Parts of the file, and what stands there in the second one.
    var edits: [(String, String)]
    /// The lines of the difference.
    var lines: [String]

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "nothing", edits: [], lines: []),
    Case(
      name: "other spelling",
      edits: [("20_000", "20000"), ("earn: 1 per ¥1, redeem", "earn: 1 per 1 CNY, redeem")],
      lines: []),
    Case(
      name: "12 months are 365 days of 2026", edits: [("days: 12 months", "days: 365")],
      lines: []),
    Case(
      name: "keys in another order",
      edits: [("{ earn: 1 per ¥1, reset: quarterly }", "{ reset: quarterly, earn: 1 per ¥1 }")],
      lines: []),
    Case(
      name: "a value of all arms is told once",
      edits: [("{ earn: 1 per ¥1, redeem", "{ earn: 2 per ¥1, redeem")],
      lines: ["scheme.points.earn: 1 per ¥1 → 2 per ¥1"]),
    Case(
      name: "a value that one arm sets anew is told of the scheme alone",
      edits: [("redeem: 100 points = ¥1", "redeem: 100 points = ¥3")],
      lines: ["scheme.points.redeem: 100 points = ¥1 → 100 points = ¥3"]),
    Case(
      name: "a value of one arm", edits: [("100 points = ¥2", "100 points = ¥4")],
      lines: ["arms.generous.scheme.points.redeem: 100 points = ¥2 → 100 points = ¥4"]),
    Case(
      name: "a tier of a list, by name", edits: [("price: 85%", "price: 80%")],
      lines: ["scheme.tiers.silver.price: 85% → 80%"]),
    Case(
      name: "a tier more",
      edits: [
        ("price: 85% }", "price: 85% }\n    - { name: gold, from: 5_000 growth, price: 80% }")
      ],
      lines: ["+ scheme.tiers.gold: { name: gold, from: 5_000 growth, price: 80% }"]),
    Case(
      name: "a key less", edits: [(", warn: { day: 25 }", "")],
      lines: ["− scheme.points.warn: { day: 25 }"]),
    Case(
      name: "an arm less", edits: [("  points:   {}\n", "")], lines: ["− arms.points: {}"]),
    Case(
      name: "an arm more",
      edits: [
        ("  points:   {}\n", "  points:   {}\n  late: { set: { scheme.points.warn: none } }\n")
      ],
      lines: ["+ arms.late: { set: { scheme.points.warn: none } }"]),
    Case(
      name: "another title and seed, and members",
      edits: [("Do points pay?", "Do they?"), ("seed: 1", "seed: 2"), ("20_000", "30_000")],
      lines: [
        "people.members: 20000 → 30000", "scenario: Do points pay? → Do they?", "seed: 1 → 2",
      ]),
    Case(
      name: "shares, which cannot change one by one",
      edits: [("share: 70%", "share: 60%"), ("share: 30%", "share: 40%")],
      lines: [
        "people.segments.regulars.share: 70% → 60%",
        "people.segments.occasional.share: 30% → 40%",
      ]),
    Case(
      name: "economics and expectations",
      edits: [("margin: 30%", "margin: 35%"), ("at-most: 2%", "at-most: 3%")],
      lines: [
        "economics.margin: 30% → 35%",
        "expect.opt-out-rate (guardrail).at-most: 2% → 3%",
      ]),
    Case(
      name: "sections in reading order, a mapping for a word",
      edits: [
        ("control:  { scheme: none }", "control:  { scheme: { points: { earn: 1 per ¥2 } } }"),
        ("reset: quarterly", "reset: yearly"), ("margin: 30%", "margin: 31%"),
      ],
      lines: [
        "scheme.growth.reset: quarterly → yearly",
        "arms.control.scheme: none → { points: { earn: 1 per ¥2 } }",
        "economics.margin: 30% → 31%",
      ]),
  ]

  private func source(_ text: String) throws -> ScenarioSource {
    let scenario = try ScenarioFile.read(text: text, name: "a.yaml").get().scenario
    return ScenarioSource(name: "a.yaml", text: text, canonicalText: scenario.canonicalText)
  }

  private func edited(_ edits: [(String, String)]) -> String {
    edits.reduce(Self.file) { text, edit in
      precondition(text.contains(edit.0), "the file has \(edit.0)")
      return text.replacingOccurrences(of: edit.0, with: edit.1)
    }
  }

  @Test(arguments: cases)
  func `differences are told in the paths of the file`(test: Case) throws {
    let changes = ScenarioFile.changes(
      from: try source(Self.file), to: try source(edited(test.edits)))
    #expect(changes.map(\.line) == test.lines)
  }

  @Test(arguments: cases)
  func `the other way round what was added is removed`(test: Case) throws {
    let changes = ScenarioFile.changes(
      from: try source(edited(test.edits)), to: try source(Self.file))
    let signs = { (lines: [String]) in
      [lines.count { $0.hasPrefix("+") }, lines.count { $0.hasPrefix("−") }, lines.count]
    }
    let (there, back) = (signs(test.lines), signs(changes.map(\.line)))
    #expect(back == [there[1], there[0], there[2]])
  }

  @Test func `numbers of the command line are compared, not those of the file`() throws {
    func run(_ text: String, members: Int) throws -> ScenarioSource {
      let scenario = try ScenarioFile.read(text: text, name: "a.yaml").get().scenario
        .applying(Overrides(members: members, days: 30)).scenario
      return ScenarioSource(name: "a.yaml", text: text, canonicalText: scenario.canonicalText)
    }
    let other = edited([("20_000", "40_000"), ("10_000", "20_000")])
    let same = ScenarioFile.changes(
      from: try run(Self.file, members: 1000), to: try run(other, members: 1000))
    #expect(same == [])
    let changes = ScenarioFile.changes(
      from: try run(Self.file, members: 1000), to: try run(other, members: 2000))
    #expect(
      changes.map(\.line) == ["people.members: 1000 → 2000", "people.prospects: 500 → 1000"])
  }

  @Test func `what no file states is told by its canonical path`() throws {
    var other = try source(Self.file)
    other.canonicalText = other.canonicalText.replacingOccurrences(
      of: "scenario.people.membersPerCommunity = 1000",
      with: "scenario.people.membersPerCommunity = 500")
    #expect(
      ScenarioFile.changes(from: try source(Self.file), to: other).map(\.line)
        == ["scenario.people.membersPerCommunity: 1000 → 500"])
  }

  @Test func `texts that are no scenarios are compared by their canonical lines`() throws {
    let one = ScenarioSource(name: "a", text: "[", canonicalText: "head\na = 1\nb = 2\n")
    let two = ScenarioSource(name: "b", text: "", canonicalText: "head\na = 1\nb = 3\nc = 4\n")
    #expect(ScenarioFile.changes(from: one, to: two).map(\.line) == ["b: 2 → 3", "+ c: 4"])
  }

  @Test func `worlds are the same where only arms, title and expectations differ`() throws {
    let one = try ScenarioFile.read(text: Self.file, name: "a").get().scenario
    let two = try ScenarioFile.read(
      text: edited([("100 points = ¥2", "100 points = ¥4"), ("Do points", "Do they"), ("2%", "3%")]
      ),
      name: "a"
    ).get().scenario
    #expect(one.worldText == two.worldText)
    let three = try ScenarioFile.read(text: edited([("margin: 30%", "margin: 31%")]), name: "a")
      .get().scenario
    #expect(one.worldText != three.worldText)
  }
}
