public import NumericalMethods

extension Estimate {
  /// What is held against the null hypothesis.
  public enum Alternative: Equatable, Hashable, Sendable {
    /// The true value differs from the null value.
    case differs
    /// The true value is above it: a goal upward, or a guardrail's lower margin kept.
    case above
    /// The true value is below it: a goal downward, or a guardrail's upper margin kept.
    case below
  }

  /// The probability of an estimate at least this far from `null` when `null` is true.
  ///
  /// Student's t of (value − null) / standard error with units − 1 degrees of freedom; nil where the
  /// error is unknown. Without any error it is 0 if the estimate speaks for the alternative, else 1.
  /// For a relative difference against 0, take that of the absolute one: it is exact where the delta
  /// method is not.
  public func pValue(
    against null: Double = 0, units: Int, _ alternative: Alternative = .differs
  ) throws(NumericalError) -> Double? {
    guard let standardError, units > 1 else { return nil }
    let distance = value - null
    guard standardError > 0 else {
      switch alternative {
      case .differs: return distance == 0 ? 1 : 0
      case .above: return distance > 0 ? 0 : 1
      case .below: return distance < 0 ? 0 : 1
      }
    }
    let student = try StudentT(degreesOfFreedom: Double(units - 1))
    let statistic = distance / standardError
    switch alternative {
    case .differs: return try min(1, 2 * student.upperTail(abs(statistic)))
    case .above: return try student.upperTail(statistic)
    case .below: return try student.upperTail(-statistic)
    }
  }
}
