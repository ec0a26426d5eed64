/// A positive double as 2^exponent · (1 + fraction) with √½ ≤ 1 + fraction < √2.
struct ReducedArgument {
  var exponent: Double
  var fraction: Double

  /// Splits a normal positive number; `bias` is added to the exponent.
  @inline(__always)
  init(_ x: Double, bias: Int64 = 0) {
    let bits = Int64(bitPattern: x.bitPattern)
    // 0x3FE6_A09E_667F_3BCD is √½, the lower end of the significand's range.
    let power = (bits &- 0x3FE6_A09E_667F_3BCD) >> 52
    exponent = Double(power &+ bias)
    fraction = Double(bitPattern: UInt64(bitPattern: bits &- (power << 52))) - 1
  }
}

/// ln(2^exponent · (1 + fraction)) + correction.
///
/// With s = f / (2 + f), ln(1 + f) = 2 artanh(s) = f − (f²/2 − s (f²/2 + R(s²))), where R is the
/// series of artanh beyond its first term; the sum with exponent · ln 2 is compensated.
@inline(__always)
private func logarithm(exponent: Double, fraction f: Double, correction: Double) -> Double {
  let s = f / (2 + f)
  let z = s * s
  let z2 = z * z
  let halfSquare = 0.5 * f * f
  let odd =
    (0x1.5555555555558p-1 + 0x1.99999999952d7p-2 * z) + z2
    * ((0x1.2492492df281ap-2 + 0x1.c71c62e3f11e6p-3 * z) + z2
      * ((0x1.7462b51cb66b1p-3 + 0x1.39fe51a7c18f9p-3 * z) + z2 * 0x1.2b5900de53b32p-3))
  let curvature = halfSquare - s * (halfSquare + z * odd)
  let sum = DoubleDouble(ordered: exponent * ln2High, f)
  return sum.high + (sum.low + ((exponent * ln2Low + correction) - curvature))
}

extension PortableMath {
  /// The natural logarithm of `x`.
  ///
  /// ±0 gives −∞, negative numbers and NaN give NaN, +∞ gives +∞.
  /// Largest error found: 0.90 ulp (20 million points).
  public static func log(_ x: Double) -> Double {
    guard x >= 0x1p-1022, x < .infinity else { return logarithmOutsideNormals(x) }
    let reduced = ReducedArgument(x)
    return logarithm(exponent: reduced.exponent, fraction: reduced.fraction, correction: 0)
  }

  /// The natural logarithm of 1 + `x`, accurate also near 0.
  ///
  /// −1 gives −∞, smaller numbers and NaN give NaN, +∞ gives +∞, and ±0 gives itself.
  /// Largest error found: 0.91 ulp (20 million points).
  public static func log1p(_ x: Double) -> Double {
    if x.magnitude < 0x1p-54 { return x }
    // √½ − 1 and √2 − 1: no binary exponent to take out, so nothing is rounded away.
    if x > -0.2928, x < 0.4142 { return logarithm(exponent: 0, fraction: x, correction: 0) }
    guard x > -1, x < .infinity else { return x == -1 ? -.infinity : log(x) }
    let sum = DoubleDouble(1, x)
    let reduced = ReducedArgument(sum.high)
    return logarithm(
      exponent: reduced.exponent, fraction: reduced.fraction, correction: sum.low / sum.high)
  }

  /// The cases `log` keeps off its fast path.
  @inline(never)
  private static func logarithmOutsideNormals(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    if x < 0 { return .nan }
    guard x < .infinity else { return x }
    let reduced = ReducedArgument(x * 0x1p54, bias: -54)
    return logarithm(exponent: reduced.exponent, fraction: reduced.fraction, correction: 0)
  }
}
