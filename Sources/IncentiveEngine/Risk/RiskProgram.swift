import PointsLedger
import Quantities
import Timeline

/// The rules against abuse of one scheme as the engine runs them.
struct RiskProgram: Sendable {
  var policy: RiskPolicy
  var firstRing: Int
  var ringCount: Int
  /// What an order must cost to bring anything.
  var minimumOrder: Int64
  /// The most points that may be spent at once.
  var mostSpent: Int64
  /// The most points of an award that is not held.
  var mostAwarded: Int64
  var linkedRule: RuleID
  var ringsRule: RuleID
  var minimumRule: RuleID
  var awardRule: RuleID
  var redemptionRule: RuleID
  var loopRule: RuleID

  var rings: Range<Int> { firstRing..<firstRing + ringCount }
}

/// What rules against abuse say of an account at a minute.
struct RiskStance: Sendable, Equatable {
  /// Why it earns nothing, or `none`.
  var earning = Refusal.none
  /// Why its coupons are closed, or `none`.
  var coupons = Refusal.none
  /// The first day on which points that are issued now are free; `Int32.min` if they are at once.
  var heldUntil = Int32.min
  var rule = RuleID.none

  var isHeld: Bool { heldUntil != .min }
}

extension ProgramTable {
  /// Lays out the rules against abuse of one scheme, if it has any.
  mutating func appendRisk(of compiled: CompiledScheme, to program: inout SchemeProgram) {
    guard let policy = compiled.scheme.risk else { return }
    program.hasRisk = true
    program.risk = Int32(risks.count)
    let firstRing = riskRings.count
    var place = 0
    for (position, rule) in policy.velocity.enumerated() {
      riskRings.append(
        RiskRing(
          place: place, count: rule.count, minutes: rule.minutes, activity: rule.activity,
          action: rule.action, rule: compiled.rule(risk: position)))
      // One place says which minute comes next.
      place += rule.count + 1
    }
    riskPlaces = max(riskPlaces, place)
    let first = policy.velocity.count
    risks.append(
      RiskProgram(
        policy: policy, firstRing: firstRing, ringCount: policy.velocity.count,
        minimumOrder: policy.minimumOrder?.minor ?? .min,
        mostSpent: policy.largeRedemption?.count ?? .max,
        mostAwarded: policy.largeAward?.above.count ?? .max,
        linkedRule: compiled.rule(risk: first), ringsRule: compiled.rule(risk: first + 1),
        minimumRule: compiled.rule(risk: first + 2), awardRule: compiled.rule(risk: first + 3),
        redemptionRule: compiled.rule(risk: first + 4), loopRule: compiled.rule(risk: first + 5)))
  }
}
