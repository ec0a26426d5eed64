import Foundation

// Nothing of a fit reaches a tally: a fitted population is rounded text in a preset file, which every
// machine reads alike. So the system's functions, which are faster than the portable ones, will do.

/// The natural logarithm.
@inline(__always) func logarithm(_ x: Double) -> Double { Foundation.log(x) }
/// log(1 + x), exact for small x.
@inline(__always) func logOnePlus(_ x: Double) -> Double { Foundation.log1p(x) }
/// The exponential function.
@inline(__always) func exponential(_ x: Double) -> Double { Foundation.exp(x) }
/// eˣ − 1, exact for small x.
@inline(__always) func exponentialLessOne(_ x: Double) -> Double { Foundation.expm1(x) }

/// log(eˣ + eʸ) without overflow; either may be −∞.
@inline(__always) func logOfSum(_ x: Double, _ y: Double) -> Double {
  let high = max(x, y)
  guard high > -.infinity else { return high }
  return high + logOnePlus(exponential(min(x, y) - high))
}
