import LiabilityValuation
import Quantities
import Testing

/// Published examples; each row is a period: redeemed to date, expected in all, revenue, liability.
@Suite struct DeferredRevenueTests {
  struct Period {
    let redeemedToDate: Int64
    let expectedInAll: Int64
    let revenue: Int64
    let liability: Int64

    init(_ redeemedToDate: Int64, _ expectedInAll: Int64, _ revenue: Int64, _ liability: Int64) {
      self.redeemedToDate = redeemedToDate
      self.expectedInAll = expectedInAll
      self.revenue = revenue
      self.liability = liability
    }
  }

  @Test func `IFRS 15 Example 52, in whole currency units`() {
    var deferred = DeferredRevenue(
      price: Money(minor: 100_000), goodsAlone: Money(minor: 100_000),
      pointsAlone: Money(minor: 9_500))
    #expect(deferred.goodsPart == Money(minor: 91_324))
    #expect(deferred.pointsPart == Money(minor: 8_676))
    check([Period(4_500, 9_500, 4_110, 4_566), Period(8_500, 9_700, 3_493, 1_073)], of: &deferred)
  }

  @Test func `a grocer's points, with the estimate raised in the second year`() {
    // 10,000 points × 100 × 80% stand alone at 800,000.
    var deferred = DeferredRevenue(
      price: Money(minor: 7_200_000), goodsAlone: Money(minor: 7_200_000),
      pointsAlone: Money(minor: 800_000))
    #expect(deferred.goodsPart == Money(minor: 6_480_000))
    #expect(deferred.pointsPart == Money(minor: 720_000))
    check(
      [
        Period(4_000, 8_000, 360_000, 360_000), Period(8_100, 9_000, 288_000, 72_000),
        Period(9_000, 9_000, 72_000, 0),
      ], of: &deferred)
  }

  @Test func `Erika's points, with the estimate raised twice`() {
    // 50,000 points; 80%, 85%, 85%, 90% of them expected to be redeemed.
    var deferred = DeferredRevenue(
      price: Money(minor: 7_000_000), goodsAlone: Money(minor: 7_000_000),
      pointsAlone: Money(minor: 1_000_000))
    #expect(deferred.pointsPart == Money(minor: 875_000))
    check(
      [
        Period(15_000, 40_000, 328_125, 546_875), Period(22_950, 42_500, 144_375, 402_500),
        Period(25_500, 42_500, 52_500, 350_000), Period(40_500, 45_000, 262_500, 87_500),
      ], of: &deferred)
  }

  @Test func `2,000 split with points of 170 is 1,843.32 and 156.68, not 1,842 and 158`() {
    let deferred = DeferredRevenue(
      price: Money(minor: 200_000), goodsAlone: Money(minor: 200_000),
      pointsAlone: Money(minor: 17_000))
    #expect(deferred.goodsPart == Money(minor: 184_332))
    #expect(deferred.pointsPart == Money(minor: 15_668))
  }

  @Test func `more redemptions than expected release everything and no more`() {
    var deferred = DeferredRevenue(
      price: Money(minor: 1_000), goodsAlone: Money(minor: 900), pointsAlone: Money(minor: 100))
    check([Period(120, 100, 100, 0)], of: &deferred)
  }

  @Test func `a lower estimate never changes the part, only its release`() {
    var deferred = DeferredRevenue(
      price: Money(minor: 1_000), goodsAlone: Money(minor: 900), pointsAlone: Money(minor: 100))
    check([Period(50, 100, 50, 50), Period(50, 125, -10, 60)], of: &deferred)
    #expect(deferred.pointsPart == Money(minor: 100))
  }

  private func check(_ periods: [Period], of deferred: inout DeferredRevenue) {
    for period in periods {
      let revenue = deferred.endPeriod(
        redeemedToDate: period.redeemedToDate, expectedInAll: period.expectedInAll)
      #expect(revenue == Money(minor: period.revenue))
      #expect(deferred.liability == Money(minor: period.liability))
    }
  }
}
