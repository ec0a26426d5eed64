import Measurement
import Quantities
import Scenarios
import Testing

@testable import ScenarioFiles

/// `equalize:` in an arm: what is read, what is put into the scheme, and what is wrong.
@Suite struct EqualizeFormTests {
  private static func text(
    _ equalize: String, arms: String = "", occasions: String = "renewal", share: String = "10%"
  ) -> String {
    """
    scenario: Equal
    horizon: { from: 2026-01-01, days: 30, zone: UTC }
    currency: CNY
    seed: 1
    people: { members: 100, segments: [{ name: all, share: 100%, use: cdnow }] }
    economics: { margin: 35% }
    occasions: \(occasions)
    scheme: { points: { earn: 1 per ¥1, redeem: 100 points = ¥2 } }
    arms:
      control: { scheme: none }
      off: { scheme: { promotions: [{ name: ten, off: ¥10, min-spend: ¥50 }] } }
      percent:
        scheme: { promotions: [{ name: tenth, share: \(share), cap: ¥40 }] }
        equalize: \(equalize)
    \(arms)
    """
  }

  private static let right =
    "{ to: off, over: scheme.promotions.tenth.share, between: [1%, 40%] }"

  @Test func `the short form takes cost, half a percent, and basis points`() throws {
    let loaded = try loaded(Self.text(Self.right))
    let sought = try #require(loaded.scenario.equalizations.first)
    #expect(loaded.scenario.equalizations.count == 1)
    #expect(sought.arm == "percent" && sought.target == "off")
    #expect(sought.metric == .incentiveCostPerMember && sought.within == 0.005)
    #expect(sought.grid.count == 3901 && sought.grid.text(at: 1) == "1.01%")
    #expect(sought.grid.lowestText == "1%" && sought.grid.highestText == "40%")
    #expect(sought.place.line == 14 && sought.firstMembers == nil && sought.found == nil)
  }

  @Test func `every key is read`() throws {
    let full =
      "{ metric: discount-per-member, to: control, over: scheme.promotions.tenth.cap, "
      + "between: [¥5, ¥50], within: 1%, step: ¥5, first-members: 50 }"
    let sought = try #require(loaded(Self.text(full)).scenario.equalizations.first)
    #expect(sought.metric == .discountPerMember && sought.target == "control")
    #expect(sought.within == 0.01 && sought.firstMembers == 50)
    #expect(sought.grid.count == 10 && sought.grid.text(at: 3) == "¥20")
  }

  @Test(arguments: [
    ("1%", "40%", nil, 3901, "1.01%"), ("¥5", "¥50", nil, 4501, "¥5.01"),
    ("5 CNY", "50 CNY", nil, 4501, "5.01 CNY"), ("1", "9", nil, 9, "2"),
    ("1 per ¥1", "5 per ¥1", nil, 5, "2 per ¥1"), ("1.0 per ¥1", "2 per ¥1", nil, 11, "1.1 per ¥1"),
    ("1 per ¥1", "5 per ¥1", "0.5", 9, "1.5 per ¥1"),
    ("1_000 growth", "5_000 growth", "500", 9, "1500 growth"),
    ("100 points = ¥1", "100 points = ¥4", nil, 301, "100 points = ¥1.01"),
    ("1%", "40%", "1%", 40, "2%"),
    ("0.5%", "1%", "0.05%", 11, "0.55%"), ("8 days", "30 days", nil, 23, "9 days"),
  ])
  func `the number in which two texts differ takes its own grid`(
    low: String, high: String, step: String?, count: Int64, second: String
  ) throws {
    let grid = try NumberGridText.grid(
      from: low, to: high, step: step, currency: try #require(Currency(code: "CNY")))
    #expect(grid.count == count && grid.text(at: 1) == second)
    #expect(grid.highestText.replacing("_", with: "") == high.replacing("_", with: ""))
  }

  @Test(arguments: [
    ("1%", "¥40", nil), ("1%", "1%", nil), ("40%", "1%", nil), ("a", "b", nil), ("1 2", "3 4", nil),
    ("1%", "40%", "0%"), ("1%", "40%", "0.7%"), ("1%", "40%", "x"), ("1%", "40%", "1 of 2"),
    ("1", "9999999999999999999", nil), ("", "", nil), ("1", "999999999999999999", "0.001"),
  ])
  func `two texts that are no two values of one number are refused`(
    low: String, high: String, step: String?
  ) throws {
    let currency = try #require(Currency(code: "CNY"))
    #expect(throws: ScalarFailure.self) {
      try NumberGridText.grid(from: low, to: high, step: step, currency: currency)
    }
  }

  @Test func `a value set is the scenario that states it`() throws {
    let file = try loaded(Self.text(Self.right))
    let sought = file.scenario.equalizations[0]
    let set = try file.scenario(setting: [.init(sought, text: "12.34%")]).get()
    let written = try loaded(Self.text(Self.right, share: "12.34%")).scenario
    #expect(set.canonicalText == written.canonicalText && set.arms == written.arms)
    let asSetting = try loaded(
      Self.text(Self.right)
        .replacing(
          "equalize: \(Self.right)", with: "set: { scheme.promotions.tenth.share: 12.34% }")
    ).scenario
    #expect(set.canonicalText == asSetting.canonicalText)
    #expect(!set.canonicalText.contains("equalizations"))
  }

  @Test func `a value that the parameter cannot have is a problem at the range`() throws {
    let file = try loaded(Self.text(Self.right))
    guard
      case .failure(let found) = file.scenario(
        setting: [.init(file.scenario.equalizations[0], text: "400%")])
    else {
      Issue.record("400% was read")
      return
    }
    #expect(found.problems.map(\.line) == [14])
  }

  @Test(arguments: [
    (
      "{ to: off, over: scheme.promotions.tenht.share, between: [1%, 40%] }",
      "did you mean \"tenth\""
    ),
    (
      "{ to: off, over: scheme.promotions.tenth.shares, between: [1%, 40%] }",
      "did you mean \"share\""
    ),
    ("{ to: off, over: scheme.promotions.tenth, between: [1%, 40%] }", "not a number"),
    ("{ to: off, over: scheme.promotions.tenth.name, between: [1%, 40%] }", "not a number"),
    ("{ to: off, over: people.members, between: [1, 40] }", "under scheme."),
    ("{ to: off, over: scheme.promotions.tenth.share, between: [1%, 400%] }", "400%"),
    ("{ to: off, over: scheme.promotions.tenth.share, between: [¥1, ¥40] }", "¥"),
    ("{ to: off, over: scheme.promotions.tenth.share, between: [40%, 1%] }", "lowest value first"),
    ("{ to: off, over: scheme.promotions.tenth.share, between: [1%] }", "at least 2"),
    ("{ to: of, over: scheme.promotions.tenth.share, between: [1%, 40%] }", "did you mean \"off\""),
    ("{ to: percent, over: scheme.promotions.tenth.share, between: [1%, 40%] }", "costs itself"),
    ("{ over: scheme.promotions.tenth.share, between: [1%, 40%] }", "\"to\" is missing"),
    (
      "{ to: off, over: scheme.promotions.tenth.share, between: [1%, 40%], metric: opt-out-rate }",
      "per member"
    ),
    (
      "{ to: off, over: scheme.promotions.tenth.share, between: [1%, 40%], metric: net-value-per-member }",
      "cannot be made equal"
    ),
    (
      "{ to: off, over: scheme.promotions.tenth.share, between: [1%, 40%], until: 1% }",
      "unknown key"
    ),
  ])
  func `what is wrong is found where it stands, with a hint`(
    equalize: String, message: String
  ) throws {
    let found = try #require(problems(of: Self.text(equalize), name: "x.yaml"))
    #expect(Set(found.problems.map(\.line)) == [14], "\(found.rendered)")
    #expect(found.rendered.contains(message), "\(found.rendered)")
    #expect(found.problems[0].hint != nil || message == "at least 2", "\(found.rendered)")
  }

  @Test func `arms that wait for each other are told`() throws {
    let other =
      "  other: { scheme: { promotions: [{ name: tenth, share: 9% }] }, "
      + "equalize: { to: percent, over: scheme.promotions.tenth.share, between: [1%, 40%] } }"
    let circle = Self.text(Self.right.replacing("to: off", with: "to: other"), arms: other)
    let found = try #require(problems(of: circle, name: "x.yaml"))
    #expect(found.problems.map(\.line) == [15] && found.rendered.contains("in a circle"))
    #expect(problems(of: Self.text(Self.right, arms: other), name: "x.yaml") == nil)
  }

  @Test func `neither control, nor an arm without a scheme, nor the small model is equalized`()
    throws
  {
    let control = Self.text(Self.right).replacing(
      "control: { scheme: none }",
      with:
        "control: { equalize: { to: off, over: scheme.points.earn, between: [1 per ¥1, 3 per ¥1] } }"
    )
    let none = Self.text(Self.right).replacing(
      "scheme: { promotions: [{ name: tenth, share: 10%, cap: ¥40 }] }", with: "scheme: none")
    let small = Self.text(Self.right, occasions: "small-model")
    for (text, line, message) in [
      (control, 10, "control is what others are held against"),
      (none, 14, "without a scheme"), (small, 14, "small model"),
    ] {
      let found = try #require(problems(of: text, name: "x.yaml"))
      #expect(found.problems.map(\.line) == [line] && found.rendered.contains(message))
    }
  }
}
