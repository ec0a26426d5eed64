public import Measurement
public import Quantities
internal import Statistics
public import Timeline

/// What a run of a scenario cost, kept so that later runs are held against it.
///
/// The same value describes the run at hand; ``incompatibility(with:)`` says whether the two are of
/// the same thing.
public struct BaselineFile: Sendable, Hashable {
  /// The version of the file's shape.
  public static let schemaVersion = 1

  /// The scenario's name.
  public var scenario: String
  /// The hash of the resolved scenario, seed and engine semantic version.
  public var runID: String
  /// The engine semantic version.
  public var engineSemantics: Int
  /// The ISO 4217 code of the currency.
  public var currency: String
  /// The first day, `yyyy-mm-dd`.
  public var firstDay: String
  /// Days of the horizon.
  public var days: Int
  /// Members at the start, one replication's.
  public var members: Int64
  /// The seed of every draw.
  public var seed: UInt64
  /// Replications.
  public var replications: Int
  /// What people and their luck depend on, as a hash: two runs that agree in it differ by what their
  /// schemes do and by nothing else.
  public var luck: String
  /// Whether the run at hand agrees in it; not kept.
  var sharesLuck = false
  /// The metrics, by arm in the scenario's order, then in the order of definition.
  public var entries: [BaselineEntry]

  /// The value of a metric, if the file has it.
  public func entry(_ metric: Metric, arm: String) -> BaselineEntry? {
    entries.first { $0.metric == metric && $0.arm == arm }
  }

  /// The baseline that a run would leave; metrics that are undefined are left out.
  ///
  /// - Parameters:
  ///   - scenario: The name under which the scenario is known, such as its file's.
  ///   - runID: The hash of the resolved scenario.
  ///   - luck: ``RunIdentity/luck(of:)`` of the scenario.
  public init(
    _ comparison: Comparison, scenario: String, runID: String, luck: String, horizon: Horizon,
    currency: Currency, seed: UInt64
  ) {
    self.luck = luck
    self.scenario = scenario
    self.runID = runID
    engineSemantics = EngineSemantics.version
    self.currency = currency.code
    firstDay = CivilDate(horizon.firstDay).text
    days = horizon.dayCount
    members = comparison.membersAtStart
    self.seed = seed
    replications = comparison.replications
    entries = comparison.arms.flatMap { arm in
      arm.metrics.compactMap { BaselineEntry($0, arm: arm.name) }
    }
  }

  /// The file's text, unless the run is unhealthy: such a run never becomes the baseline.
  public func text(ifHealthy health: Health) throws(BaselineError) -> String {
    if let check = health.checks.first(where: { !$0.holds }) {
      throw .unhealthy("\(check.name) (\(check.detail))")
    }
    return BaselineJSON.text(of: self)
  }

  /// Why a run must not be held against this baseline, if so.
  ///
  /// Another scenario hash, seed, engine version or number of replications is a change to judge; it
  /// is another currency, population size or horizon that makes values incomparable.
  public func incompatibility(with run: BaselineFile) -> BaselineError? {
    let fields = [
      ("currency", currency, run.currency), ("first day", firstDay, run.firstDay),
      ("horizon in days", "\(days)", "\(run.days)"),
      ("number of members", "\(members)", "\(run.members)"),
    ]
    for (field, old, new) in fields where old != new {
      return .incompatible(field: field, baseline: old, run: new)
    }
    if Set(run.arms) != Set(arms) {
      return .incompatible(
        field: "set of arms", baseline: arms.joined(separator: ", "),
        run: run.arms.joined(separator: ", "))
    }
    return nil
  }

  /// The arms, in order of appearance.
  public var arms: [String] {
    entries.reduce(into: []) { arms, entry in
      if arms.last != entry.arm { arms.append(entry.arm) }
    }
  }
}

/// One metric of one arm in a baseline.
public struct BaselineEntry: Sendable, Hashable {
  /// The arm.
  public var arm: String
  /// The metric.
  public var metric: Metric
  /// The value in the metric's unit: minor units for money.
  public var value: Double
  /// Half the width of its 95% interval; nothing with a single community or an open interval.
  public var halfWidth: Double?
  /// The exact number above the line, over all replications.
  public var numerator: Int128
  /// The exact number below the line, over all replications.
  public var denominator: Int128

  init(
    arm: String, metric: Metric, value: Double, halfWidth: Double?, numerator: Int128,
    denominator: Int128
  ) {
    self.arm = arm
    self.metric = metric
    self.value = value
    self.halfWidth = halfWidth
    self.numerator = numerator
    self.denominator = denominator
  }

  init?(_ measured: MetricComparison, arm: String = "") {
    guard let estimate = measured.arm.estimate else { return nil }
    self.init(
      arm: arm, metric: measured.metric, value: estimate.value,
      halfWidth: estimate.interval?.halfWidth, numerator: measured.armTotals.numerator,
      denominator: measured.armTotals.denominator)
  }
}
