import Foundation
import Testing

@testable import incentive

/// The CDNOW orders under 1 point per $1, 100 points = $2, 12 months at the month's end.
@Suite(.enabled(if: CDNOWLog.isExpected, CDNOWLog.skipped)) struct CDNOWReplayTests {
  private func replay(_ flags: String...) throws -> [String: Any] {
    let ran = try incentive(
      ["replay", CDNOWLog.path, "--scheme", ReplayTests.scheme, "--json"] + flags)
    #expect(ran.status == 0)
    #expect(ran.errors.isEmpty)
    return try ran.json()
  }

  private func number(_ name: String, _ value: [String: Any]) throws -> Int {
    try #require(value[name] as? Int, "\(name)")
  }

  @Test(arguments: ["never", "when-possible", "share=30%"])
  func `the books tie, however points are spent`(redeem: String) throws {
    let value = try replay("--redeem", redeem)
    #expect(try number("rowCount", value) == 6919)
    #expect(try number("orderCount", value) == 6919)
    #expect(try number("customerCount", value) == 2357)
    #expect(try number("listMinor", value) == 24_409_194)
    #expect(try number("trialBalance", value) == 0)
    let held = try number("issued", value) - number("redeemed", value) - number("expired", value)
    #expect(try number("outstanding", value) == held)
    #expect(try number("costMinor", value) == number("redeemed", value) * 2)
    #expect(try number("liabilityMinor", value) == held * 2)
  }

  /// `awk '{s += int($5)}'` over the file, and over the sums of customers' days.
  @Test func `points issued are those that awk counts`() throws {
    #expect(try number("issued", replay()) == 239_444)
    let merged = try replay("--merge-days")
    #expect(try number("orderCount", merged) == 6696)
    #expect(try number("issued", merged) == 239_610)
  }

  /// One row of the story: the day, what happened, by how much points change, points after it.
  private struct Row: Equatable, CustomStringConvertible {
    var description: String
    init(_ day: String, _ kind: String, _ change: Int, _ balance: Int) {
      description = "\(day) \(kind) \(change) \(balance)"
    }
  }

  private func story(_ redeem: String) throws -> [Row] {
    let value = try replay("--redeem", redeem, "--member", "00441")
    let entries = try #require(value["story"] as? [[String: Any]])
    return try entries.compactMap { entry in
      let kind = try #require(entry["kind"] as? String)
      guard kind == "order" || kind == "expiry" else { return nil }
      let time = try #require(entry["time"] as? String)
      return Row(
        String(time.prefix(10)), kind, try #require(entry["pointsChange"] as? Int),
        try #require(entry["balance"] as? Int))
    }
  }

  /// Orders of $62.45, $12.49, $6.79, $6.79, $37.31, $23.98, $15.48, $14.49, $14.99, $24.48.
  @Test func `customer 00441 never spends and loses what is a year old`() throws {
    #expect(
      try story("never") == [
        Row("1997-01-06", "order", 62, 62),
        Row("1997-02-13", "order", 12, 74),
        Row("1997-05-05", "order", 6, 80),
        Row("1997-05-26", "order", 6, 86),
        Row("1997-08-13", "order", 37, 123),
        Row("1997-09-16", "order", 23, 146),
        Row("1997-11-17", "order", 15, 161),
        Row("1997-11-20", "order", 14, 175),
        Row("1997-12-10", "order", 14, 189),
        Row("1998-02-01", "expiry", -62, 127),
        Row("1998-03-01", "expiry", -12, 115),
        Row("1998-06-01", "expiry", -12, 103),
        Row("1998-06-03", "order", 24, 127),
      ])
  }

  /// On 1997-09-16 the 100 points pay $2, so $21.98 earn 21; they are the oldest, so nothing expires.
  @Test func `customer 00441 spends as soon as 100 points are there`() throws {
    #expect(
      try story("when-possible") == [
        Row("1997-01-06", "order", 62, 62),
        Row("1997-02-13", "order", 12, 74),
        Row("1997-05-05", "order", 6, 80),
        Row("1997-05-26", "order", 6, 86),
        Row("1997-08-13", "order", 37, 123),
        Row("1997-09-16", "order", 21 - 100, 44),
        Row("1997-11-17", "order", 15, 59),
        Row("1997-11-20", "order", 14, 73),
        Row("1997-12-10", "order", 14, 87),
        Row("1998-06-03", "order", 24, 111),
      ])
  }
}
