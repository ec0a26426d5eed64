public import Measurement

/// A run that has ended, as its folder tells.
public struct FinishedRun: Sendable, Hashable {
  /// A metric of one arm: its value, in the metric's unit, and the standard error of that.
  public struct Value: Sendable, Hashable {
    /// The value; nothing where it is not defined.
    public var value: Double?
    /// Its standard error, the simulation noise; nothing where it is not known.
    public var standardError: Double?

    /// Creates a value.
    public init(value: Double?, standardError: Double?) {
      self.value = value
      self.standardError = standardError
    }
  }

  /// One arm.
  public struct Arm: Sendable, Hashable {
    /// The name.
    public var name: String
    /// Every metric, in the order of ``Measurement/Metric/allCases``.
    public var values: [Value]

    /// Creates an arm.
    public init(name: String, values: [Value]) {
      self.name = name
      self.values = values
    }

    /// A metric's value.
    public subscript(metric: Metric) -> Value {
      zip(Metric.allCases, values).first { $0.0 == metric }?.1
        ?? Value(value: nil, standardError: nil)
    }
  }

  /// The folder that it was read from.
  public var folder: String
  /// The scenario's file, as the run was given it.
  public var path: String
  /// The scenario's title.
  public var title: String
  /// What the run is called.
  public var runID: String
  /// What came out, to the last bit.
  public var digest: String
  /// The seed.
  public var seed: String
  /// The version of the run's files.
  public var format: String
  /// The version of what a scenario means.
  public var semantics: Int
  /// What metrics are; see ``RunIdentity/metricDefinitions``.
  public var metricDefinitions: String
  /// The days of the horizon.
  public var days: Int
  /// The currency's code.
  public var currency: String
  /// Members of one replication when the horizon begins.
  public var members: Int64
  /// Replications.
  public var replications: Int
  /// How many independent units the errors come from.
  public var units: Int
  /// Every arm, control first.
  public var arms: [Arm]
  /// The canonical text of the resolved scenario.
  public var canonicalText: String
  /// The scenario's file as it was read; nothing for a run that was made of two.
  public var source: String?
}
