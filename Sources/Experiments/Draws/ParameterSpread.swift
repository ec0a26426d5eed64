/// (c) of one number: what it varies by because the parameters are not known (D9).
///
/// Every draw of parameters is a run with luck of its own, so the variance over draws holds the
/// parameters' part and one run's simulation noise; the noise is taken off.
public struct ParameterSpread: Sendable, Hashable {
  /// Draws in which the number is defined.
  public let draws: Int
  /// The variance of the number over draws.
  public let outerVariance: Double
  /// The mean over draws of (a)², the variance of each draw's own simulation noise.
  public let innerVariance: Double

  /// (c) = √max(0, outer variance − (a)²).
  public var standardDeviation: Double { max(0, outerVariance - innerVariance).squareRoot() }

  /// The spread of values with their simulation noise, (a); nothing with fewer than two.
  public init?(values: [Double], noises: [Double]) {
    guard values.count == noises.count, values.count >= 2 else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    draws = values.count
    outerVariance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    innerVariance = noises.reduce(0) { $0 + $1 * $1 } / count
  }
}
