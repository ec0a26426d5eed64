import Experiments
import IncentiveEngine
import Measurement
import Quantities
import Scenarios
import Testing
import Timeline

@testable import Reports

/// Two merchants in one report (M12): points on both sides, and who owes whom.
@Suite struct PartnerSectionTests {
  /// The sample run with an airline, to which and from which points go.
  private static func scenario() throws -> Scenario {
    var scenario = try SampleRun.scenario(members: 300, title: "Two merchants")
    var airline = PartnerProgram(
      name: "airline", minorEach: Rate(6), outPerMonth: 1, inPerMonth: 1, brought: .zero)
    airline.merchant = PartnerMerchant(
      scheme: Scheme(
        name: "airline",
        points: PointsProgram(
          earn: .perMinorPaid(Rate(1, over: 100)),
          redeem: RedeemRule(stepPoints: Points(1_000), stepValue: Money(minor: 6_000)))),
      memberShare: .percent(50), ordersPerMonth: 0.5, basket: Money(minor: 80_000))
    scenario.people.partners = [airline]
    scenario.arms[1].scheme.exchanges = [
      ExchangeRule(
        partner: "airline", direction: .out, step: Points(100), yield: Points(50),
        settlement: Money(minor: 150)),
      ExchangeRule(
        partner: "airline", direction: .in, step: Points(100), yield: Points(180),
        settlement: Money(minor: 300)),
    ]
    return scenario
  }

  @Test func `the report shows points on both sides and who owes whom, the summary every figure`()
    async throws
  {
    let scenario = try Self.scenario()
    let outcome = try await Run(
      plan: try scenario.compiled(), replications: scenario.replications
    ).execute(threads: 2)
    #expect(outcome.tally.violations == [])
    let report = Report(
      try SampleRun.input(of: scenario, tally: outcome.tally, digest: outcome.digest))
    let arm = outcome.tally.arms[1]
    // Means of two replications; ¥1.50 for 100 points that went, ¥3 for 100 that came.
    let (payable, receivable) = (
      arm.merchant(.payableMinor, at: 0) / 2, arm.merchant(.receivableMinor, at: 0) / 2
    )
    #expect(payable > 0 && receivable > 0 && receivable != payable)
    let owed = scenario.currency.text(Money(minor: abs(receivable - payable)))
    let text = report.markdown()
    #expect(text.contains("\n## Partners with accounts of their own\n"))
    #expect(text.contains("| \(receivable > payable ? "it owes us" : "we owe") \(owed) |"))
    #expect(text.contains("| nobody owes anything |"))
    let json = report.summaryJSON()
    #expect(json.contains("\"partners\""))
    #expect(json.contains("\"\(arm.merchant(.outstandingPoints, at: 0))\""))
    let plain = Report(try await SampleRun.input(members: 300))
    #expect(!plain.markdown().contains("## Partners"))
    #expect(!plain.summaryJSON().contains("\"partners\""))
  }
}
