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

  @Test func `M23: who paid a deposit plans the order that it is for, and it ships free`()
    async throws
  {
    let run = try await MechanicRun("M23-presale-deposit")
    let (presale, shipping) = (try run.arm("presale"), try run.arm("ships-free"))
    // ¥6 for each balance paid; the deposits are the same, as they know nothing of shipping.
    #expect(shipping[.privileges] > 0)
    #expect(shipping[.privilegeCostMinor] == 600 * shipping[.privileges])
    #expect(shipping[.depositsMinor] == presale[.depositsMinor])
    // Without the plan the same deposits are paid, and fewer balances.
    let unplanned = try await MechanicRun(
      "M23-presale-deposit",
      changing: (
        "  presale-visits: 1\n", "  presale-visits: 1\n  switched-off: [planned-balance]\n"
      ))
    let rarely = try unplanned.arm("ships-free")
    #expect(rarely[.depositsMinor] == shipping[.depositsMinor])
    #expect(rarely[.privileges] < shipping[.privileges])
    #expect(try unplanned.arm("open-to-all").totals == run.arm("open-to-all").totals)
  }
}
