public import NumericalMethods

extension Estimate {
  /// The estimate with a second, independent part of uncertainty that draws of parameters told.
  ///
  /// Each half-width h becomes √(h² + (t·c)²), where c is that part's standard deviation and t the
  /// quantile of Student's t with draws − 1 degrees of freedom. Without c nothing is known.
  public func widened(by deviation: Double?, draws: Int) throws(NumericalError) -> Estimate {
    guard let deviation, draws > 1 else {
      return Estimate(value: value, standardError: nil, level: level, confidence: .unknown)
    }
    let part = try twoSidedQuantile(level: level, count: draws) * deviation
    func side(_ width: Double) -> Double { (width * width + part * part).squareRoot() }
    var widened = confidence
    if case .bounded(let interval) = confidence {
      widened = .bounded(
        Interval(
          lower: value - side(value - interval.lower),
          upper: value + side(interval.upper - value)))
    }
    let error = standardError.map { ($0 * $0 + deviation * deviation).squareRoot() }
    return Estimate(value: value, standardError: error, level: level, confidence: widened)
  }
}
