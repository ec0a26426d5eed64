internal import CommunitySimulation
internal import IncentiveEngine
internal import Quantities
internal import Scenarios

extension AbuseModel {
  /// What a scenario states, as the kernel draws from it.
  init(_ habit: AbuseHabit) {
    self.init()
    shares[Int(AbuseKind.accounts.rawValue)] = habit.accounts?.share.value ?? 0
    shares[Int(AbuseKind.rings.rawValue)] = habit.rings?.share.value ?? 0
    shares[Int(AbuseKind.loops.rawValue)] = habit.loops?.share.value ?? 0
    shares[Int(AbuseKind.hunters.rawValue)] = habit.hunters?.share.value ?? 0
    accountCount = habit.accounts?.count ?? 1
    ringCount = habit.rings?.count ?? 1
    otherDeviceShare = habit.accounts?.otherDevice.value ?? 0
    otherAddressShare = habit.accounts?.otherAddress.value ?? 0
    returnShare = habit.loops?.returns.value ?? 0
    returnDays = Int32(clamping: habit.loops?.days ?? 0)
    partCount = habit.hunters?.parts ?? 1
    householdShare = habit.households.value
    sharedDeviceShare = habit.sharedDevices.value
    reviewers = habit.reviewers.map {
      Reviewers(
        detection: $0.detection.value, falseAlarms: $0.falseAlarms.value,
        days: Int32(clamping: $0.days))
    }
  }
}

extension Scheme {
  /// Whether the scheme gives anything that a further account or a returned order would bring.
  var invitesAbuse: Bool { points != nil || !offers.isEmpty || stampCard != nil }
}
