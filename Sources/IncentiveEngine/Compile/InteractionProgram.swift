import PointsLedger
import Quantities

/// One rule of interaction as the engine runs it.
struct InteractionProgram: Sendable {
  var rule: RuleID
  var points: Int64
  var each: Int64
  /// Where what is not yet enough is counted; nothing where once is enough.
  var progress: CounterSlot?
  var limit: LimitProgram
}

extension ProgramTable {
  /// Lays out the rules of interaction of one scheme.
  mutating func appendInteractions(
    of compiled: CompiledScheme, to program: inout SchemeProgram, _ slots: inout SlotAllocation
  ) {
    let rules = compiled.scheme.points?.interactions ?? []
    program.firstInteraction = Int32(interactions.count)
    program.interactionCount = UInt8(rules.count)
    for (position, rule) in rules.enumerated() {
      interactions.append(
        InteractionProgram(
          rule: compiled.rule(interaction: position), points: rule.points.count,
          each: Int64(rule.each), progress: rule.each > 1 ? slots.counter() : nil,
          limit: limits(rule.limits, &slots)))
    }
  }
}

extension PointsProgram {
  /// What is wrong with the rules of interaction.
  var interactionProblems: [SchemeProblem] {
    var list = ProblemList()
    list.require(
      interactions.count <= InteractionRule.maximumCount, "points.interactions",
      "a scheme has at most \(InteractionRule.maximumCount) rules of interaction")
    list.requireUnique(interactions.map(\.name), "points.interactions")
    for rule in interactions {
      let path = "points.interactions.\(rule.name)"
      list.require(amount: rule.points.count, "\(path).points")
      list.require(rule.points > .zero, "\(path).points", "must be above zero")
      list.require((1...10_000).contains(rule.each), "\(path).each", "must be 1 to 10000")
      list.check(rule.limits, path)
    }
    return list.problems
  }
}
