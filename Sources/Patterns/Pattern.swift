/// How a pattern stands to the model.
public enum PatternRole: String, Sendable, Hashable, CaseIterable {
  /// The mechanism is another published model.
  case docked
  /// A parameter was set so that the pattern comes out.
  case calibrated
  /// No parameter was set with an eye on it.
  case heldOut = "held out"
  /// The literature contradicts itself; a named preset shows the effect.
  case option
  /// The model has nothing that could bring it about.
  case notModeled = "not modeled"
}

/// The values of a statistic that a published regularity allows.
public struct PatternBand: Sendable, Hashable {
  /// The least value; no limit where there is none.
  public var low: Double?
  /// The greatest value; no limit where there is none.
  public var high: Double?

  /// Creates a band.
  public init(_ low: Double? = nil, _ high: Double? = nil) {
    self.low = low
    self.high = high
  }

  /// Whether a value lies within; a value that is not a number never does.
  public func contains(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    return value >= low ?? -.infinity && value <= high ?? .infinity
  }
}

/// One statistic of a pattern's test and the band that it has to lie in.
public struct PatternCondition: Sendable, Hashable {
  /// What is measured, in words.
  public var statistic: String
  /// Where it has to lie.
  public var band: PatternBand

  /// Creates a condition.
  public init(_ statistic: String, _ low: Double? = nil, _ high: Double? = nil) {
    self.statistic = statistic
    band = PatternBand(low, high)
  }
}

/// A published regularity: what it says, the situation that shows it, and what it needs.
public struct Pattern: Sendable {
  /// The number in the table of regularities.
  public var id: String
  /// The group in that table.
  public var group: String
  /// What it says, in one line.
  public var statement: String
  /// Where it was published.
  public var source: String
  /// How it stands to the model; see `docs/patterns.md`.
  public var role: PatternRole
  /// What it cannot do without.
  public var mechanisms: [Mechanism]
  /// The conditions of its test; the first one's statistic is its value.
  public var conditions: [PatternCondition]
  /// The statistics of one replication, one for each condition; not a number where there was
  /// nothing to measure.
  public var measure: @Sendable (SituationRun) -> [Double]
  /// Why it is not reproduced, if it is not, in one sentence.
  public var reasonOfFailure: String?

  /// Creates a pattern.
  public init(
    _ id: String, _ group: String, _ statement: String, source: String, role: PatternRole,
    needs mechanisms: [Mechanism] = [], conditions: [PatternCondition] = [],
    reasonOfFailure: String? = nil,
    measure: @escaping @Sendable (SituationRun) -> [Double] = { _ in [] }
  ) {
    self.id = id
    self.group = group
    self.statement = statement
    self.source = source
    self.role = role
    self.mechanisms = mechanisms
    self.conditions = conditions
    self.reasonOfFailure = reasonOfFailure
    self.measure = measure
  }

  /// Whether the model is run for it.
  public var isMeasured: Bool { !conditions.isEmpty }
}
