/// A closed interval of real numbers.
public struct Interval: Equatable, Hashable, Sendable {
  /// The lower end.
  public let lower: Double
  /// The upper end, at or above the lower one.
  public let upper: Double

  /// Makes the interval; the ends must be finite and in order.
  public init(lower: Double, upper: Double) {
    precondition(lower.isFinite && upper.isFinite && lower <= upper, "ends finite and in order")
    self.lower = lower
    self.upper = upper
  }

  /// Half the distance between the ends.
  public var halfWidth: Double { (upper - lower) / 2 }

  /// Whether `value` lies inside or on an end.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

/// The values that the data do not exclude at some level.
public enum ConfidenceSet: Equatable, Hashable, Sendable {
  /// An interval, the usual case.
  case bounded(Interval)
  /// Everything but the open interval: Fieller's set when the denominator may be zero.
  case exterior(Interval)
  /// The whole line: the data exclude nothing.
  case unbounded
  /// Not known, because one observation has no spread.
  case unknown

  /// The interval, when the set is one.
  public var interval: Interval? {
    guard case .bounded(let interval) = self else { return nil }
    return interval
  }

  /// Whether the set excludes `value`; an unknown set excludes nothing.
  public func excludes(_ value: Double) -> Bool {
    switch self {
    case .bounded(let interval): !interval.contains(value)
    case .exterior(let gap): gap.lower < value && value < gap.upper
    case .unbounded, .unknown: false
    }
  }

  /// The set with every value multiplied by a finite factor other than zero.
  public func scaled(by factor: Double) -> ConfidenceSet {
    precondition(factor.isFinite && factor != 0, "the factor must be finite and not zero")
    switch self {
    case .bounded(let interval): return .bounded(interval.scaled(by: factor))
    case .exterior(let gap): return .exterior(gap.scaled(by: factor))
    case .unbounded, .unknown: return self
    }
  }
}

extension Interval {
  func scaled(by factor: Double) -> Interval {
    let ends = (lower * factor, upper * factor)
    return Interval(lower: min(ends.0, ends.1), upper: max(ends.0, ends.1))
  }
}
