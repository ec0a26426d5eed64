internal import Statistics

/// The values that a line of `expect:` allows: an interval of real numbers, perhaps without an end.
struct Region {
  var lower = -Double.infinity
  var upper = Double.infinity
  /// Whether the ends themselves are allowed.
  var holdsEnds = true

  func contains(_ value: Double) -> Bool {
    holdsEnds ? lower <= value && value <= upper : lower < value && value < upper
  }

  /// Holds when all of the interval is inside, broken when all of it is outside.
  func finding(_ interval: Interval) -> Finding {
    if contains(interval.lower) && contains(interval.upper) { return .holds }
    let isBelow = holdsEnds ? interval.upper < lower : interval.upper <= lower
    let isAbove = holdsEnds ? interval.lower > upper : interval.lower >= upper
    return isBelow || isAbove ? .broken : .crosses
  }

  func finding(_ set: ConfidenceSet) -> Finding {
    switch set {
    case .bounded(let interval): finding(interval)
    case .exterior, .unbounded: .crosses
    case .unknown: .notEvaluated
    }
  }

  /// The nearest end, as the distance that a half-width has to fall below.
  func distance(from value: Double) -> Double { min(abs(value - lower), abs(value - upper)) }
}

/// What a value or its interval says of a limit.
public enum Finding: String, Sendable, Hashable, CaseIterable {
  /// It is inside.
  case holds
  /// It is past the limit.
  case broken
  /// The interval has values on both sides.
  case crosses
  /// There is no value or no interval.
  case notEvaluated
}
