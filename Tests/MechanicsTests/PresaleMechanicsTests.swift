import Measurement
import Testing

/// Deposits (M23): the file is sound, and presales were really sold.
@Suite struct PresaleMechanicsTests {
  @Test func `M23: deposits of ten are paid, and balances take thirty off`() async throws {
    let run = try await MechanicRun("M23-presale-deposit")
    run.expectSound()
    let presale = try run.arm("presale")
    #expect(presale[.depositsMinor] > 0 && presale[.depositsMinor] % 1_000 == 0)
    // Every deposit brings one coupon, and every balance that lapses one more.
    let deposits = presale[.depositsMinor] / 1_000
    let granted = presale[.couponsGranted]
    #expect(granted > deposits && granted <= 2 * deposits)
    // A balance takes ¥30 off, the coupon for goods in stock ¥10.
    let used = presale[.couponsUsed]
    let discount = presale[.couponDiscountMinor]
    #expect(discount > used * 1_000 && discount <= used * 3_000)
    // What the deposits bring in counts as revenue, and lowers what the incentives cost.
    #expect(
      presale.incentiveCostMinor
        == discount + presale[.messageCostMinor] - presale[.depositsMinor])
    #expect(try run.arm("open-to-all")[.depositsMinor] == 0)
  }
}
