import Measurement
import Testing

/// Referral (M33, M34): the files are sound, and invitations were really sent, accepted and rewarded.
@Suite struct ReferralMechanicsTests {
  @Test func `M33: coupons for both sides bring new members at ¥30 each or less`() async throws {
    let run = try await MechanicRun("M33-referral-coupons")
    run.expectSound()
    let both = try run.arm("both")
    let friendOnly = try run.arm("friend-only")
    #expect(try run.arm("control")[.invitations] == 0)
    #expect(both[.validInvitations] > 50 && both[.validInvitations] <= both[.invitedJoined])
    // ¥10 on joining, ¥20 with the order: exactly, since no order comes back.
    #expect(
      both[.referralRewardMinor]
        == 1_000 * both[.invitedJoined] + 2_000 * both[.validInvitations])
    #expect(friendOnly[.referralRewardMinor] == 1_000 * friendOnly[.invitedJoined])
    #expect(both[.couponsGranted] == both[.invitedJoined] + both[.validInvitations])
    #expect(both[.couponsUsed] > 0 && both[.couponsUsed] <= both[.couponsGranted])
    // Each inviter is rewarded once at most.
    let capped = try run.arm("capped")
    #expect(capped[.couponsGranted] < capped[.invitedJoined] + capped[.validInvitations])
  }

  @Test func `M34: invitations become valid by profile and order, and orders sent back undo them`()
    async throws
  {
    let run = try await MechanicRun("M34-referral-points")
    run.expectSound()
    let referral = try run.arm("referral")
    #expect(referral[.invitations] > referral[.invitedJoined])
    #expect(referral[.validInvitations] > 50)
    #expect(referral[.invitationsTakenBack] > 0)
    #expect(referral[.invitationsTakenBack] < referral[.validInvitations])
    // 200 points an invitation that stands, at ¥2 a hundred, and bonuses of ¥4.
    let standing = referral[.validInvitations] - referral[.invitationsTakenBack]
    #expect(referral[.referralRewardMinor] >= 400 * standing)
    #expect(referral[.referralRewardMinor] <= (400 + 400 / 3) * standing)
    // Points that wait are called off with the order, and the rest becomes active.
    let pending = try run.arm("pending")
    #expect(pending[.invitationsTakenBack] > 0 && pending[.referralRewardMinor] > 0)
  }
}
