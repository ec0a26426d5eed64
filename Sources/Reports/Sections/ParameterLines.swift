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
    return words(
      DrawWord.drawnFormula, Figures.whole(Int64(parameters.draws)),
      Figures.whole(Int64(parameters.parameters.drawnCount)))
  }

  /// Parameters that no draw moves, because nothing is stated of them.
  var heldParameters: String? {
    guard let held = input.parameters?.parameters.held, !held.isEmpty else { return nil }
    return words(
      DrawWord.heldParameters, Figures.whole(Int64(held.count)), held.joined(separator: ", "))
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
          metric.rawValue,
          figures.difference(found.difference, of: metric),
          figures.spread(found.difference.estimate?.standardError, of: metric),
          figures.spread(found.outcomeSpread, of: metric), parameterText(metric, arm: arm))
      }
    }
    guard input.parameters != nil else { return lines }
    return lines + [parameterFormula] + [heldParameters].compactMap(\.self)
  }
}

/// The fixed words on draws of parameters, by name; see ``Word``.
enum DrawWord: String, CaseIterable, Sendable {
  case drawnFormula = """
    (c) parameters = √max(0, variance over parameter draws − (a)²), where (a) is a draw's own \
    simulation noise, its square averaged over draws: {} draws of {} parameters, each a run with \
    luck of its own; (c) is in no interval, and the verdict looks at it.
    """
  case heldParameters = "(c) leaves out {} parameters of which nothing is stated: {}."
  case threeUncertainties = """
    {}, {}: {} to control; (a) {} simulation noise, (b) {} outcome spread, (c) {} parameters
    """
}
