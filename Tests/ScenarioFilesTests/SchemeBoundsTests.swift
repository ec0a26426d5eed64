import Testing

@testable import ScenarioFiles

/// Bounds on a scheme are found at the line that exceeds them, in an arm if it set that.
@Suite struct SchemeBoundsTests {
  private static let meeting = """
      multipliers:
        - { name: a, factor: ×10 points, when: weekly on friday }
        - { name: b, factor: ×10 points, when: monthly on day 8 }
        - { name: c, factor: ×10 points, when: birthday week }
      combine: multiplicative

    """

  private func found(_ changes: (String, String)...) throws -> [String] {
    var text = smallFile
    for (before, after) in changes {
      #expect(text.contains(before))
      text = text.replacing(before, with: after)
    }
    return (problems(of: text, name: "bounds.yaml")?.problems ?? []).map { problem in
      #expect(problem.hint != nil)
      return "\(problem.excerpt.dropFirst(problem.column - 1)): \(problem.message)"
    }
  }

  // A point is worth ¥0.02 in the small file: 5,000 points are ¥100.
  @Test(arguments: [
    ("earn: 1 per ¥1", "earn: 5_000 per ¥1", nil),
    ("earn: 1 per ¥1", "earn: 5_001 per ¥1", "¥1 earns points worth more than 100 times itself"),
    ("earn: 1 per ¥1", "earn: 1 per item", nil),
    ("earn: 1 per ¥1", "earn: 500_000_000_000 per item", nil),
    ("earn: 1 per ¥1", "earn: 500_000_000_001 per item", "worth more than ¥10,000,000,000.00"),
    (
      "earn: 1 per ¥1, redeem: 100 points = ¥2",
      "earn: 1 per item, redeem: 1 points = ¥10_000_000", nil
    ),
    (
      "earn: 1 per ¥1, redeem: 100 points = ¥2",
      "earn: 1 per item, redeem: 2 points = ¥20_000_000.01", "pays more than ¥10,000,000.00"
    ),
  ])
  func `points are worth no more than a bound`(before: String, after: String, why: String?) throws {
    let found = try found((before, after))
    #expect(found.count == (why == nil ? 0 : 1), "\(found)")
    if let why { #expect(found[0].contains(why), "\(found)") }
  }

  @Test func `what an arm sets too high is found in the arm`() throws {
    let earn = try found(("points: {}", "points: { set: { scheme.points.earn: 9_999 per ¥1 } }"))
    #expect(earn.count == 1 && earn[0].hasPrefix("9_999 per ¥1 } }"), "\(earn)")
    let redeem = try found(
      ("points: {}", "points: { set: { scheme.points.redeem: 1 points = ¥9_999 } }"))
    #expect(redeem.count == 1 && redeem[0].hasPrefix("1 points = ¥9_999 } }"), "\(redeem)")
    let factor = try found(
      ("  tiers:\n", Self.meeting + "  tiers:\n"),
      ("points: {}", "points: { set: { scheme.multipliers.a.factor: ×11 points } }"))
    #expect(factor.count == 1 && factor[0].hasPrefix("×11 points } }"), "\(factor)")
  }

  @Test(arguments: [
    ("×10 points", "×10 points", true),  // 10 × 10 × 10
    ("×10 points, when: birthday week", "×10.0001 points, when: birthday week", false),
    ("weekly on friday", "2026-05-01 to 2026-05-05", true),
    ("×10 points, when: weekly on friday", "×100 points, when: monthly on day 9", true),
    ("×10 points, when: weekly on friday", "×11 points, when: monthly on day 8", false),
    ("×10 points", "×100 points", false),
    ("×10 points, when: birthday week", "×100 points, tier: silver, when: birthday week", false),
  ])
  func `factors that could meet come to at most 1000`(
    before: String, after: String, isRight: Bool
  ) throws {
    let found = try found(
      ("  tiers:\n", Self.meeting.replacing(before, with: after) + "  tiers:\n"))
    #expect(found.isEmpty == isRight, "\(found)")
    if !isRight { #expect(found[0].contains("come to more than ×1000"), "\(found)") }
  }

  @Test func `factors that are added come to less`() throws {
    let added = Self.meeting.replacing("×10 points", with: "×100 points")
      .replacing("multiplicative", with: "additive")
    #expect(try found(("  tiers:\n", added + "  tiers:\n")).isEmpty)
  }

  @Test func `factors of different tiers, days and dates never meet`() throws {
    let lines = (1...12).map { month in
      let digits = month < 10 ? "0\(month)" : "\(month)"
      let days = "2026-\(digits)-01 to 2026-\(digits)-28"
      return "    - { name: m\(month), factor: ×100 points, when: \(days) }\n"
    }
    let apart =
      "  multipliers:\n" + lines.joined()
      + "    - { name: low, factor: ×10 points, when: birthday day, tier: bronze }\n"
      + "    - { name: high, factor: ×10 points, when: birthday day, tier: silver }\n"
      + "  combine: multiplicative\n"
    #expect(try found(("  tiers:\n", apart + "  tiers:\n")).isEmpty)
    let meeting = apart.replacing("2026-11-01", with: "2026-10-28")
    let found = try found(("  tiers:\n", meeting + "  tiers:\n"))
    #expect(found.count == 1 && found[0].hasPrefix("×100 points, when: 2026-10-28"), "\(found)")
  }
}
