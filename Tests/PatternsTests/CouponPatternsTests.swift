import Foundation
import ScenarioFiles
import Scenarios
import Testing

@testable import Patterns

/// What the statistics of coupons and promotions read off the situation.
@Suite struct CouponPatternsTests {
  private func run(_ file: String) throws -> SituationRun {
    let path = repositoryRoot.appendingPathComponent("scenarios/patterns/\(file).yaml").path
    let scenario = try ScenarioFile.read(path: path).get().scenario
      .applying(Overrides(members: 100)).scenario
    return try SituationRun(of: scenario, replication: 0)
  }

  @Test func `a coupon for 28 days that is granted at ten may be used ten hours less`() throws {
    let run = try run("P34-second-mode")
    let days = try #require(run.couponDays(of: "coupon"))
    // 27 days and 14 hours.
    #expect(abs(days - (27 + 14.0 / 24)) < 1e-12)
    #expect(run.couponDays(of: "control") == nil)
    #expect(run.promotionDays(of: "coupon") == nil)
  }

  @Test func `from 26 February to 4 March are the days 56 to 62 of a year`() throws {
    for file in ["P39-price-elasticity", "P40-promotion-dip"] {
      let run = try run(file)
      let days = try #require(run.promotionDays(of: "promotion"))
      // January has 31 days, and 25 of February pass before its 26th; the year has no leap day.
      #expect(days.first == 56 && days.after == 63)
      #expect(run.promotionDays(of: "control") == nil)
      #expect(run.couponDays(of: "promotion") == nil)
    }
  }
}
