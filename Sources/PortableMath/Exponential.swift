/// ln 2 rounded down to 41 bits, so that its product with any binary exponent is exact.
let ln2High = 0x1.62e42fefa3000p-1
/// ln 2 less `ln2High`, rounded to a double.
let ln2Low = 0x1.3de6af278ece6p-42

/// An argument of the exponential, reduced: e^x = 2^exponent · (1 + high + rest).
struct ReducedExponential {
  var exponent: Int
  var high: Double
  var rest: Double

  /// Reduces `value + low`, |value| < 1,100, by Cody and Waite's two-part ln 2.
  ///
  /// `high` is exact; `rest` holds everything beyond the linear term and the low parts.
  @inline(__always)
  init(_ value: Double, low: Double) {
    // Adding 1.5 · 2^52 rounds to the nearest integer and leaves it in the low bits.
    let rounder = 0x1.8p52
    let shifted = value * 0x1.71547652b82fep0 + rounder
    let multiple = shifted - rounder
    exponent = Int(truncatingIfNeeded: Int32(truncatingIfNeeded: shifted.bitPattern))
    high = value - multiple * ln2High
    let tail = multiple * ln2Low - low
    let r = high - tail
    rest = r * r * quadraticRemainder(r) - tail
  }

  /// 1 + high + rest, between 0.7 and 1.42.
  @inline(__always)
  var significand: Double {
    let sum = 1 + high
    return sum + ((high - (sum - 1)) + rest)
  }
}

/// (e^r − 1 − r) / r² for |r| ≤ 0.3467, by a polynomial of degree 10 in Estrin's order.
@inline(__always)
private func quadraticRemainder(_ r: Double) -> Double {
  let r2 = r * r
  let r4 = r2 * r2
  let low =
    (0x1.0000000000000p-1 + 0x1.5555555555557p-3 * r) + r2
    * (0x1.5555555555556p-5 + 0x1.11111111100d3p-7 * r)
  let middle =
    (0x1.6c16c16c162cfp-10 + 0x1.a01a01abeccc3p-13 * r) + r2
    * (0x1.a01a01a6db488p-16 + 0x1.71de02225a2f3p-19 * r)
  let top = (0x1.27e4db5bb725ap-22 + 0x1.af4e092e1705bp-26 * r) + r2 * 0x1.1f7315649f2d7p-29
  return low + r4 * (middle + r4 * top)
}

/// 2^exponent for −1022 ≤ exponent ≤ 1023.
@inline(__always)
func powerOfTwo(_ exponent: Int) -> Double {
  Double(bitPattern: UInt64(bitPattern: Int64(exponent &+ 1023)) << 52)
}

/// `significand` · 2^exponent, also where the result overflows or is subnormal.
@inline(__always)
func scaled(_ significand: Double, by exponent: Int) -> Double {
  if exponent > 1022 { return significand * 2 * powerOfTwo(exponent - 1) }
  if exponent < -1021 { return significand * powerOfTwo(exponent + 1000) * 0x1p-1000 }
  return significand * powerOfTwo(exponent)
}

extension PortableMath {
  /// e raised to `x`.
  ///
  /// NaN gives NaN, +∞ gives +∞, −∞ gives 0.
  /// Largest error found: 0.78 ulp (20 million points).
  public static func exp(_ x: Double) -> Double {
    // Also false for NaN.
    guard x.magnitude < 707 else { return exponentialNearLimits(x) }
    let reduced = ReducedExponential(x, low: 0)
    return reduced.significand * powerOfTwo(reduced.exponent)
  }

  /// e raised to `x`, less 1, accurate also near 0.
  ///
  /// NaN gives NaN, +∞ gives +∞, −∞ gives −1, and ±0 gives itself.
  /// Largest error found: 1.18 ulp (20 million points).
  public static func expm1(_ x: Double) -> Double {
    if x.magnitude < 0x1p-54 { return x }
    // e^40 is beyond 2^57, where subtracting 1 is less than 1/16 ulp; e^−40 is below 2^−57.
    if !(x <= 40) { return exp(x) }
    if x < -40 { return -1 }
    let reduced = ReducedExponential(x, low: 0)
    if reduced.exponent == 0 { return reduced.high + reduced.rest }
    let scale = powerOfTwo(reduced.exponent)
    let product = DoubleDouble(ordered: scale, scale * reduced.high)
    let sum = DoubleDouble(product.high, -1)
    return sum.high + (sum.low + (product.low + scale * reduced.rest))
  }

  /// The logistic function 1 / (1 + e^−x).
  ///
  /// NaN gives NaN, +∞ gives 1, −∞ gives 0.
  /// Largest error found: 2.40 ulp (20 million points).
  public static func logistic(_ x: Double) -> Double {
    let decay = exp(-x.magnitude)
    return (x < 0 ? decay : 1) / (1 + decay)
  }

  /// The cases `exp` keeps off its fast path.
  @inline(never)
  private static func exponentialNearLimits(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 710 { return .infinity }
    if x < -746 { return 0 }
    let reduced = ReducedExponential(x, low: 0)
    return scaled(reduced.significand, by: reduced.exponent)
  }
}
