import Foundation
import Testing

@testable import incentive

/// Replays of files made by hand; the scheme is 1 point per $1, 100 points = $2, 12 months at the
/// month's end.
@Suite struct ReplayTests {
  static let scheme = "scenarios/replay/cdnow-points.yaml"

  @Test func `three orders earn, pay and expire as on paper`() throws {
    let folder = try TemporaryFolder()
    let orders = try folder.file(
      "orders.csv",
      """
      customer,date,amount
      ann,2026-01-10,150.99
      bob,2026-01-31,40.00
      ann,2026-02-05,30.50
      bob,2027-02-01,9.99

      """)
    // ann: 150, then 100 points pay 2.00 and 28.50 earn 28: 78 held; the 50 left of January expire
    // on 2027-02-01: 28 held. bob: 40, expired on 2027-02-01 before the order that earns 9.
    let ran = try incentive(
      "replay", orders, "--scheme", Self.scheme, "--redeem", "when-possible",
      "--json")
    #expect(ran.status == 0)
    #expect(ran.errors.isEmpty)
    let value = try ran.json()
    let expected = [
      "rowCount": 4, "orderCount": 4, "customerCount": 2, "listMinor": 23_148,
      "redeemedMinor": 200, "paidMinor": 22_948, "costMinor": 200, "issued": 227, "redeemed": 100,
      "trialBalance": 0, "residual": 0,
    ]
    for (name, number) in expected { #expect(value[name] as? Int == number, "\(name)") }
    #expect((value["redemptionAssumed"] as? String)?.contains("when-possible") == true)
  }

  @Test func `rows that cannot be used are listed and end the command`() throws {
    let folder = try TemporaryFolder()
    let orders = try folder.file(
      "orders.csv",
      """
      customer,date,amount
      ann,2026-01-10,10.00
      bob,2026-13-40,10.00
      ann,2026-01-12,-14.00
      bob,2026-01-14,5.00

      """)
    let refused = try incentive("replay", orders, "--scheme", Self.scheme)
    #expect(refused.status == 65)
    #expect(refused.output.isEmpty)
    #expect(refused.errors.contains("\(orders):3: "))
    #expect(refused.errors.contains("\(orders):4: a refund of 14.00, and no earlier order"))
    #expect(refused.errors.contains("2 rows of 4 cannot be used"))

    let skipping = try incentive(
      "replay", orders, "--scheme", Self.scheme, "--skip-bad-rows",
      "--json")
    #expect(skipping.status == 0)
    #expect(skipping.errors.contains("\(orders):4: a refund of 14.00, and no earlier order"))
    let value = try skipping.json()
    let bad = try #require(value["badRows"] as? [[String: Any]])
    #expect(bad.map { $0["line"] as? Int } == [3, 4])
    #expect(value["orderCount"] as? Int == 2)
    #expect(value["issued"] as? Int == 15)
  }

  @Test func `columns are named where they are not detected`() throws {
    let folder = try TemporaryFolder()
    let orders = try folder.file("orders.csv", "who;when;how much;used\nann;2026-01-10;250;0\n")
    let unknown = try incentive("replay", orders, "--scheme", Self.scheme)
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("column"))
    let ran = try incentive(
      "replay", orders, "--scheme", Self.scheme, "--customer", "who", "--date", "2", "--amount",
      "how much", "--points", "used", "--redeem", "column", "--json")
    #expect(ran.status == 0)
    #expect(try ran.json()["issued"] as? Int == 250)
  }

  @Test func `the journal sums to zero`() throws {
    let folder = try TemporaryFolder()
    let orders = try folder.file(
      "orders.csv", "customer,date,amount\nann,2026-01-10,150\nann,2026-01-11,20\n")
    let journal = folder.path("journal.csv")
    let ran = try incentive(
      "replay", orders, "--scheme", Self.scheme, "--redeem", "when-possible", "--journal", journal)
    #expect(ran.status == 0)
    let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
    let points = lines.dropFirst().compactMap { Int($0.split(separator: ",")[3]) }
    #expect(points == [-150, 150, -100, 100, -18, 18])
  }

  @Test(arguments: [
    ["--currency", "EUR"], ["--arm", "none"], ["--member", "zoe"], ["--redeem", "sometimes"],
    ["--redeem", "share=130%"], ["--redeem", "column"],
  ])
  func `a flag that does not fit is wrong usage`(flags: [String]) throws {
    let folder = try TemporaryFolder()
    let orders = try folder.file("orders.csv", "customer,date,amount\nann,2026-01-10,150\n")
    let ran = try incentive(["replay", orders, "--scheme", Self.scheme] + flags)
    #expect(ran.status == 64)
    #expect(ran.output.isEmpty)
    #expect(ran.errors.contains(flags[0]))
  }

  @Test func `a file that is not there is wrong input`() throws {
    #expect(try incentive("replay", "/nowhere.csv", "--scheme", Self.scheme).status == 65)
  }
}
