import Quantities
import Scenarios
import Testing

@testable import ScenarioFiles

/// Numbers that are right one by one and come to more than a run can count.
@Suite struct BoundsTests {
  /// The problems of the small file after changes, each with what stands at its place.
  private func found(
    _ changes: [(String, String)]
  ) throws -> [(message: String, hint: String?, at: String)] {
    var text = smallFile
    for (before, after) in changes {
      #expect(text.contains(before))
      text = text.replacing(before, with: after)
    }
    return (problems(of: text, name: "bounds.yaml")?.problems ?? []).map { problem in
      (problem.message, problem.hint, String(problem.excerpt.dropFirst(problem.column - 1)))
    }
  }

  /// Reports one located problem with a hint.
  private func expect(
    _ changes: (String, String)..., says why: String, at place: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try found(changes)
    #expect(found.count == 1, "\(found)", sourceLocation: sourceLocation)
    let first = try #require(found.first, sourceLocation: sourceLocation)
    #expect(first.message.contains(why), "\(first)", sourceLocation: sourceLocation)
    #expect(first.at.hasPrefix(place), "\(first)", sourceLocation: sourceLocation)
    #expect(first.hint != nil, sourceLocation: sourceLocation)
  }

  // 365 days are 365 ÷ 30 months: 353,000,000 a month are 4,294,833,333 arrivals, with 15,000
  // others 118,962 persons short of 2³² − 1; 353,010,000 a month are 4,294,955,000, 2,705 above it.
  @Test func `more people than can be numbered are refused at the arrivals`() throws {
    #expect(try found([("300 per month", "353_000_000 per month")]).isEmpty)
    try expect(
      ("300 per month", "353_010_000 per month"),
      says: "are 4294970000 persons; at most 4294967295",
      at: "353_010_000 per month")
    try expect(
      ("300 per month", "300_000_000 per month"), ("10_000", "1_000_000_000"),
      says: "are 4650005000 persons", at: "300_000_000 per month")
    try expect(
      ("300 per month", "80_000_000 per month"), ("members: 10_000", "members: 999_999_999"),
      ("5_000\n", "1_000_000_000\n"), ("days: 365", "days: 900"),
      says: "over 900 days are 4399999999 persons", at: "80_000_000 per month")
  }

  @Test func `a community has 1 to 100 000 members`() throws {
    let key = "  members: 10_000"
    for size in ["1", "100_000"] {
      #expect(try found([(key, "\(key)\n  community-size: \(size)")]).isEmpty)
    }
    for size in ["0", "100_001"] {
      try expect(
        (key, "\(key)\n  community-size: \(size)"), says: "is outside 1 to 100000", at: size)
    }
  }

  @Test func `overrides can not make more people than can be numbered`() throws {
    let text = smallFile.replacing("300 per month", with: "353_000_000 per month")
    let scenario = try loaded(text).scenario
    let failure = OverrideFailure.persons(4_306_615_000, members: 10_000, days: 366)
    #expect(throws: failure) { try scenario.applying(Overrides(days: 366)) }
    #expect(throws: OverrideFailure.self) { try scenario.applying(Overrides(members: 10_001)) }
    #expect(try scenario.applying(Overrides(members: 9_999)).scenario.people.memberCount == 9_999)
    #expect(
      failure.message
        == "10000 members, with prospects and arrivals over 366 days, are 4306615000 persons; "
        + "at most 4294967295 can be numbered")
    var crowd = scenario
    crowd.people.memberCount = 1
    #expect(throws: OverrideFailure.self) {
      try crowd.applying(Overrides(members: 1_000_000_000, days: 3660))
    }
  }

  @Test func `there are at most 200 segments and 10 000 items`() throws {
    func segments(_ count: Int) -> String {
      (1...count).map { number in
        let share = number == 1 ? "\(100 - Double(count - 1) / 4)%" : "0.25%"
        return "    - { name: s\(number), share: \(share), use: cdnow }\n"
      }.joined()
    }
    let two =
      "    - { name: regulars, share: 60%, use: grocery-habit }\n"
      + "    - { name: occasional, share: 40%, use: cdnow }\n"
    #expect(try found([(two, segments(200))]).isEmpty)
    try expect((two, segments(201)), says: "201 elements; at most 200", at: "{ name: s201,")
    func catalogue(_ count: Int) -> String {
      "catalogue:\n  items:\n"
        + (1...count).map { "    - { name: i\($0), category: c, price: ¥2, cost: ¥1 }\n" }.joined()
        + "scheme:"
    }
    #expect(try found([("scheme:\n", catalogue(10_000) + "\n")]).isEmpty)
    try expect(
      ("scheme:\n", catalogue(10_001) + "\n"), says: "10001 elements; at most 10000",
      at: "{ name: i10001,")
  }

  @Test(arguments: [
    ("price: ¥10_000_000_000, cost: ¥10_000_000_000", nil),
    ("price: ¥10_000_000_000.01, cost: ¥1", "¥10_000_000_000.01, cost"),
    ("price: ¥1, cost: ¥10_000_000_001", "¥10_000_000_001 }"),
  ])
  func `prices and costs are at most ten billion`(item: String, place: String?) throws {
    let change = (
      "scheme:\n", "catalogue: { items: [{ name: i, category: c, \(item) }] }\nscheme:\n"
    )
    guard let place else {
      #expect(try found([change]).isEmpty)
      return
    }
    try expect(change, says: "more than ¥10,000,000,000.00", at: place)
  }

  @Test func `a message costs at most ten billion`() throws {
    try expect(
      ("¥0.01", "¥20_000_000_000"), says: "more than ¥10,000,000,000.00", at: "¥20_000_000_000")
  }

  @Test(arguments: [
    ("20 years", true), ("240 months", true), ("7305 days", true), ("7306 days", false),
    ("21 years", false),
  ])
  func `a history has at most 20 years`(length: String, isRight: Bool) throws {
    let key = "  members: 10_000"
    let change = (key, "\(key)\n  start: { base: { history: \(length) } }")
    guard !isRight else {
      #expect(try found([change]).isEmpty)
      return
    }
    try expect(change, says: "at most 20 years", at: length)
  }

  @Test(arguments: ["0.9", "5.1"])
  func `a basket has 1 to 5 items on average`(mean: String) throws {
    let items = "items: [{ name: i, category: c, price: ¥2, cost: ¥1 }]"
    try expect(
      ("scheme:\n", "catalogue: { items-per-basket: \(mean), \(items) }\nscheme:\n"),
      says: "is outside 1 to 5", at: mean)
  }

  @Test(arguments: [
    ("scheme.points.expire: 90 days, scheme.points.warn: { day: 25 }", true),
    ("scheme.coupons: [{ name: c, grant: monthly on day 8, valid: 9 days, off: ¥1 }]", true),
    ("scheme.coupons: [{ name: c, grant: 2026-04-10, valid: 9 days, off: ¥1 }]", true),
    ("scheme.coupons: [{ name: c, grant: joining, valid: 9 days, off: ¥1 }]", false),
    ("scheme.points.expire: 90 days", false),
  ])
  func `an arm that sends messages needs their cost in WeCom`(setting: String, sends: Bool) throws {
    let arm = ("points: {}", "points: { set: { \(setting) } }")
    #expect(try found([arm]).isEmpty)
    #expect(try found([arm, ("wecom: ¥0.01", "wecom: ¥0, sms: ¥0.05")]).isEmpty)
    guard sends else {
      #expect(try found([arm, ("wecom: ¥0.01", "sms: ¥0.05")]).isEmpty)
      return
    }
    try expect(
      arm, ("wecom: ¥0.01", "sms: ¥0.05"), says: "state message-cost.wecom (¥0 if free)",
      at: "message-cost: { sms")
    try expect(
      arm, (", message-cost: { wecom: ¥0.01 }", ""), says: "the arm \"points\" sends messages",
      at: "{ margin: 35% }")
  }
}
