public import Measurement
public import NumericalMethods
public import Scenarios
internal import Statistics

/// What happened under each arm, against control, community by community (D8, D9).
///
/// Intervals hold the simulation noise (a) only: how far the estimate may be from what the model
/// expects. It shrinks with more replications; the outcome spread (b) of one population does not.
public struct Comparison: Sendable, Hashable {
  /// The level of every interval.
  public static let level = 0.95

  /// Every arm in the scenario's order; the first is control, compared with itself.
  public let arms: [ArmComparison]
  /// Communities of one replication.
  public let communities: Int
  /// Replications.
  public let replications: Int
  /// Members of one replication when the horizon begins.
  public let membersAtStart: Int64

  /// Control.
  public var control: ArmComparison { arms[0] }
  /// Every arm but control.
  public var treatments: ArraySlice<ArmComparison> { arms.dropFirst() }

  /// Compares the arms of a scenario's merged tally.
  ///
  /// - Parameter replications: How many replications the tally holds.
  public init(
    _ tally: Tally, of scenario: Scenario, replications: Int
  ) throws(NumericalError) {
    try self.init(tally, armNames: scenario.arms.map(\.name), replications: replications)
  }

  /// Compares the arms of a merged tally; the tally must hold whole replications.
  public init(
    _ tally: Tally, armNames: [String], replications: Int
  ) throws(NumericalError) {
    precondition(armNames.count == tally.arms.count, "one name an arm")
    precondition(tally.communityCount > 0 && replications > 0, "something was simulated")
    precondition(
      tally.communityCount.isMultiple(of: Int64(replications)), "replications are whole")
    var arms: [ArmComparison] = []
    for (arm, name) in armNames.enumerated() {
      arms.append(try ArmComparison(tally, arm: arm, name: name, replications: replications))
    }
    self.arms = arms
    self.replications = replications
    communities = Int(tally.communityCount) / replications
    membersAtStart = tally.arms[0][.membersAtStart] / Int64(replications)
  }

  /// The arm of a name, if there is one.
  public func arm(named name: String) -> ArmComparison? { arms.first { $0.name == name } }
}
