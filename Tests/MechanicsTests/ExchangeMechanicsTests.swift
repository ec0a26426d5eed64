import Measurement
import Testing

/// Points exchanged with a partner (M12): the file is sound, and both ways were really gone.
@Suite struct ExchangeMechanicsTests {
  @Test func `M12: points go to the airline and come from it, settled by the step`() async throws {
    let run = try await MechanicRun("M12-points-exchange")
    run.expectSound()
    let arm = try run.arm("exchange")
    // Steps of 100 points for ¥1.50; whoever brings 550 miles exchanges five steps, 900 points, ¥15.
    #expect(arm[.pointsToPartners] > 0 && arm[.pointsToPartners] % 100 == 0)
    #expect(arm[.partnerPaymentsMinor] == arm[.pointsToPartners] / 100 * 150)
    #expect(arm[.pointsFromPartners] > 0 && arm[.pointsFromPartners] % 900 == 0)
    #expect(arm[.partnerReceiptsMinor] == arm[.pointsFromPartners] / 900 * 1_500)
    // What the airline is paid is a cost, what it pays lowers the cost.
    #expect(
      arm.incentiveCostMinor
        == arm[.redeemedMinor] + arm[.messageCostMinor] + arm[.partnerPaymentsMinor]
        - arm[.partnerReceiptsMinor])
    let cash = try run.arm("cash")
    #expect(cash[.pointsToPartners] == 0 && cash[.pointsFromPartners] == 0)
    #expect(cash[.partnerPaymentsMinor] == 0 && cash[.partnerReceiptsMinor] == 0)
    // With 40% kept, 500 points are worth ¥9 in miles, not ¥14.70: some do not go.
    #expect(try run.arm("dear")[.pointsToPartners] < arm[.pointsToPartners])
  }
}
