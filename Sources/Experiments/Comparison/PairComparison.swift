public import Measurement
internal import NumericalMethods
public import Scenarios

/// One arm against another one that is not control; both stand beside control in the same worlds.
///
/// Orders gained and lost are known against control alone, and repurchase among always-buyers is of
/// other persons in each pairing; such metrics are not here.
public struct PairComparison: Sendable, Hashable {
  /// The arm's name.
  public let arm: String
  /// The name of the arm that it is held against.
  public let other: String
  /// Arm less other, by the position of its metric among ``metrics``.
  public internal(set) var differences: [Measured]

  /// The metrics that two arms have, in the order of definition.
  public static let metrics = Metric.allCases.filter(\.isOfPairs)

  /// The arm's metric less the other's, with the simulation noise (a); nothing for a metric of a
  /// pairing with control.
  public subscript(metric: Metric) -> Measured? {
    Self.metrics.firstIndex(of: metric).map { differences[$0] }
  }

  /// - Parameter position: The pair's, in the tally's layout.
  init(
    _ tally: Tally, _ position: Int, armNames: [String], replications: Int,
    apart: ReplicationTotals?
  ) throws(NumericalError) {
    let pair = tally.layout.pairs[position]
    let totals = PairTotals(tally, pair: position, replications: apart)
    arm = armNames[pair.arm]
    other = armNames[pair.other]
    var differences: [Measured] = []
    for metric in Self.metrics {
      let found = try MetricComparison(
        metric, metric.formOfPair, totals, replications: replications)
      differences.append(found.difference)
    }
    self.differences = differences
  }
}

extension Scenario {
  /// The pairs of arms that lines of `expect:` hold against each other, neither by way of control
  /// nor with itself; each once, in the order of lines, then of arms.
  public var comparedPairs: [TallyPair] {
    let names = arms.map(\.name)
    var pairs: [TallyPair] = []
    for line in expectations {
      guard case .arm(let reference) = line.reference,
        let other = names.firstIndex(of: reference), other > 0
      else { continue }
      for (arm, name) in names.enumerated() where arm != other {
        guard line.arm == name || (line.arm == nil && arm > 0) else { continue }
        let pair = TallyPair(arm: arm, other: other)
        if !pairs.contains(pair) { pairs.append(pair) }
      }
    }
    return pairs
  }
}
