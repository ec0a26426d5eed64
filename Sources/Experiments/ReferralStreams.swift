internal import CommunitySimulation
internal import IncentiveEngine
internal import MemberBehavior
internal import Quantities
internal import Randomness
internal import Scenarios

extension Scenario {
  /// Members think of inviting others (M33, M34), if any scheme rewards it.
  ///
  /// The off switch is that of interactions: then rewards pull nobody.
  func invitationStreams(_ schemes: [Scheme]) -> [ErrandStream] {
    guard let habit = people.invitations, schemes.contains(where: { $0.referral != nil }) else {
      return []
    }
    let isOff = people.switchedOff.contains(.interactions)
    let model = InvitingModel(
      care: habit.care, afterOrder: isOff ? 0 : habit.afterOrder,
      afterOrderDays: habit.afterOrderDays, acceptedShare: habit.acceptedShare,
      acceptancePull: isOff ? 0 : habit.acceptancePull, minorPerMajor: currency.minorPerMajor)
    return [
      ErrandStream(
        kind: .invitation(model),
        response: ErrandResponse(
          perWeek: habit.perWeek, spontaneousShare: habit.unrewardedShare,
          pull: isOff ? 0 : habit.pull, minorPerMajor: currency.minorPerMajor),
        purpose: .invitation, number: 0)
    ]
  }

  /// Whether points of invitations count against a budget that all communities share: one event then
  /// is several uses of it, which only communities that live together tell apart.
  func invitesFromSharedBudgets(_ schemes: [Scheme]) -> Bool {
    schemes.contains { scheme in
      scheme.referral != nil
        && scheme.budgets.contains {
          $0.scope == .programme && ($0.measure == .pointsIssued || $0.measure == .liability)
        }
    }
  }
}

extension IdentityModel {
  /// What a scenario states, as the kernel draws from it.
  init(_ habit: IdentityHabit) {
    self.init(
      householdShare: habit.households.value, selfInviteShare: habit.selfInvites.value,
      otherDeviceShare: habit.otherDevice.value, otherAddressShare: habit.otherAddress.value)
  }
}
