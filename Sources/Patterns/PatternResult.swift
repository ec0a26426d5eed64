/// What became of a pattern.
public enum PatternVerdict: String, Sendable, Hashable {
  /// Every condition of its test holds.
  case reproduced
  /// Some condition does not hold.
  case notReproduced = "not reproduced"
  /// The model has nothing that could bring it about.
  case notModeled = "not modeled"
  /// A named preset shows it.
  case option
}

/// A statistic over the replications.
public struct PatternReading: Sendable, Hashable {
  /// The mean over the replications; not a number where there was nothing to measure.
  public var value: Double
  /// The standard error of that mean, from the spread over the replications.
  public var error: Double

  /// The mean of a statistic and its standard error.
  public init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    value = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    error = count > 1 ? (squares / (count - 1) / count).squareRoot() : .nan
  }
}

/// What a pattern became with one mechanism off.
public struct Knockout: Sendable, Hashable {
  /// The mechanism that was off.
  public var mechanism: Mechanism
  /// Whether it found anything to act on; if not, what follows is what the pattern is with it.
  public var isInSituation: Bool
  /// Whether the pattern was there all the same.
  public var isReproduced: Bool
  /// The pattern's value.
  public var value: Double
}

/// A pattern's line of the scorecard.
public struct PatternResult: Sendable {
  /// The pattern.
  public var pattern: Pattern
  /// Its statistics, one for each condition.
  public var readings: [PatternReading]
  /// What it became with each mechanism off; empty where that was not asked.
  public var knockouts: [Knockout]

  /// What became of it.
  public var verdict: PatternVerdict {
    switch pattern.role {
    case .notModeled: return .notModeled
    case .option: return holds ? .option : .notReproduced
    case .docked, .calibrated, .heldOut: return holds ? .reproduced : .notReproduced
    }
  }

  private var holds: Bool { pattern.holds(readings.map(\.value)) }

  /// Mechanisms that the pattern declares and was there without, and others that it was lost with.
  ///
  /// A mechanism that is not in the situation can be an exception only where it is declared.
  public var exceptions: [Knockout] {
    knockouts.filter {
      let isDeclared = pattern.mechanisms.contains($0.mechanism)
      return $0.isInSituation ? $0.isReproduced == isDeclared : isDeclared
    }
  }
}

extension Pattern {
  /// Whether values lie within the bands of all conditions.
  public func holds(_ values: [Double]) -> Bool {
    values.count == conditions.count
      && zip(conditions, values).allSatisfy { $0.band.contains($1) }
  }
}
