import PointsLedger
import Quantities

/// The rule of claims as the engine runs it.
struct ClaimProgram: Sendable {
  var rule: RuleID
  var share: Share
  var funding: Funding
  var limit: LimitProgram
}

extension ProgramTable {
  /// Lays out the rule of claims of one scheme, if it has one.
  mutating func appendClaims(
    of compiled: CompiledScheme, to program: inout SchemeProgram, _ slots: inout SlotAllocation
  ) {
    guard let rule = compiled.scheme.points?.claims else { return }
    program.claim = Int32(claims.count)
    claims.append(
      ClaimProgram(
        rule: compiled.claimRule, share: Share(rule.perMinorPaid), funding: rule.funding,
        limit: limits(rule.limits, &slots)))
  }
}

extension ClaimRule {
  /// What is wrong with the rule.
  var problems: [SchemeProblem] {
    var list = ProblemList()
    let path = "points.claim-external-orders"
    list.require(perMinorPaid, "\(path).earn")
    list.require(perMinorPaid > .zero, "\(path).earn", "must be above zero")
    list.require(
      funding != .partner, "\(path).funding", "must be promotional or purchase")
    list.check(limits, path)
    return list.problems
  }
}
