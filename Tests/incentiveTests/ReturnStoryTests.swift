import Foundation
import Testing

/// What `explain` tells of orders that came back.
@Suite struct ReturnStoryTests {
  /// One item of ¥100, every order of which comes back whole two days later: 100 points are earned
  /// and taken back, and 10 off from ¥100 on makes it ¥90.
  private static let everythingComesBack = """
    scenario: Everything comes back
    horizon: { from: 2026-01-01, days: 180, zone: Asia/Shanghai }
    currency: CNY
    seed: 7
    people: { members: 5, segments: [{ name: all, share: 100%, use: grocery-habit }] }
    catalogue:
      items-per-basket: 1
      items: [{ name: kettle, category: kitchen, price: ¥100, cost: ¥60 }]
    economics:
      returns: { rate: 100%, after: 2 days, within: 2 days }
    scheme:
      points: { earn: 1 per ¥1 }
      promotions: [{ name: ten-off, off: ¥10, min-spend: ¥100 }]
      refunds: { earned: within-balance }
    """

  private static func story(_ flags: String...) throws -> Ran {
    let folder = try TemporaryFolder()
    let path = try folder.file("returns.yaml", everythingComesBack)
    return try incentive(["explain", path, "--arm", "scheme"] + flags)
  }

  @Test func `a returned order says what went back, the money and the points`() throws {
    var returns = 0
    for member in 0..<5 {
      let value = try Self.story("--member", "\(member)", "--json").json()
      #expect(value["balanceFailures"] as? Int == 0)
      let entries = try #require(value["entries"] as? [[String: Any]])
      for entry in entries where entry["kind"] as? String == "return" {
        returns += 1
        #expect(
          entry["headline"] as? String
            == "goods for ¥100.00 sent back (nothing is left of the order), ¥90.00 paid back")
        #expect(entry["pointsChange"] as? Int == -90)
        let details = try #require(entry["details"] as? [String])
        #expect(details.contains("reductions of ¥10.00 go with them"))
        #expect(details.contains("90 points earned with them are taken back"))
      }
    }
    #expect(returns > 5)
  }

  @Test func `a returned order is told in Chinese, too`() throws {
    let told = try (0..<5).map { try Self.story("--member", "\($0)", "--language", "zh").output }
      .joined()
    for words in ["退货，原价 ¥100.00（整单已退），退款 ¥90.00", "随之取消的优惠 ¥10.00", "90 积分由此单获得，已收回"] {
      #expect(told.contains(words), "\(words)")
    }
    #expect(!told.contains("sent back"))
  }
}
