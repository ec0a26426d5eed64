public import Measurement
public import NumericalMethods
internal import Statistics

/// What a run knows of its parameters' part of the uncertainty, for every arm and metric.
public struct ParameterUncertainty: Sendable, Hashable {
  /// Draws of the parameters.
  public let draws: Int
  /// Which parameters were drawn, and which not.
  public let parameters: DrawnParameters
  /// How likely the goals of an arm are met and its guardrails kept, where that can be counted.
  public let chances: [GoalChance]
  /// What came out of all draws, to the last bit.
  public let digest: String
  /// Draws that an earlier, stopped run had finished.
  public let resumedDraws: Int
  private let values: [[ParameterSpread?]]
  private let differences: [[ParameterSpread?]]
  private let pairs: [[ParameterSpread?]]
  private let weeks: DrawnWeeks?

  /// (c) of an arm's value; nothing where draws have no simulation noise to take off, or where
  /// nothing is stated of any parameter.
  public func ofValue(_ metric: Metric, arm: Int) -> ParameterSpread? {
    isStated ? Self.position(metric).flatMap { values[arm][$0] } : nil
  }

  /// (c) of an arm's difference to control.
  public func ofDifference(_ metric: Metric, arm: Int) -> ParameterSpread? {
    isStated ? Self.position(metric).flatMap { differences[arm][$0] } : nil
  }

  /// (c) of the difference of two arms, by the pair's position and its metric's in
  /// ``PairComparison/metrics``.
  func ofPair(_ pair: Int, metric: Int) -> ParameterSpread? {
    isStated ? pairs[pair][metric] : nil
  }

  /// (c) of what an arm's fan shows in a week.
  public func ofWeek(_ quantity: WeekSeries.Quantity, arm: Int, week: Int) -> ParameterSpread? {
    isStated ? weeks?.spread(quantity, arm: arm, week: week) : nil
  }

  /// Whether anything is stated of the parameters: of none at all, (c) is not stated.
  public var isStated: Bool { parameters.drawnCount > 0 }

  /// Whether intervals that hold (c) hold all that is not known: no parameter was left at its value.
  public var isComplete: Bool { parameters.held.isEmpty }

  private static func position(_ metric: Metric) -> Int? {
    Metric.allCases.firstIndex(of: metric)
  }

  /// Puts the comparisons of all draws together.
  init(
    _ comparisons: [Comparison], parameters: DrawnParameters, chances: [GoalChance] = [],
    weeks: DrawnWeeks? = nil, digest: String, resumedDraws: Int
  ) {
    draws = comparisons.count
    self.parameters = parameters
    self.chances = chances
    self.weeks = weeks
    self.digest = digest
    self.resumedDraws = resumedDraws
    let arms = comparisons.first.map { Array($0.arms.indices) } ?? []
    func spreads(_ part: (MetricComparison) -> Measured) -> [[ParameterSpread?]] {
      arms.map { arm in
        Metric.allCases.map { metric in
          Self.spread(comparisons.map { part($0.arms[arm][metric]) })
        }
      }
    }
    values = spreads(\.arm)
    differences = spreads(\.difference)
    let pairs = comparisons.first.map { Array($0.pairs.indices) } ?? []
    self.pairs = pairs.map { pair in
      PairComparison.metrics.indices.map { metric in
        Self.spread(comparisons.map { $0.pairs[pair].differences[metric] })
      }
    }
  }

  /// Draws without a value say nothing; a value without noise is not told from noise.
  private static func spread(_ drawn: [Measured]) -> ParameterSpread? {
    let estimates = drawn.compactMap(\.estimate)
    let noises = estimates.compactMap(\.standardError)
    return ParameterSpread(values: estimates.map(\.value), noises: noises)
  }
}

extension Comparison {
  /// The comparison with intervals that hold (c) beside the simulation noise.
  public func widened(by uncertainty: ParameterUncertainty) throws(NumericalError) -> Comparison {
    var widened = self
    for arm in arms.indices {
      for (position, found) in arms[arm].metrics.enumerated() {
        let value = uncertainty.ofValue(found.metric, arm: arm)
        let difference = uncertainty.ofDifference(found.metric, arm: arm)
        widened.arms[arm].metrics[position].arm = try found.arm.widened(by: value)
        widened.arms[arm].metrics[position].difference =
          try found.difference.widened(by: difference)
      }
    }
    for pair in pairs.indices {
      for (metric, difference) in pairs[pair].differences.enumerated() {
        widened.pairs[pair].differences[metric] = try difference.widened(
          by: uncertainty.ofPair(pair, metric: metric))
      }
    }
    return widened
  }
}

extension Measured {
  /// The number with an interval that holds (c); without (c) it has none.
  fileprivate func widened(by spread: ParameterSpread?) throws(NumericalError) -> Measured {
    guard let estimate else { return self }
    return .defined(
      try estimate.widened(by: spread?.standardDeviation, draws: spread?.draws ?? 0))
  }
}
