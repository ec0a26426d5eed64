import Foundation
import Testing

@testable import incentive

/// Order files that are out of order, tell orders twice, or come late.
@Suite struct ReplayIntakeTests {
  static let scheme = "scenarios/replay/cdnow-points.yaml"

  /// Five orders of two customers; ann's second spends what her first earned.
  static let inOrder = [
    "A1,ann,2026-01-10 09:00,150.99", "B1,bob,2026-01-31 10:00,240.00",
    "A2,ann,2026-02-05 11:00,30.50", "B2,bob,2026-02-06 12:00,9.99",
    "A3,ann,2026-02-06 12:00,70.00",
  ]

  private func replay(_ rows: [String], _ flags: String...) throws -> Ran {
    let folder = try TemporaryFolder()
    let orders = try folder.file(
      "orders.csv", (["order,customer,date,amount"] + rows).joined(separator: "\n") + "\n")
    return try incentive(
      ["replay", orders, "--scheme", Self.scheme, "--redeem", "share=60%", "--json"] + flags)
  }

  /// What the scheme did, without what is said of the file.
  private func books(_ ran: Ran) throws -> [String: Int] {
    try ran.json().compactMapValues { $0 as? Int }.filter {
      $0.key != "rowCount" && $0.key != "duplicateCount"
    }
  }

  @Test func `the same rows in any order, told twice or once, give the same books`() throws {
    let expected = try books(replay(Self.inOrder))
    #expect(expected["orderCount"] == 5)
    for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [0, 2, 2, 1, 0, 3, 4, 4]] {
      let ran = try replay(order.map { Self.inOrder[$0] })
      #expect(ran.status == 0)
      #expect(try books(ran) == expected)
      #expect(try ran.json()["duplicateCount"] as? Int == order.count - 5)
    }
  }

  @Test func `the same number with another amount cannot be used`() throws {
    let rows = Self.inOrder + ["A1,ann,2026-01-10 09:00,150.98"]
    let refused = try replay(rows)
    #expect(refused.status == 65)
    #expect(
      refused.errors.contains(
        "orders.csv:7: known under this name with other content (number A1)"))
    let skipping = try replay(rows, "--skip-bad-rows")
    #expect(try books(skipping) == books(replay(Self.inOrder)))
  }

  @Test func `an order later than the watermark is refused and listed, within it counts`() throws {
    // A2 of 5 February comes after an order of 6 February: 25 hours late.
    let rows = [0, 1, 3, 2, 4].map { Self.inOrder[$0] }
    let strict = try replay(rows, "--watermark", "24-hours")
    #expect(strict.status == 0)
    #expect(
      strict.errors.contains(
        "orders.csv:5: too late: an order of 2026-02-05 11:00, before 2026-02-05 12:00, from "
          + "which on orders are taken [too-late]"))
    let value = try strict.json()
    #expect((value["lateRows"] as? [[String: Any]])?.compactMap { $0["line"] as? Int } == [5])
    #expect(value["orderCount"] as? Int == 4)
    #expect(
      try books(strict) == books(replay(rows.filter { !$0.hasPrefix("A2") })))
    let lenient = try replay(rows, "--watermark", "2d")
    #expect(lenient.errors.isEmpty)
    #expect(try books(lenient) == books(replay(Self.inOrder)))
  }

  @Test(arguments: ["2", "-1d", "2 fortnights", "99999999999d"])
  func `a watermark that is no time is wrong usage`(text: String) throws {
    let ran = try replay(Self.inOrder, "--watermark=\(text)")
    #expect(ran.status == 64)
    #expect(ran.errors.contains("--watermark"))
  }
}
