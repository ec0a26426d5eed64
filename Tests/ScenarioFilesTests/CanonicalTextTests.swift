import Quantities
import Scenarios
import Testing
import Timeline

@testable import ScenarioFiles

/// A small file; each test changes a line of it.
let smallFile = """
  scenario: Small
  horizon: { from: 2026-01-01, days: 365, zone: Asia/Shanghai }
  currency: CNY
  seed: 7
  people:
    members: 10_000
    prospects: 5_000
    arrivals: 300 per month
    segments:
      - { name: regulars, share: 60%, use: grocery-habit }
      - { name: occasional, share: 40%, use: cdnow }
  economics: { margin: 35%, message-cost: { wecom: ¥0.01 } }
  scheme:
    points: { earn: 1 per ¥1, redeem: 100 points = ¥2 }
    tiers:
      - { name: bronze, price: 90% }
      - { name: silver, from: ¥1_000 spend, price: 85% }
  arms:
    control: { scheme: none }
    points: {}
  expect:
    - { metric: net-value-per-member, role: goal, of: points, direction: up }
    - { metric: incentive-cost-per-member, role: check, per: programme, at-most: ¥9_000 }

  """

@Suite struct CanonicalTextTests {
  private func canonical(_ changes: (String, String)...) throws -> String {
    var text = smallFile
    for (before, after) in changes {
      #expect(text.contains(before))
      text = text.replacing(before, with: after)
    }
    return try loaded(text).scenario.canonicalText
  }

  @Test(arguments: [
    ("scenario: Small", "# a comment\n\nscenario: \"Small\""), ("days: 365", "days: 12 months"),
    ("10_000", "10000"), ("share: 60%", "share: 60.0 %"), ("¥0.01", "0.01 CNY"),
    ("1 per ¥1,", "2 per ¥2,"), ("price: 90%", "price: 90%, from: 0 growth"),
    ("seed: 7", "seed: 7\nreplications: 1"), ("  arrivals:", "  community-size: 1000\n  arrivals:"),
    ("redeem: 100 points = ¥2", "redeem: { rate: 100 points = ¥2, max-share: 100% }"),
    ("  control: { scheme: none }\n", ""), ("currency: CNY\nseed: 7", "seed: 7\ncurrency: CNY"),
    ("points: {}", "points: { set: { scheme.points.earn: 1 per ¥1 } }"),
    ("direction: up", "against: control, direction: up"),
  ])
  func `another spelling of the same meaning gives the same text`(
    before: String, after: String
  ) throws {
    #expect(try canonical((before, after)) == canonical())
  }

  @Test(arguments: [
    ("Small", "Tall"), ("365", "364"), ("2026-01-01", "2026-01-02"), ("Asia/Shanghai", "UTC"),
    ("seed: 7", "seed: 8"), ("10_000", "10_001"), ("5_000", "5_001"), ("300 per", "301 per"),
    ("name: regulars", "name: loyals"), ("use: cdnow", "use: deal-seekers"),
    ("use: cdnow", "use: cdnow, price-weight: 2.000001"), ("margin: 35%", "margin: 35.1%"),
    ("wecom", "sms"), ("¥0.01", "¥0.02"), ("1 per ¥1,", "1 per item,"),
    ("= ¥2", "= ¥2.01"), ("85%", "84%"), ("¥1_000 spend", "¥1_001 spend"),
    ("bronze", "copper"), ("points: {}", "dots: {}\n  points: {}"), ("role: check", "role: claim"),
    ("¥9_000", "¥9_001"), ("direction: up", "direction: down"),
    ("  segments:", "  switched-off: [wear]\n  segments:"),
  ])
  func `a change of any value changes the text`(before: String, after: String) throws {
    #expect(try canonical((before, after)) != canonical())
  }

  @Test func `the text is the same every time it is made`() throws {
    let scenario = try loaded(smallFile).scenario
    #expect(Set((0..<20).map { _ in scenario.canonicalText }).count == 1)
    #expect(scenario.canonicalText.contains("scenario.people.memberCount = 10000\n"))
    #expect(scenario.canonicalText.contains("scenario.currency.code = \"CNY\"\n"))
  }

  @Test func `a file read again from other lines has the same text`() throws {
    let moved = "# one line more\n" + smallFile
    #expect(try loaded(moved).scenario.canonicalText == canonical())
  }
}

@Suite struct OverrideTests {
  @Test func `fewer members mean fewer prospects, arrivals and absolute limits`() throws {
    let scenario = try loaded(smallFile).scenario
    let (small, notes) = try scenario.applying(Overrides(members: 1000))
    #expect(small.people.memberCount == 1000)
    #expect(small.people.prospectCount == 500)
    #expect(small.people.arrivalsPerMonth == 30)
    #expect(small.expectations[1].condition == .atMost(90_000))
    #expect(small.expectations[0] == scenario.expectations[0])
    #expect(
      notes.map(\.description) == [
        "prospects scaled from 5000 to 500", "arrivals per month scaled from 300 to 30",
        "1 limit(s) for the whole program scaled alike",
      ])
  }

  @Test func `days and seed change nothing else`() throws {
    let scenario = try loaded(smallFile).scenario
    let (changed, notes) = try scenario.applying(Overrides(days: 30, seed: 9))
    #expect(changed.horizon.dayCount == 30)
    #expect(changed.seed == 9)
    #expect(changed.people == scenario.people)
    #expect(notes.isEmpty)
    #expect(changed.canonicalText != scenario.canonicalText)
  }

  @Test func `the members that the file already has change nothing`() throws {
    let scenario = try loaded(smallFile).scenario
    let (same, notes) = try scenario.applying(Overrides(members: 10_000))
    #expect(same == scenario)
    #expect(notes.isEmpty)
  }

  @Test func `no members and no days are refused`() throws {
    let scenario = try loaded(smallFile).scenario
    #expect(throws: OverrideFailure.members(0)) { try scenario.applying(Overrides(members: 0)) }
    #expect(throws: OverrideFailure.days(9999)) { try scenario.applying(Overrides(days: 9999)) }
  }
}
