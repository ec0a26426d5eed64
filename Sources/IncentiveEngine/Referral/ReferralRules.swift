import PointsLedger
import Quantities
import Timeline

/// The referral program of one scheme as the engine runs it.
struct ReferralRules: Sendable {
  var rule: RuleID
  var program: ReferralProgram
  /// The position of the interaction that completes a profile; negative if none is asked for.
  var profile: Int
  /// Valid invitations of an inviter that counted.
  var valid: CounterSlot
  /// Those that counted in a period, where there is a limit; what is taken back gives no room.
  var counted: PeriodSlot?
}

extension ProgramTable {
  /// Lays out the referral program of one scheme, if it has one.
  mutating func appendReferral(
    of compiled: CompiledScheme, to program: inout SchemeProgram, _ slots: inout SlotAllocation
  ) {
    guard let referral = compiled.scheme.referral else { return }
    program.referral = Int32(referrals.count)
    let names = compiled.interactionNames
    referrals.append(
      ReferralRules(
        rule: compiled.referralRule, program: referral,
        profile: referral.profile.flatMap { names.firstIndex(of: $0) } ?? -1,
        valid: slots.counter(), counted: referral.limit.map { slots.periodCounter($0.period) }))
  }
}

extension LoyaltyEngine {
  /// The referral program of a scheme, if it has one.
  func referralRules(of scheme: Int) -> ReferralRules? {
    programs[scheme].hasReferral ? referrals[Int(programs[scheme].referral)] : nil
  }
}
