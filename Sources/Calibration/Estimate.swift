/// One parameter with what is known of it.
public struct Estimate: Sendable, Hashable {
  /// The estimate.
  public var value: Double
  /// The standard error of its logarithm, if the data tell.
  public var logStandardError: Double?

  /// Creates an estimate.
  public init(value: Double, logStandardError: Double?) {
    self.value = value
    self.logStandardError = logStandardError
  }

  /// The standard error; that of the logarithm times the value.
  public var standardError: Double? { logStandardError.map { $0 * value } }

  /// The interval that covers the true value 19 times in 20, symmetric in the logarithm.
  public var interval: ClosedRange<Double>? {
    logStandardError.map { error in
      // The 97.5% point of the normal distribution; no wider than what a Double holds.
      let factor = exponential(min(1.959963984540054 * error, 300))
      return value / factor...value * factor
    }
  }
}
