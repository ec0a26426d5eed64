import Measurement
import Testing

/// Inviting oneself (M53): tried with the shares that the file states, and refused on joining.
@Suite struct AbuseMechanicsTests {
  @Test func `M53: who invites oneself is refused on joining, and few honest members are`()
    async throws
  {
    let run = try await MechanicRun("M53-self-referral")
    run.expectSound()
    let open = try run.arm("no-look")
    let both = try run.arm("device-or-address")
    #expect(try run.arm("control")[.selfInvitations] == 0)
    // A tenth have two accounts, 60% of them invite themselves: 6% of members, and of who joins.
    let people = Int64(MechanicRun.memberCount) + open[.joined]
    #expect(open[.selfInvitations] * 100 > people * 4 && open[.selfInvitations] * 100 < people * 8)
    #expect(open[.selfInvitationsCaught] == 0 && open[.honestRefused] == 0)
    #expect(open[.selfReferralMinor] > 0)
    #expect(both[.selfReferralMinor] * 5 < open[.selfReferralMinor])
    // Three neighbors in ten share an address: some honest friends are turned away.
    #expect(both[.honestRefused] > 0 && both[.honestRefused] * 5 < both[.invitedJoined])
  }

  @Test
  func `M53: invitations of oneself are refused by device, and by address where it is looked at`()
    async throws
  {
    let run = try await MechanicRun("M53-self-referral")
    let device = try run.arm("device")
    let both = try run.arm("device-or-address")
    // 30% use another device, 10% of all another address: 70% and 97% are known again; 120 tries have
    // a standard deviation of 4% and 2%.
    let byDevice = Double(device[.selfInvitationsCaught]) / Double(device[.selfInvitations])
    let byBoth = Double(both[.selfInvitationsCaught]) / Double(both[.selfInvitations])
    #expect(byDevice > 0.53 && byDevice < 0.87)
    #expect(byBoth > 0.89)
    // Devices are nobody else's.
    #expect(device[.honestRefused] == 0)
  }
}
