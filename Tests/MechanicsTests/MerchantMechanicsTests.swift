import Measurement
import Testing

/// Two merchants with accounts of their own (M12): points arrive, and debts are the same in both books.
@Suite struct MerchantMechanicsTests {
  @Test
  func `M12: what leaves one merchant's points arrives at the other's, and both know who owes`()
    async throws
  {
    let run = try await MechanicRun("two-merchants")
    // The laws of the tally hold: the partner's points add up, and each debt stands in both books.
    run.expectSound()
    let arm = try run.arm("exchange")
    func airline(_ column: MerchantColumn) -> Int64 { arm.merchant(column, at: 0) }
    // 100 points are 49 miles after the fee, settled for ¥1.50.
    #expect(airline(.receivedPoints) > 0)
    #expect(arm[.partnerPaymentsMinor] == arm[.pointsToPartners] / 100 * 150)
    #expect(airline(.partnerReceivableMinor) == arm[.partnerPaymentsMinor])
    // 100 miles are 180 points, settled for ¥3.
    #expect(airline(.givenPoints) > 0 && airline(.givenPoints) % 100 == 0)
    #expect(arm[.pointsFromPartners] == airline(.givenPoints) / 100 * 180)
    #expect(airline(.partnerPayableMinor) == airline(.givenPoints) / 100 * 300)
    // Two fifths of the members order ¥800 there every hundred days.
    #expect(airline(.orders) > 0 && airline(.paidMinor) <= airline(.orders) * 80_000)
    #expect(airline(.outstandingPoints) > 0)
    // The same orders in every arm; nothing is exchanged where the scheme does not.
    let control = try run.arm("control")
    #expect(control.merchant(.orders, at: 0) == airline(.orders))
    #expect(control.merchant(.receivedPoints, at: 0) == 0)
    #expect(control.merchant(.payableMinor, at: 0) == 0)
    #expect(control.merchant(.issuedPoints, at: 0) > 0)
    let dear = try run.arm("dear")
    #expect(dear.merchant(.payableMinor, at: 0) < airline(.payableMinor))
  }
}
