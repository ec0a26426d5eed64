public import Measurement

/// Replications until intervals are as narrow as asked, by Stein's two-stage rule: the first stage's
/// spread alone decides how many there are.
public struct ReplicationRule: Sendable, Hashable {
  /// A difference to control, and how narrow its interval is to be.
  public struct Line: Sendable, Hashable {
    /// The metric.
    public var metric: Metric
    /// The arm; nothing means every arm but control.
    public var arm: String?
    /// Half the width of the 95% interval, in the metric's unit: minor units for money, 0.01 for a
    /// percentage point.
    public var halfWidth: Double

    /// Creates a line.
    public init(metric: Metric, arm: String? = nil, halfWidth: Double) {
      self.metric = metric
      self.arm = arm
      self.halfWidth = halfWidth
    }
  }

  /// What is to be narrow; the line that takes most replications decides.
  public var lines: [Line]
  /// Replications in all, whatever the first stage asks for.
  public var atMost: Int

  /// Creates a rule.
  public init(lines: [Line], atMost: Int) {
    self.lines = lines
    self.atMost = atMost
  }
}

extension Scenario {
  /// The most replications that a run can have.
  public var mostReplications: Int { replicationRule?.atMost ?? replications }
}
