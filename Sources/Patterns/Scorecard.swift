/// The scorecard as machines read it; numbers that are none are left out.
public struct Scorecard: Sendable, Hashable, Codable {
  /// One pattern's line.
  public struct Line: Sendable, Hashable, Codable {
    /// The number, group and statement.
    public var id, group, pattern: String
    /// The role, and what became of it.
    public var role, verdict: String
    /// The first statistic of its test, in words.
    public var statistic: String?
    /// Its mean over the replications, and the standard error of that mean.
    public var value, error: Double?
    /// The band: its ends, those that it has.
    public var band: [String: Double]
    /// All statistics of the test, in order.
    public var conditions: [Condition]
    /// What the pattern cannot do without.
    public var mechanisms: [String]
    /// What it became with each mechanism off.
    public var knockouts: [Switched]
    /// Knock-outs that went otherwise than declared.
    public var exceptions: [String]
    /// Why it is not reproduced, if it is not.
    public var reason: String?
    /// Where it was published.
    public var source: String
  }

  /// One statistic of a test.
  public struct Condition: Sendable, Hashable, Codable {
    /// What is measured.
    public var statistic: String
    /// Its mean and standard error.
    public var value, error: Double?
    /// The ends of its band, those that it has.
    public var low, high: Double?
    /// Whether the mean lies in the band.
    public var holds: Bool
  }

  /// A pattern with one mechanism off.
  public struct Switched: Sendable, Hashable, Codable {
    /// The mechanism that was off.
    public var mechanism: String
    /// Whether it found anything to act on in the situation.
    public var isInSituation: Bool
    /// Whether the pattern was there all the same.
    public var reproduced: Bool
    /// The first statistic then.
    public var value: Double?
  }

  /// How many patterns came out, by role.
  public struct Count: Sendable, Hashable, Codable {
    /// Docked patterns, and those reproduced.
    public var docked, dockedReproduced: Int
    /// Patterns that need a mechanism, and those reproduced.
    public var mechanism, mechanismReproduced: Int
    /// Calibrated ones among the former, and among the latter.
    public var calibrated, calibratedReproduced: Int
    /// Patterns that a preset shows, and those named but not modeled.
    public var options, notModeled: Int
  }

  /// Replications of each situation.
  public var replications: Int
  /// How many came out.
  public var count: Count
  /// The lines, by number.
  public var patterns: [Line]

  /// Writes results down.
  public init(_ results: [PatternResult], replications: Int) {
    self.replications = replications
    patterns = results.map(Line.init)
    func number(_ roles: [PatternRole], reproduced: Bool = false) -> Int {
      results.count {
        roles.contains($0.pattern.role) && (!reproduced || $0.verdict == .reproduced)
      }
    }
    count = Count(
      docked: number([.docked]), dockedReproduced: number([.docked], reproduced: true),
      mechanism: number([.calibrated, .heldOut]),
      mechanismReproduced: number([.calibrated, .heldOut], reproduced: true),
      calibrated: number([.calibrated]),
      calibratedReproduced: number([.calibrated], reproduced: true),
      options: results.count { $0.verdict == .option }, notModeled: number([.notModeled]))
  }
}

extension Scorecard.Line {
  fileprivate init(_ result: PatternResult) {
    let pattern = result.pattern
    id = pattern.id
    group = pattern.group
    self.pattern = pattern.statement
    role = pattern.role.rawValue
    verdict = result.verdict.rawValue
    statistic = pattern.conditions.first?.statistic
    value = result.readings.first?.value.finite
    error = result.readings.first?.error.finite
    let first = pattern.conditions.first?.band
    band = [:]
    band["low"] = first?.low
    band["high"] = first?.high
    conditions = zip(pattern.conditions, result.readings).map { condition, reading in
      Scorecard.Condition(
        statistic: condition.statistic, value: reading.value.finite, error: reading.error.finite,
        low: condition.band.low, high: condition.band.high,
        holds: condition.band.contains(reading.value))
    }
    mechanisms = pattern.mechanisms.map(\.name)
    knockouts = result.knockouts.map {
      Scorecard.Switched(
        mechanism: $0.mechanism.name, isInSituation: $0.isInSituation, reproduced: $0.isReproduced,
        value: $0.value.finite)
    }
    exceptions = result.exceptions.map(\.mechanism.name)
    reason =
      result.verdict == .notReproduced || result.verdict == .notModeled
      ? pattern.reasonOfFailure : nil
    source = pattern.source
  }
}

extension Double {
  fileprivate var finite: Double? { isFinite ? self : nil }
}
