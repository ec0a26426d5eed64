public import Measurement
public import NumericalMethods
public import Scenarios
internal import Statistics

/// What happened under each arm, against control, community by community, or replication by
/// replication where communities depend on each other (D8, D9).
///
/// Intervals hold the simulation noise (a) only: how far the estimate may be from what the model
/// expects. It shrinks with more replications; the outcome spread (b) of one population does not.
public struct Comparison: Sendable, Hashable {
  /// The level of every interval.
  public static let level = 0.95

  /// Every arm in the scenario's order; the first is control, compared with itself.
  public internal(set) var arms: [ArmComparison]
  /// Arms that lines of `expect:` hold against each other, not against control.
  public internal(set) var pairs: [PairComparison]
  /// Communities of one replication.
  public let communities: Int
  /// Replications.
  public let replications: Int
  /// What the intervals take as independent.
  public let unit: IndependentUnit
  /// What is known of people beforehand and was used to take off the luck of who was drawn.
  public let variates: [ControlVariate]
  /// Members of one replication when the horizon begins.
  public let membersAtStart: Int64

  /// Control.
  public var control: ArmComparison { arms[0] }
  /// Every arm but control.
  public var treatments: ArraySlice<ArmComparison> { arms.dropFirst() }

  /// Why there are no intervals, in a sentence, where replications are too few for them.
  public var warning: String? { unit.warning(of: replications) }

  /// Compares the arms of a finished run; the scenario states as many replications as were run, see
  /// ``Scenarios/Scenario/asRun(_:)``.
  public init(_ outcome: RunOutcome, of scenario: Scenario) throws(NumericalError) {
    try self.init(
      outcome.tally, armNames: scenario.arms.map(\.name), replications: scenario.replications,
      apart: outcome.replications)
    if let staged = outcome.staged { takeIntervals(of: staged) }
  }

  /// Compares the arms of a merged tally; the tally must hold whole replications.
  ///
  /// - Parameter apart: The totals of each replication where communities depend on each other;
  ///   nothing where each community is independent.
  public init(
    _ tally: Tally, armNames: [String], replications: Int, apart: ReplicationTotals? = nil
  ) throws(NumericalError) {
    precondition(armNames.count == tally.arms.count, "one name an arm")
    precondition(tally.communityCount > 0 && replications > 0, "something was simulated")
    precondition(
      tally.communityCount.isMultiple(of: Int64(replications)), "replications are whole")
    precondition(apart.map { $0.count == replications } ?? true, "totals of every replication")
    let known = KnownLuck(tally, replications: apart)
    variates = known.variates.used.compactMap(ControlVariate.init(rawValue:))
    var arms: [ArmComparison] = []
    for (arm, name) in armNames.enumerated() {
      arms.append(
        try ArmComparison(
          tally, arm: arm, name: name, replications: replications, apart: apart, known: known))
    }
    self.arms = arms
    var pairs: [PairComparison] = []
    for position in tally.layout.pairs.indices {
      pairs.append(
        try PairComparison(
          tally, position, armNames: armNames, replications: replications, apart: apart))
    }
    self.pairs = pairs
    unit = apart == nil ? .community : .replication
    self.replications = replications
    communities = Int(tally.communityCount) / replications
    membersAtStart = tally.arms[0][.membersAtStart] / Int64(replications)
  }

  /// The arm of a name, if there is one.
  public func arm(named name: String) -> ArmComparison? { arms.first { $0.name == name } }

  /// Two arms against each other, if that was asked for.
  public func pair(_ arm: String, against other: String) -> PairComparison? {
    pairs.first { $0.arm == arm && $0.other == other }
  }
}
