public import Measurement
internal import NumericalMethods
internal import Statistics

/// Two finished runs, arm by arm of the same name, as independent samples.
///
/// Each value has the error of its own run, and variances add (``Statistics/UnpairedDifference``).
/// Runs that share people and luck are alike, so that these intervals are rather too wide than too
/// narrow. Runs of one digest differ by exactly 0.
public struct RunPairing: Sendable, Hashable {
  /// Metrics of persons that one pairing alone knows: those who buy in control and in the arm.
  public static let leftOut: [Metric] = [.repurchase30, .repurchase60, .repurchase90]

  /// The arms that both have, in the first run's order.
  public let arms: [ArmPair]
  /// The names of arms that only the first run has.
  public let onlyInFirst: [String]
  /// The names of arms that only the second run has.
  public let onlyInSecond: [String]
  /// Whether the same came out of both, to the last bit.
  public let isSameResult: Bool

  /// Compares two runs; throws why they cannot be compared.
  public init(_ first: FinishedRun, _ second: FinishedRun) throws(CompareRefusal) {
    try Self.requireComparable(first, second)
    let names = (first.arms.map(\.name), second.arms.map(\.name))
    let isSame = first.digest == second.digest && names.0 == names.1
    isSameResult = isSame
    onlyInFirst = names.0.filter { !names.1.contains($0) }
    onlyInSecond = names.1.filter { !names.0.contains($0) }
    arms = first.arms.compactMap { arm in
      second.arms.first { $0.name == arm.name }.map { other in
        ArmPair(
          name: arm.name,
          rows: Metric.allCases.filter { isSame || !Self.leftOut.contains($0) }.map { metric in
            let sides = (Self.side(arm[metric], first), Self.side(other[metric], second))
            return Self.row(metric, sides.0, sides.1, isSame: isSame)
          })
      }
    }
    guard !arms.isEmpty else { throw .noCommonArm(first: names.0, second: names.1) }
  }

  private static func side(
    _ found: FinishedRun.Value, _ run: FinishedRun
  ) -> UnpairedDifference.Side? {
    found.value.map {
      UnpairedDifference.Side(value: $0, standardError: found.standardError, units: run.units)
    }
  }

  private static func row(
    _ metric: Metric, _ first: UnpairedDifference.Side?, _ second: UnpairedDifference.Side?,
    isSame: Bool
  ) -> ArmPair.Row {
    ArmPair.Row(
      metric: metric, first: first?.value, second: second?.value,
      difference: difference(first, second, isSame: isSame))
  }

  private static func difference(
    _ first: UnpairedDifference.Side?, _ second: UnpairedDifference.Side?, isSame: Bool
  ) -> Estimate? {
    guard let first, let second else { return nil }
    guard !isSame else { return UnpairedDifference.none(level: Comparison.level) }
    return try? UnpairedDifference.between(first, second, level: Comparison.level)
  }

  private static func requireComparable(
    _ first: FinishedRun, _ second: FinishedRun
  ) throws(CompareRefusal) {
    let fields: [(CompareRefusal.Field, String, String)] = [
      (.format, first.format, second.format),
      (.semantics, "\(first.semantics)", "\(second.semantics)"),
      (.metrics, first.metricDefinitions, second.metricDefinitions),
      (.currency, first.currency, second.currency),
      (.days, "\(first.days)", "\(second.days)"),
    ]
    for (field, one, other) in fields where one != other {
      throw .differ(field, first: one, second: other)
    }
  }
}
