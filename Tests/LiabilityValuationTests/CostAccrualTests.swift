import LiabilityValuation
import Quantities
import Testing

@Suite struct CostAccrualTests {
  // IFRS 15 Example 52, year 2: 10,000 points issued, 8,500 redeemed, 9,700 expected in all.
  let rate = Rate.percent(97)

  @Test func `points to redeem are those expected in all less those redeemed`() {
    let points = CostAccrual.pointsToRedeem(netIssued: 10_000, redeemed: 8_500, ultimateRate: rate)
    #expect(points == 1_200)
  }

  @Test func `the short form is 21 percent too high in year 2 of Example 52`() {
    #expect(CostAccrual.shortForm(outstanding: 1_500, ultimateRate: rate) == 1_455)
  }

  @Test func `the future rate of the same example is 80 percent of outstanding points`() throws {
    let future = try #require(
      CostAccrual.futureRate(
        netIssued: 10_000, redeemed: 8_500, outstanding: 1_500, ultimateRate: rate))
    #expect(abs(future - 0.8) < 1e-12)
    #expect(
      CostAccrual.futureRate(netIssued: 10, redeemed: 10, outstanding: 0, ultimateRate: rate) == nil
    )
  }

  @Test func `outstanding points times the future rate give the same 1,200 points in money`() {
    let liability = CostAccrual.liability(
      outstanding: 1_500, futureRate: Rate(4, over: 5), face: Rate(2))
    #expect(liability == Money(minor: 2_400))
  }

  @Test func `liability is rounded half up once`() {
    // 7 points × 1/3 of a cent × 50% = 1.1666… cents; 9 points give 1.5.
    let face = Rate(1, over: 3)
    let half = Rate.percent(50)
    #expect(
      CostAccrual.liability(outstanding: 7, futureRate: half, face: face) == Money(minor: 1))
    #expect(
      CostAccrual.liability(outstanding: 9, futureRate: half, face: face) == Money(minor: 2))
  }
}
