public import NumericalMethods

/// Two of the three uncertainties of a simulated difference, kept apart.
///
/// With s the standard deviation of a community's difference, C communities and R replications:
/// the *outcome spread* s·√C is how far one population of this size may land from the expected
/// total; the *simulation noise* s·√(C/R) is how far our estimate may be from that expectation, and
/// shrinks with more replications. The third, the parameters we do not know, is not of this kind.
/// A scenario that couples its communities has one unit a replication: pass `communities: 1`.
public struct TwoLevelSpread: Equatable, Hashable, Sendable {
  /// The totals of the difference over communities and replications.
  public let differences: SampleTotals
  /// Communities a replication, C.
  public let communities: Int
  /// Replications, R.
  public let replications: Int

  /// Makes the two levels; the differences must count C·R units.
  public init(differences: SampleTotals, communities: Int, replications: Int) {
    precondition(communities >= 1 && replications >= 1, "at least one community and replication")
    precondition(differences.count == communities * replications, "one difference a community")
    self.differences = differences
    self.communities = communities
    self.replications = replications
  }

  /// The mean over replications of the population's total difference.
  public var total: Double { Double(differences.sum) / Double(replications) }

  /// s, the standard deviation of a community's difference; nil with a single unit.
  public var communitySpread: Double? { differences.standardDeviation }

  /// (b) s·√C, the standard deviation of the total for one population of this size.
  public var outcomeSpread: Double? {
    communitySpread.map { $0 * Double(communities).squareRoot() }
  }

  /// (a) s·√(C/R), the standard error of `total`.
  public var simulationNoise: Double? {
    communitySpread.map { $0 * (Double(communities) / Double(replications)).squareRoot() }
  }

  /// The total with its simulation noise, as a t interval with C·R − 1 degrees of freedom.
  public func simulationEstimate(level: Double = 0.95) throws(NumericalError) -> Estimate {
    try estimate(standardError: simulationNoise, level: level)
  }

  /// The total with its outcome spread: where one population of this size would land.
  ///
  /// Simulation noise is not added to it; it is reported beside it.
  public func outcomeEstimate(level: Double = 0.95) throws(NumericalError) -> Estimate {
    try estimate(standardError: outcomeSpread, level: level)
  }

  private func estimate(
    standardError: Double?, level: Double
  ) throws(NumericalError) -> Estimate {
    Estimate(
      value: total, standardError: standardError,
      quantile: try twoSidedQuantile(level: level, count: differences.count), level: level)
  }
}
