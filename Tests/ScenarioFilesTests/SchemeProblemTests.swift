import Testing

@testable import ScenarioFiles

/// What does not fit together in a scheme is found at the line where it can be mended.
@Suite struct SchemeProblemTests {
  /// The small file with its scheme replaced; the first problem's place in the scheme and message.
  private func first(_ scheme: String) throws -> (line: Int, column: Int, message: String) {
    let lines = smallFile.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "scheme:"))
    let text =
      (lines[...start] + scheme.split(separator: "\n") + ["arms: { points: {} }"])
      .joined(separator: "\n")
    let found = try #require(problems(of: text, name: "scheme.yaml")).problems[0]
    return (found.line - start - 1, found.column, found.message)
  }

  @Test(arguments: [
    ("  tiers: [{ name: a }, { name: b, from: 10 growth }]", 1, 3, "count growth value"),
    ("  tiers: [{ name: a, from: 10 growth }]", 1, 28, "begins at zero"),
    ("  tiers: [{ name: a }, { name: b }]", 1, 24, "does not say where it begins"),
    ("  tiers: [{ name: a }, { name: a, from: ¥1 spend }]", 1, 32, "two of the tiers"),
    ("  tier-review: { cycle: monthly }", 1, 3, "needs tiers"),
    (
      "  tiers: [{ name: a }, { name: b, from: ¥9 spend }, { name: c, from: ¥8 spend }]", 1, 70,
      "does not begin above"
    ),
    (
      "  tiers: [{ name: a }]\n  tier-review: { cycle: monthly, grace: 30 days }", 2, 41,
      "must end before the next review"
    ),
    ("  points: { earn: 1 per ¥1, warn: { day: 25 } }", 1, 35, "warns of an expiry"),
    ("  points: { earn: 1 per ¥1, expire: 30 years }", 1, 37, "must be 1 to 240 months"),
    (
      "  points: { earn: 1 per ¥1, expire: { inactive: 9 days, after: 9 days } }", 1, 37,
      "not both"
    ),
    ("  points: { earn: 1 per ¥1, expire: { after: 9 days, kept-by: either } }", 1, 37, "not both"),
    ("  points: { earn: 1 per ¥1, expire: { inactive: 0 days } }", 1, 49, "above zero"),
    ("  points: { earn: 1 per ¥1, expire: { inactive: 30 years } }", 1, 49, "1 to 240 months"),
    (
      "  points: { earn: 1 per ¥1 }\n  tiers: [{ name: a, expire: { inactive: 9 days } }]", 2, 30,
      "lapse together"
    ),
    (
      "  points: { earn: 1 per ¥1, extend: [{ by: 9 days }] }", 1, 38,
      "reaching a tier or on a date"
    ),
    (
      "  points: { earn: 1 per ¥1, extend: [{ reaching: gold, by: 9 days }] }", 1, 50,
      "unknown tier"
    ),
    (
      "  points: { earn: 1 per ¥1, reinstate: { within: 0 days } }", 1, 50, "1 to 3660 days"
    ),
    ("  points: { earn: 1 per ¥1, pending: 30 years }", 1, 38, "must be 1 to 240 months"),
    (
      "  points: { earn: 1 per ¥1, pending: { until: next-order, after: 9 days } }", 1, 38,
      "not both"
    ),
    (
      "  points: { earn: 1 per ¥1, pending: { until: reviews, within: 9 days } }", 1, 47, "reviews"
    ),
    (
      "  points: { earn: 1 per ¥1, pending: { until: next-order, within: 0 days } }", 1, 67,
      "1 to 3660 days"
    ),
    (
      "  points: { earn: 1 per ¥1, registration-pack: { points: 9, pending: return-window } }", 1,
      70,
      "no order to return"
    ),
    ("  points: { earn: 1 per ¥1, pending: 0 days }", 1, 38, "wait for at least one day"),
    (
      "  points: { earn: 1 per ¥1, pending: { at: month-end } }", 1, 38, "some time after the order"
    ),
    ("  points: { earn: 1 per ¥1, pending: return-window }", 1, 38, "refunds has no window"),
    (
      "  points: { earn: 1 per ¥1 }\n  multipliers:\n"
        + "    - { name: a, factor: double points, when: monthly on day 8 }\n"
        + "    - { name: b, factor: double points, when: weekly on friday }", 2, 3,
      "several factors could meet"
    ),
    (
      "  multipliers: [{ name: a, factor: double points, when: birthday week }]", 1, 17,
      "needs points"
    ),
    ("  promotions: [{ name: a }]", 1, 16, "takes nothing off"),
    ("  promotions: [{ name: a, off: ¥1, share: 5% }]", 1, 36, "more than one of"),
    ("  promotions: [{ name: a, off: ¥9, min-spend: ¥8 }]", 1, 32, "more is taken off"),
    (
      "  coupons: [{ name: a, grant: joining, to: everyone, valid: 9 days, off: ¥1 }]", 1, 40,
      "means nothing"
    ),
    (
      "  promotions: [{ name: a, ladder: [{ spend: ¥9, off: ¥1 }, { spend: ¥8, off: ¥1 }] }]", 1,
      60, "must ascend"
    ),
    ("  coupons: [{ name: a, grant: joining, valid: 9000 days, off: ¥1 }]", 1, 47, "1 to 7300"),
  ])
  func `a scheme that does not fit together says where`(
    scheme: String, line: Int, column: Int, why: String
  ) throws {
    let found = try first(scheme)
    #expect(found.message.contains(why), "\(found)")
    #expect(found.line == line && found.column == column, "\(found)")
  }
}
