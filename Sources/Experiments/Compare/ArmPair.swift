public import Measurement
public import Statistics

/// An arm of one scenario against the arm of the same name of another.
public struct ArmPair: Sendable, Hashable {
  /// One metric of both.
  public struct Row: Sendable, Hashable {
    /// The metric.
    public let metric: Metric
    /// The first arm's value, in the metric's unit; nothing where it is not defined.
    public let first: Double?
    /// The second arm's value.
    public let second: Double?
    /// Second less first, with its interval; nothing where one has no value.
    public let difference: Estimate?
  }

  /// The name that both arms have.
  public let name: String
  /// Metrics that can be compared, in the order of ``Measurement/Metric/allCases``.
  public let rows: [Row]

  /// A metric's row, if it is compared.
  public func row(_ metric: Metric) -> Row? { rows.first { $0.metric == metric } }

  /// Two arms that lived through the same luck: the first in control's place.
  public init(name: String, paired arm: ArmComparison) {
    self.name = name
    rows = arm.metrics.map {
      Row(
        metric: $0.metric, first: $0.control.value, second: $0.arm.value,
        difference: $0.difference.estimate)
    }
  }

  init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
  }
}
