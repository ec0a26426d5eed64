import Experiments
import Measurement
import Statistics

/// What a run says of (c), the parameters that nobody knows.
extension Report {
  /// (c) of a metric's difference to control in words.
  func parameterText(_ metric: Metric, arm: Int) -> String {
    let spread = input.parameters?.ofDifference(metric, arm: arm)
    return spread.map { figures.spread($0.standardDeviation, of: metric) } ?? words(.notStated)
  }

  /// The formula of (c), and what it holds; or why it is not stated.
  var parameterFormula: String {
    guard let parameters = input.parameters else { return words(.parameterFormula) }
    guard parameters.isStated else { return words(DrawWord.nothingStated) }
    return words(
      DrawWord.drawnFormula, Figures.whole(Int64(parameters.draws)),
      Figures.whole(Int64(parameters.parameters.drawnCount)))
  }

  /// Parameters that no draw moves, because nothing is stated of them.
  var heldParameters: String? {
    guard let held = input.parameters?.parameters.held, !held.isEmpty else { return nil }
    return words(
      DrawWord.heldParameters, Figures.whole(Int64(held.count)), words.list(held))
  }

  /// The three uncertainties of what a planner looks at first, a line for each arm and metric.
  public func uncertaintyLines() -> [String] {
    let metrics: [Metric] = [.ordersPerMember, .netValuePerMember]
    let comparison = input.comparison
    let lines = comparison.arms.indices.dropFirst().flatMap { arm in
      metrics.map { metric in
        let found = comparison.arms[arm][metric]
        return words(
          DrawWord.threeUncertainties, TerminalTable.printable(comparison.arms[arm].name),
          words.metric(metric),
          figures.difference(found.difference, of: metric),
          figures.spread(found.difference.estimate?.standardError, of: metric),
          figures.spread(found.outcomeSpread, of: metric), parameterText(metric, arm: arm))
      }
    }
    guard input.parameters != nil else { return lines }
    return lines + [parameterFormula] + [heldParameters].compactMap(\.self) + chanceLines
  }

  /// How likely goals are met and guardrails kept, a line for each arm, and what that means; why it
  /// is not stated.
  var chanceLines: [String] {
    guard let parameters = input.parameters, parameters.isStated, facts.isHealthy else { return [] }
    let arms = input.comparison.arms.dropFirst().map(\.name)
    let lines = arms.map { arm in
      guard let chance = parameters.chances.first(where: { $0.arm == arm }) else {
        return words(DrawWord.noGoalChance, TerminalTable.printable(arm))
      }
      let error = chance.standardError.map { " ± \(Figures.fixed(100 * $0, 0))" } ?? ""
      return words(
        DrawWord.goalChance, TerminalTable.printable(arm),
        Figures.fixed(100 * chance.probability, 0) + "%" + error,
        Figures.whole(Int64(chance.met)), Figures.whole(Int64(chance.populations)))
    }
    return lines + [words(DrawWord.goalChanceMeaning)]
  }
}

/// The fixed words on draws of parameters, by name; see ``Word``.
enum DrawWord: String, CaseIterable, ReportWord {
  case drawnFormula = """
    (c) parameters = √max(0, variance over parameter draws − (a)²), where (a) is a draw's own \
    simulation noise, its square averaged over draws: {} draws of {} parameters, each a run with \
    luck of its own; (c) is in no interval, and the verdict looks at it.
    """
  case goalChance = "{}: P(goals met and guardrails kept) = {} over (b) + (c): {} of {} populations"
  case noGoalChance = """
    {}: P(goals met and guardrails kept) is not stated: no goal or guardrail that each population \
    can be held against by itself
    """
  case goalChanceMeaning = """
    P counts populations of this size, each with luck (b) and drawn parameters (c) of its own, in \
    which every goal of the arm is met and every guardrail kept by the value itself; ± is the \
    standard error of the share over draws.
    """
  case nothingStated = """
    (c) parameters = √max(0, variance over parameter draws − (a)²): not stated, because nothing is \
    stated of any parameter; so the best verdict is “run a real test”.
    """
  case heldParameters = "(c) leaves out {} parameters of which nothing is stated: {}."
  case threeUncertainties = """
    {}, {}: {} to control; (a) {} simulation noise, (b) {} outcome spread, (c) {} parameters
    """
}
