import NumericalMethods

/// The values of a parameter that the orders do not contradict: where the likelihood, with the other
/// parameters as good as they can be, is less than 1.92 below its top.
///
/// Where a parameter is hardly known, this is what the data say; the interval from the standard
/// error only repeats how the likelihood bends at its top (Venzon & Moolgavkar 1988).
public struct ProfileInterval: Sendable, Hashable {
  /// The lower end; nothing if the data set no limit within what a population may have.
  public let low: Double?
  /// The upper end; nothing if the data set no limit within what a population may have.
  public let high: Double?
}

/// Follows the profile of a likelihood.
struct Profile {
  /// Half the 95% point of chi-square with one degree of freedom.
  private static let drop = 1.920729410347062

  private let ascent: Ascent
  private let top: [Double]
  private let height: Double
  private let bounds: [ClosedRange<Double>]

  init(_ ascent: Ascent, at top: [Double], bounds: [ClosedRange<Double>]) {
    self.ascent = ascent
    self.top = top
    self.bounds = bounds
    height = ascent.logLikelihood(top)
  }

  /// The interval of one parameter; `error` is the standard error of its logarithm.
  func interval(_ index: Int, error: Double) -> ProfileInterval {
    ProfileInterval(
      low: end(index, step: -error).map(exponential),
      high: end(index, step: error).map(exponential))
  }

  /// Walks away from the top until the likelihood has dropped enough, then closes in.
  private func end(_ index: Int, step: Double) -> Double? {
    let bound = step < 0 ? bounds[index].lowerBound : bounds[index].upperBound
    var inside = top[index]
    var others = Self.without(index, top)
    var reach = 2 * step
    while true {
      let next = step < 0 ? max(bound, inside + reach) : min(bound, inside + reach)
      let (drop, best) = drop(index, next, others)
      if drop > Self.drop { return closed(index, inside, next, others) }
      guard next != bound else { return nil }
      (inside, others) = (next, best)
      reach *= 1.5
    }
  }

  private func closed(
    _ index: Int, _ inside: Double, _ outside: Double, _ others: [Double]
  ) -> Double {
    var (near, far, others) = (inside, outside, others)
    while abs(far - near) > 1e-4 {
      let middle = (near + far) / 2
      let (drop, best) = drop(index, middle, others)
      if drop > Self.drop { far = middle } else { (near, others) = (middle, best) }
    }
    return (near + far) / 2
  }

  /// How far the likelihood has dropped with one parameter fixed, and the others' best place.
  private func drop(_ index: Int, _ value: Double, _ others: [Double]) -> (Double, [Double]) {
    let rest = ascent.fixing(index, at: value)
    let best = (try? rest.climbed(from: others)) ?? others
    return (height - rest.logLikelihood(best), best)
  }

  private static func without(_ index: Int, _ point: [Double]) -> [Double] {
    var rest = point
    rest.remove(at: index)
    return rest
  }
}

extension Ascent {
  /// The log-likelihood at a point.
  func logLikelihood(_ logs: [Double]) -> Double { height(logs).value }

  /// The climb over all parameters but one.
  func fixing(_ index: Int, at value: Double) -> Ascent {
    let whole = height
    var rest = bounds
    rest.remove(at: index)
    return Ascent(
      { others in
        var point = others
        point.insert(value, at: index)
        var slope = whole(point)
        slope.gradient.remove(at: index)
        return slope
      }, bounds: rest, customers: customers)
  }
}
