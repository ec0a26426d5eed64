import Foundation
import Testing

@testable import incentive

/// Refunds in order files: what they give back, worked by hand, and what cannot be one.
@Suite struct ReplayRefundTests {
  private func replay(_ text: String, scheme: String? = nil, _ flags: String...) throws -> Ran {
    let folder = try TemporaryFolder()
    let orders = try folder.file("orders.csv", text + "\n")
    let path = try scheme.map { try folder.file("scheme.yaml", $0) }
    return try incentive(
      ["replay", orders, "--scheme", path ?? "scenarios/replay/cdnow-points.yaml", "--json"]
        + flags)
  }

  /// 10 off from 100, 1 point per yuan paid; refunds within ten days.
  private static let offers = """
    scenario: Ten off
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people: { members: 100, segments: [{ name: all, share: 100%, use: cdnow }] }
    economics: { margin: 35%, returns: 8% }
    scheme:
      points: { earn: 1 per ¥1 }
      promotions:
        - { name: ten-off, off: ¥10, min-spend: ¥100 }
      refunds: { window: 10 days }
    """

  @Test func `parts of an order and then its rest give back exactly what was paid`() throws {
    // 120 less 10 = 110.00 paid, 110 points. A third of the file's 120: 36.67; then the rest, 73.33.
    let ran = try replay(
      """
      order,customer,date,amount,refund of
      A1,ann,2026-01-10,120.00,
      R1,ann,2026-01-12,-40.00,A1
      R2,ann,2026-01-14,-80.00,A1
      """, scheme: Self.offers)
    #expect(ran.status == 0 && ran.errors.isEmpty)
    let value = try ran.json()
    let expected = [
      "orderCount": 1, "refundCount": 2, "unnamedRefundCount": 0, "paidMinor": 11_000,
      "refundedMinor": 11_000, "undoneMinor": 1_000, "costMinor": 0, "issued": 110,
      "otherwiseLost": 110, "outstanding": 0, "trialBalance": 0, "residual": 0,
    ]
    for (name, number) in expected { #expect(value[name] as? Int == number, "\(name)") }
  }

  @Test func `half an order keeps half of its points and reductions`() throws {
    // 200 less 10 = 190 paid, 190 points; half of it: 95 back, 5 of the ten undone, 95 points back.
    let ran = try replay(
      "order,customer,date,amount\nA1,ann,2026-01-10,200\nA1,ann,2026-01-11,-100",
      scheme: Self.offers)
    let value = try ran.json()
    let expected = [
      "refundedMinor": 9_500, "undoneMinor": 500, "costMinor": 500, "outstanding": 95,
      "unnamedRefundCount": 0,
    ]
    for (name, number) in expected { #expect(value[name] as? Int == number, "\(name)") }
  }

  @Test func `a refund that names no order is of the latest one that has as much left`() throws {
    let ran = try replay(
      """
      customer,date,amount
      ann,2026-01-10,50
      ann,2026-01-12,20
      ann,2026-01-13,-30
      ann,2026-01-14,-20
      """, scheme: Self.offers)
    let value = try ran.json()
    #expect(value["unnamedRefundCount"] as? Int == 2)
    #expect(value["refundedMinor"] as? Int == 5_000)
    #expect(value["outstanding"] as? Int == 20)
  }

  @Test func `a refund after the policy's window is refused and counted`() throws {
    let ran = try replay(
      "customer,date,amount\nann,2026-01-01,50\nann,2026-01-20,-50", scheme: Self.offers)
    #expect(ran.status == 0)
    let value = try ran.json()
    #expect(value["refusedRefunds"] as? Int == 1 && value["refundedMinor"] as? Int == 0)
    #expect(value["lastDay"] as? String == "2026-01-20")
  }

  @Test func `the story tells the refund, and the journal still sums to zero`() throws {
    let folder = try TemporaryFolder()
    let orders = try folder.file(
      "orders.csv", "order,customer,date,amount\nA1,ann,2026-01-10,150\nA1,ann,2026-01-11,-150\n")
    let journal = folder.path("journal.csv")
    let ran = try incentive([
      "replay", orders, "--scheme", "scenarios/replay/cdnow-points.yaml", "--journal", journal,
      "--member", "ann",
    ])
    #expect(ran.status == 0)
    #expect(ran.output.contains("goods for $150.00 sent back (nothing is left of the order)"))
    #expect(ran.output.contains("the usual policy; the scheme states none"))
    let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
    let points = lines.dropFirst().compactMap { Int($0.split(separator: ",")[3]) }
    #expect(points == [-150, 150, -150, 150])
  }

  @Test(arguments: [
    ("R,ann,2026-01-12,-120.01,A1", "refunds 120.01 of order A1, of which 120.00 is left"),
    ("R,ann,2026-01-12,-5,A9", "a refund of order A9, which the file does not have"),
    ("R,bob,2026-01-12,-5,A1", "a refund of order A1, which is another customer's"),
    ("R,ann,2026-01-09,-5,A1", "a refund of order A1 from before the order"),
    ("R,ann,2026-01-12,0,A1", "a refund of nothing"),
    ("R,ann,2026-01-12,-121,", "no earlier order of the customer has so much left"),
  ])
  func `what cannot be a refund is listed with its line`(row: String, reason: String) throws {
    let text = """
      order,customer,date,amount,refund of
      A1,ann,2026-01-10,120.00,
      B1,bob,2026-01-10,90.00,
      \(row)
      """
    let ran = try replay(text, scheme: Self.offers)
    #expect(ran.status == 65)
    #expect(ran.errors.contains("orders.csv:4: \(reason)") || ran.errors.contains(reason))
    #expect(ran.errors.contains("orders.csv:4: "))
    let skipping = try replay(text, scheme: Self.offers, "--skip-bad-rows")
    #expect(try skipping.json()["refundCount"] as? Int == 0)
  }

  @Test func `refunds of a merged day and refunds told twice count once`() throws {
    let text = """
      order,customer,date,amount,refund of
      A1,ann,2026-01-10,60.00,
      A2,ann,2026-01-10,60.00,
      R1,ann,2026-01-12,-60.00,A2
      R1,ann,2026-01-12,-60.00,A2
      """
    let ran = try replay(text, scheme: Self.offers, "--merge-days")
    #expect(ran.status == 0)
    let value = try ran.json()
    // Merged they are one order of 120 less 10: half of 110.00 goes back.
    let expected = ["orderCount": 1, "refundCount": 1, "duplicateCount": 1, "refundedMinor": 5_500]
    for (name, number) in expected { #expect(value[name] as? Int == number, "\(name)") }
  }
}
