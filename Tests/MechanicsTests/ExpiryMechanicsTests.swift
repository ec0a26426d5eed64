import Measurement
import Testing

/// When points expire and become active, beyond M08's own file: each file is sound and shows its point.
@Suite struct ExpiryMechanicsTests {
  @Test
  func `M08: expiry by inactivity takes fewer points than lot by lot, and sends fewer warnings`()
    async throws
  {
    let run = try await MechanicRun("expiry-by-inactivity")
    run.expectSound()
    let (either, earning) = (try run.arm("inactive"), try run.arm("by-earning"))
    let rolling = try run.arm("rolling")
    #expect(either[.pointsExpired] > 0 && either[.pointsExpired] <= earning[.pointsExpired])
    #expect(either[.pointsExpired] < rolling[.pointsExpired])
    #expect(either[.pointsOutstanding] > rolling[.pointsOutstanding])
    #expect(either[.messages] > 0 && either[.messages] < rolling[.messages])
  }

  @Test func `M03: a pack and points that wait for the next order are called off where none comes`()
    async throws
  {
    let run = try await MechanicRun("points-after-the-next-order")
    run.expectSound()
    let (atOnce, waiting) = (try run.arm("at-once"), try run.arm("next-order"))
    #expect(waiting[.joined] > 0 && waiting[.pointsRedeemed] > 0)
    #expect(waiting[.pointsRedeemed] < atOnce[.pointsRedeemed])
    // What is called off neither stays outstanding nor expires.
    #expect(waiting[.pointsOutstanding] < atOnce[.pointsOutstanding])
    let review = try run.arm("review")
    #expect(review[.pointsRedeemed] > 0 && review[.pointsRedeemed] < atOnce[.pointsRedeemed])
  }

  @Test func `points that are extended expire less, and those given back are spent`()
    async throws
  {
    let run = try await MechanicRun("expiry-extended-and-given-back")
    run.expectSound()
    let plain = try run.arm("plain")
    #expect(try run.arm("extended")[.pointsExpired] < plain[.pointsExpired])
    #expect(try run.arm("given-back")[.pointsRedeemed] > plain[.pointsRedeemed])
  }
}
