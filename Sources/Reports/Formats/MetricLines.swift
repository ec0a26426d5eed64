import Experiments
import Measurement
import Quantities
import Scenarios
import Statistics

/// One metric of one arm against control, as tables for machines hold it: money in major units, shares
/// as fractions, nothing where a number is not defined.
struct MetricLine: Sendable, Equatable {
  var arm: String
  var metric: Metric
  var value, control, difference, lower, upper: Double?
  var relative, relativeLower, relativeUpper: Double?
  /// The three uncertainties: (a), (b) and (c).
  var simulationNoise, outcomeSpread, parameterSpread: Double?
  /// The difference with the luck of who was drawn taken off, its interval and standard error.
  var controlled, controlledLower, controlledUpper, controlledNoise: Double?
}

extension Report {
  /// Every metric of every arm but control, in the order of arms, then of metrics.
  var metricLines: [MetricLine] {
    input.comparison.arms.enumerated().dropFirst().flatMap { position, arm in
      arm.metrics.map { line($0, arm.name, position) }
    }
  }

  private func line(_ found: MetricComparison, _ arm: String, _ position: Int) -> MetricLine {
    let scale =
      found.metric.unit == .money ? 1 / Double(input.scenario.currency.minorPerMajor) : 1
    func scaled(_ value: Double?) -> Double? { value.map { $0 * scale } }
    let spread = input.parameters?.ofDifference(found.metric, arm: position)
    let controlled = found.controlled?.estimate
    return MetricLine(
      arm: arm, metric: found.metric, value: scaled(found.arm.value),
      control: scaled(found.control.value), difference: scaled(found.difference.value),
      lower: scaled(found.difference.interval?.lower),
      upper: scaled(found.difference.interval?.upper), relative: found.relative.value,
      relativeLower: found.relative.interval?.lower, relativeUpper: found.relative.interval?.upper,
      simulationNoise: scaled(found.difference.estimate?.standardError),
      outcomeSpread: scaled(found.outcomeSpread),
      parameterSpread: scaled(spread?.standardDeviation), controlled: scaled(controlled?.value),
      controlledLower: scaled(controlled?.interval?.lower),
      controlledUpper: scaled(controlled?.interval?.upper),
      controlledNoise: scaled(controlled?.standardError))
  }
}

/// `metrics.csv`: one row an arm and metric (RFC 4180, lines end in LF).
enum MetricsCSV {
  static func text(_ report: Report) -> String {
    let header = columns(report.input.scenario.currency.code).map(\.name)
    let rows = report.metricLines.map { line in
      let numbers = [
        line.value, line.control, line.difference, line.lower, line.upper, line.relative,
        line.relativeLower, line.relativeUpper, line.simulationNoise, line.outcomeSpread,
        line.parameterSpread, line.controlled, line.controlledLower, line.controlledUpper,
        line.controlledNoise,
      ]
      return [DailyCSV.field(line.arm), line.metric.rawValue, unit(of: line.metric, report)]
        + numbers.map { $0.map { "\($0)" } ?? "" }
    }
    return ([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  /// The columns as a table of their own: name, unit, meaning.
  static func dictionary(currency: String) -> String {
    let rows = columns(currency).map { [$0.name, $0.unit, $0.meaning] }
    return ([["column", "unit", "meaning"]] + rows)
      .map { $0.map(DailyCSV.field).joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  private static func unit(of metric: Metric, _ report: Report) -> String {
    switch metric.unit {
    case .money: report.input.scenario.currency.code
    case .share: "share"
    case .count: "count"
    }
  }

  private static func columns(
    _ currency: String
  ) -> [(name: String, unit: String, meaning: String)] {
    let own = "the metric's"
    return [
      ("arm", "name", "arm of the scenario"), ("metric", "name", "metric as scenarios name it"),
      ("unit", "name", "\(currency): major units; share: a part of one; count: a plain number"),
      ("value", own, "the arm's value; empty where it is not defined"),
      ("control", own, "control's value in the pairing with the arm"),
      ("difference", own, "arm less control"),
      ("lower", own, "lower end of the difference's 95% interval, simulation noise alone"),
      ("upper", own, "upper end of it"),
      ("relative", "part of one", "difference over control"),
      ("relative_lower", "part of one", "lower end of its 95% interval"),
      ("relative_upper", "part of one", "upper end of it"),
      ("simulation_noise", own, "(a): standard error of the difference"),
      ("outcome_spread", own, "(b): standard deviation of one population's difference"),
      ("parameter_spread", own, "(c): standard deviation over parameters; empty if not stated"),
      ("controlled", own, "difference with the luck of who was drawn taken off; empty if not told"),
      ("controlled_lower", own, "lower end of its 95% interval, simulation noise alone"),
      ("controlled_upper", own, "upper end of it"),
      ("controlled_noise", own, "standard error of it"),
    ]
  }
}
