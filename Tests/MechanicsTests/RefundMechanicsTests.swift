import Measurement
import Testing

/// Returned orders: the file is sound, and what comes back is undone to the fen.
@Suite struct RefundMechanicsTests {
  @Test func `returned orders undo what they brought, as far as each policy goes`() async throws {
    let run = try await MechanicRun("refunds")
    run.expectSound()
    let (control, lenient, strict) = (
      try run.arm("control"), try run.arm("lenient"), try run.arm("strict")
    )
    // Without incentives a return gives the list price back.
    #expect(control[.returnedOrders] > 0 && control[.refundedMinor] == control[.returnedListMinor])
    #expect(control[.undoneDiscountMinor] == 0 && control[.refusedReturns] == 0)
    for arm in [lenient, strict] {
      #expect(arm[.undoneDiscountMinor] > 0 && arm[.undoneRedeemedMinor] > 0)
      #expect(arm[.pointsRestored] > 0)
      // A window of 15 days, returns within 20.
      #expect(arm[.refusedReturns] > 0)
      #expect(arm[.refundedMinor] < arm[.returnedListMinor])
      // Jackets, shoes and tea cost 56 to 62% of their price; a fifth of that is written off.
      let recovered = Double(arm[.returnedGoodsMinor]) / Double(arm[.returnedListMinor])
      #expect(recovered > 0.43 && recovered < 0.51)
    }
    // Only-pending takes no active point back; the strict one takes all, and what is spent is owed.
    #expect(lenient[.pointsClawedBack] == 0 && lenient[.pointsOwed] == 0)
    #expect(strict[.pointsClawedBack] > 0)
    #expect(lenient[.couponsReturned] > 0 && strict[.couponsReturned] == 0)
  }

  @Test func `M01: points that wait for the end of the return window are called off by a return`()
    async throws
  {
    let run = try await MechanicRun("pending-points")
    run.expectSound()
    let (atOnce, frozen) = (try run.arm("at-once"), try run.arm("frozen"))
    // Only pending points are taken back, and all returns come while they are.
    #expect(atOnce[.pointsClawedBack] == 0)
    #expect(frozen[.pointsClawedBack] > 0 && frozen[.pointsRedeemed] > 0)
    let late = try run.arm("month-end")
    #expect(late[.pointsRedeemed] > 0 && late[.pointsRedeemed] < atOnce[.pointsRedeemed])
  }
}

/// Orders that are placed and not paid at once: the file is sound, and the funnel adds up.
@Suite struct UnpaidMechanicsTests {
  @Test func `orders that are not paid count as placed, and give back what they had set aside`()
    async throws
  {
    let run = try await MechanicRun("unpaid-orders")
    run.expectSound()
    for name in ["control", "offers"] {
      let arm = try run.arm(name)
      let placed = arm[.orders] - arm[.laterPaidOrders] + arm[.unpaidOrders]
      // 20% of orders wait, of which 60% are paid: 8% never are.
      let share = Double(arm[.canceledOrders]) / Double(placed)
      #expect(share > 0.07 && share < 0.09)
    }
    #expect(try run.arm("offers")[.pointsRestored] > 0)
  }
}

/// Tiers reviewed on everybody's own days: the file is sound, and members fall all through the year.
@Suite struct AnniversaryMechanicsTests {
  @Test func `M27: reviews on own days, with growth value of a window`() async throws {
    let run = try await MechanicRun("tier-anniversaries")
    run.expectSound()
    for name in ["half-yearly", "from-joining", "from-tier", "monthly"] {
      #expect(try run.members(inTier: 1, of: name) > 0)
      #expect(try run.arm(name)[.tierDiscountMinor] > 0)
    }
  }
}
