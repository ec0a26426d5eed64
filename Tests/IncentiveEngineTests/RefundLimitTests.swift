import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Room that an order took stays taken when the order comes back.
@Suite struct RefundLimitTests {
  private static let february = day(2026, 2, 3)
  private static let march = day(2026, 3, 1)

  /// 1 point a yuan, at most 100 a month; 100 points = ¥2, at most 100 a month.
  private static func shop() throws -> World {
    var redeem = hundredForTwo
    redeem.limits = [SpendingLimit(points: Points(100), period: .month)]
    let rule = EarningRule(
      name: "rule", effect: .perMinorPaid(Rate(1, over: 100)),
      limits: AwardLimits(caps: [.init(Points(100), per: .month)]))
    return try World.withMember(
      Scheme(
        name: "limits", points: PointsProgram(earn: .nothing, redeem: redeem, rules: [rule]),
        refunds: RefundPolicy()))
  }

  @Test func `points taken back leave the month's cap of their rule used`() throws {
    var shop = try Self.shop()
    let bought = shop.buy("80", on: Self.february)
    #expect(shop.refund(.whole, of: bought, on: Self.february).earnedPoints == Points(80))
    // 20 of the month's 100 are left, whatever has come back.
    #expect(shop.buy("80", on: Self.february).earnedPoints == Points(20))
    #expect(shop.buy("80", on: Self.march).earnedPoints == Points(80))
  }

  @Test func `points given back leave the month's limit on spending used`() throws {
    var shop = try Self.shop()
    shop.buy("100", on: day(2026, 1, 5))
    let bought = shop.buy("50", points: 100, on: Self.february)
    #expect(shop.refund(.whole, of: bought, on: Self.february).spentPoints == Points(100))
    #expect(shop.quote("50", on: Self.february).balance == Points(100))
    #expect(shop.quote("50", on: Self.february).spendablePoints == .zero)
    #expect(shop.quote("50", on: Self.march).spendablePoints == Points(100))
  }
}
