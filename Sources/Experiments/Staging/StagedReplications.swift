public import Measurement
internal import NumericalMethods
public import Scenarios
public import Statistics

/// How many replications a first stage asked for, by Stein's two-stage rule, and what it looked at.
///
/// A unit is a replication: s is the standard deviation, over the first stage's replications, of the
/// difference to control; of a ratio, that of its linear terms. s alone decides how many there are,
/// and the interval of the line keeps it, with its degrees of freedom.
public struct StagedReplications: Sendable, Hashable {
  /// What became of one line of the rule for one arm.
  public struct Line: Sendable, Hashable {
    /// The metric.
    public let metric: Metric
    /// The arm.
    public let arm: String
    /// The half-width asked for, in the metric's unit.
    public let halfWidth: Double
    /// The rule by the first stage's spread; nothing where the metric was not defined there.
    public let sampling: TwoStageSampling?

    /// Replications that the line takes; nothing where the first stage could not tell.
    public var needed: Int? { sampling?.units }
  }

  /// Replications of the first stage.
  public let first: Int
  /// Replications in all that the scenario allows.
  public let atMost: Int
  /// Replications that were run.
  public let count: Int
  /// One a line and arm, in the scenario's order.
  public let lines: [Line]

  /// Whether the line has the half-width that was asked for.
  public func isReached(_ line: Line) -> Bool { line.needed.map { $0 <= count } ?? false }

  /// The half-width of the line's interval, t·s ÷ √replications.
  public func halfWidth(of line: Line) -> Double? { line.sampling?.halfWidth(units: count) }

  /// Whether `at-most` cut what a line asked for.
  public var isCut: Bool { lines.contains { ($0.needed ?? 0) > count } }

  /// Reads a first stage; it must hold the totals of each replication.
  init(
    _ stage: RunOutcome, _ rule: ReplicationRule, of scenario: Scenario
  ) throws(NumericalError) {
    let first = scenario.replications
    var lines: [Line] = []
    for line in rule.lines {
      for (position, arm) in scenario.arms.enumerated().dropFirst()
      where line.arm == nil || line.arm == arm.name {
        let pair = PairTotals(stage.tally, arm: position, replications: stage.eachReplication)
        let found = try MetricComparison(line.metric, pair, replications: first)
        lines.append(
          Line(
            metric: line.metric, arm: arm.name, halfWidth: line.halfWidth,
            sampling: found.outcomeSpread.flatMap {
              try? TwoStageSampling(
                pilotUnits: first, deviation: $0, halfWidth: line.halfWidth,
                level: Comparison.level)
            }))
      }
    }
    self.first = first
    atMost = rule.atMost
    self.lines = lines
    count = min(rule.atMost, max(first, lines.compactMap(\.needed).max() ?? first))
  }
}

extension Comparison {
  /// Gives the lines of a two-stage rule the intervals that it allows; all others stay as they are.
  mutating func takeIntervals(of staged: StagedReplications) {
    for line in staged.lines {
      guard let sampling = line.sampling,
        let arm = arms.firstIndex(where: { $0.name == line.arm }),
        let metric = arms[arm].metrics.firstIndex(where: { $0.metric == line.metric }),
        let value = arms[arm].metrics[metric].difference.value
      else { continue }
      arms[arm].metrics[metric].difference = .defined(
        sampling.estimate(value: value, units: staged.count))
      arms[arm].metrics[metric].outcomeSpread = sampling.deviation
      arms[arm].metrics[metric].controlled = nil
    }
  }
}

extension Scenario {
  /// The scenario with as many replications as were run.
  public func asRun(_ outcome: RunOutcome) -> Scenario {
    guard let staged = outcome.staged else { return self }
    var scenario = self
    scenario.replications = staged.count
    scenario.replicationRule = nil
    return scenario
  }
}
