public import Measurement
public import NumericalMethods
public import Scenarios
internal import Timeline

/// What only two lives of the same people tell of each arm: a real test sees one of them.
public struct PairedWorlds: Sendable, Hashable {
  /// One arm against control.
  public struct Arm: Sendable, Hashable {
    /// The arm's position in the scenario.
    public let position: Int
    /// Who gains and who costs, by each dimension that tells persons apart.
    public let slices: [SliceComparison]
    /// What people without the other world would take for the effect.
    public let naive: NaiveLift
    /// Sales by category of the catalogue, in the catalogue's order; empty without one.
    public let categories: [Category]
    /// Cost and margin of each replication; empty for a run of one.
    public let replications: [ReplicationPoint]
  }

  /// Sales of one category, list value in minor units, over all replications.
  public struct Category: Sendable, Hashable {
    /// The category's name.
    public let name: String
    /// List value of the arm and of control.
    public let listMinor, controlListMinor: Int64
    /// Lines of the arm and of control.
    public let lines, controlLines: Int64
  }

  /// Every arm but control.
  public let arms: [Arm]
  /// Week by week, for every arm, control first: one series a quantity.
  public let weeks: [[WeekSeries]]

  /// Reads a finished run.
  public init(_ outcome: RunOutcome, of scenario: Scenario) throws(NumericalError) {
    try self.init(
      outcome.tally, apart: outcome.replications, each: outcome.eachReplication, of: scenario)
  }

  /// Reads a merged tally.
  ///
  /// - Parameters:
  ///   - apart: The totals of each replication where communities depend on each other.
  ///   - each: The totals of each replication of any run that has several.
  public init(
    _ tally: Tally, apart: ReplicationTotals? = nil, each: ReplicationTotals? = nil,
    of scenario: Scenario
  ) throws(NumericalError) {
    var arms: [Arm] = []
    for arm in tally.arms.indices.dropFirst() {
      var slices: [SliceComparison] = []
      for dimension in SliceDimension.allCases {
        let found = try SliceComparison(dimension, tally, arm: arm, apart: apart)
        if found.slices.count > 1 { slices.append(found) }
      }
      arms.append(
        Arm(
          position: arm, slices: slices,
          naive: NaiveLift(
            tally, arm: arm, historyDays: scenario.historyDays, persons: scenario.personCount,
            replications: scenario.replications),
          categories: Self.categories(scenario, tally, arm),
          replications: each.map { ReplicationPoint.points($0, arm: arm) } ?? []))
    }
    self.arms = arms
    weeks = tally.arms.indices.map { arm in
      WeekSeries.Quantity.allCases.map {
        WeekSeries(
          $0, tally, arm: arm, replications: scenario.replications, apart: apart)
      }
    }
  }

  private static func categories(_ scenario: Scenario, _ tally: Tally, _ arm: Int) -> [Category] {
    guard let names = scenario.catalogue?.categories, names.count > 1 else { return [] }
    return names.enumerated().map { position, name in
      // Number 0 stands for goods of no category.
      func value(_ column: CategoryColumn, _ arm: Int) -> Int64 {
        tally.arms[arm].category(column, at: position + 1)
      }
      return Category(
        name: name, listMinor: value(.listMinor, arm), controlListMinor: value(.listMinor, 0),
        lines: value(.lines, arm), controlLines: value(.lines, 0))
    }
  }
}

extension Scenario {
  /// Days simulated before the horizon; none for a cohort.
  var historyDays: Int {
    guard case .base(let days, _) = people.start else { return 0 }
    return days
  }

  /// Members, prospects and arrivals of one population.
  var personCount: Int {
    people.memberCount + people.prospectCount + people.arrivalsPerMonth * horizon.dayCount / 30
  }
}
