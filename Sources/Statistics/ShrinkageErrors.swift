internal import Foundation
internal import NumericalMethods

/// The shrunk effects at τ̂², and their mean squared errors over all τ that the effects allow.
struct ShrinkageErrors {
  struct Shrunk {
    var value, squaredError, ownWeight: Double
  }

  let segments: [Shrunk]

  /// Two segments or more.
  init(_ measured: [SortedSegments.Measured], between: Double) throws(NumericalError) {
    let mean = WeightedMean(measured, between: between)
    let shrunk = measured.map { segment in
      let share = segment.variance / (segment.variance + between)
      return Shrunk(
        value: segment.value + share * (mean.value - segment.value), squaredError: 0,
        ownWeight: 1 - share)
    }
    guard measured.count > 2 else {
      segments = zip(measured, shrunk).map { segment, result in
        var result = result
        let distance = segment.value - result.value
        result.squaredError = segment.variance + distance * distance
        return result
      }
      return
    }
    segments = Self.integrated(shrunk, measured, over: try Self.posterior(measured))
  }

  /// One value of τ² with its share of the posterior.
  private struct Point {
    var between, share: Double
    var mean: WeightedMean
  }

  /// τ = s·x / (1 − x) takes the interval from 0 to 1 to all τ; s is about where τ lies.
  private static func posterior(
    _ measured: [SortedSegments.Measured]
  ) throws(NumericalError) -> [Point] {
    let count = Double(measured.count)
    let mean = measured.reduce(0) { $0 + $1.value } / count
    let scale = measured.reduce(0) { sum, segment in
      sum + segment.variance + (segment.value - mean) * (segment.value - mean)
    }
    let rule = try GaussLegendre(points: 64)
    var logarithms: [Double] = []
    var points: [Point] = []
    for panel in 0..<panels {
      let ends = (Double(panel) / Double(panels), Double(panel + 1) / Double(panels))
      for (x, weight) in rule.points(from: ends.0, to: ends.1) {
        let odds = x / (1 - x)
        let between = scale / count * odds * odds
        let mean = WeightedMean(measured, between: between)
        logarithms.append(logLikelihood(measured, mean, between) + log(weight) - 2 * log(1 - x))
        points.append(Point(between: between, share: 0, mean: mean))
      }
    }
    let largest = logarithms.max() ?? 0
    let total = logarithms.reduce(0) { $0 + exp($1 - largest) }
    for index in points.indices { points[index].share = exp(logarithms[index] - largest) / total }
    return points
  }

  /// Panels of 64 points each: six digits even where errors differ a thousandfold.
  private static let panels = 4

  /// The logarithm of p(effects | τ) with μ integrated out.
  ///
  /// Source: Gelman and others, Bayesian Data Analysis, third edition 2013, equation 5.21.
  private static func logLikelihood(
    _ measured: [SortedSegments.Measured], _ mean: WeightedMean, _ between: Double
  ) -> Double {
    measured.reduce(log(mean.variance) / 2) { sum, segment in
      let variance = segment.variance + between
      let distance = segment.value - mean.value
      return sum - (log(variance) + distance * distance / variance) / 2
    }
  }

  private static func integrated(
    _ shrunk: [Shrunk], _ measured: [SortedSegments.Measured], over posterior: [Point]
  ) -> [Shrunk] {
    zip(shrunk, measured).map { result, segment in
      var result = result
      for point in posterior {
        let share = segment.variance / (segment.variance + point.between)
        let center = segment.value + share * (point.mean.value - segment.value)
        let spread = segment.variance * (1 - share) + share * share * point.mean.variance
        let distance = center - result.value
        result.squaredError += point.share * (spread + distance * distance)
      }
      return result
    }
  }
}
