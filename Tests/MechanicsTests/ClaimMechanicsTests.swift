import Measurement
import Testing

/// Orders from elsewhere (M14): the file is sound, and claims were really made.
@Suite struct ClaimMechanicsTests {
  @Test func `M14: orders from elsewhere are claimed, more of them for more points`() async throws {
    let run = try await MechanicRun("M14-external-orders")
    run.expectSound()
    let purchases = try run.arm("purchases")
    let claims = try run.arm("claims")
    let generous = try run.arm("generous")
    #expect(purchases[.claims] == 0 && purchases[.claimMessages] == 0)
    // The same orders elsewhere in both arms, told of at ¥0.05 each; at most 0.6 a month and member,
    // half a year long, and four standard deviations.
    #expect(claims[.claimMessages] == generous[.claimMessages])
    #expect(claims[.claimMessages] < Int64(MechanicRun.memberCount) * 36 / 10 + 4 * 85)
    #expect(claims[.messageCostMinor] - claims[.messages] == claims[.claimMessages] * 5)
    // More than the 15% who would claim what is worth nothing.
    #expect(claims[.claims] * 100 > claims[.claimMessages] * 15)
    #expect(generous[.claims] > claims[.claims])
  }
}
