extension ArmTally {
  /// Whoever joined by invitation was invited, and what invitations of oneself brought is part of the
  /// whole.
  func checkInvitations(_ list: inout ViolationList) {
    list.atMost(self[.invitedJoined], self[.invitations], "invitations", "joined, invitations")
    list.atMost(self[.invitedJoined], self[.joined], "invitations", "joined by them, joined")
    list.atMost(
      self[.selfInvitationsCaught], self[.selfInvitations], "invitations",
      "caught, of oneself")
    list.atMost(
      self[.selfReferralMinor], self[.referralRewardMinor], "invitations",
      "rewards of inviting oneself, rewards of inviting")
  }
}
