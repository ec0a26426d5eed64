/// An unevaluated sum of two doubles, about 106 bits.
///
/// Method: T. J. Dekker, Numerische Mathematik 18, 1971.
///
/// Products are split by masking, since a fused multiply-add is not the same on every CPU.
struct DoubleDouble {
  var high: Double
  var low: Double

  @inline(__always)
  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// The exact sum of `a` and `b` where |a| ≥ |b| or `a` is 0.
  @inline(__always)
  init(ordered a: Double, _ b: Double) {
    high = a + b
    low = b - (high - a)
  }

  /// The exact sum of `a` and `b` in any order, by Knuth's TwoSum.
  @inline(__always)
  init(_ a: Double, _ b: Double) {
    high = a + b
    let partOfB = high - a
    low = (a - (high - partOfB)) + (b - partOfB)
  }

  /// The product of `a` and `b`, to within 2^−105 of its size.
  @inline(__always)
  init(product a: Double, _ b: Double) {
    let aTop = upperHalf(a)
    let bTop = upperHalf(b)
    let aRest = a - aTop
    let bRest = b - bTop
    high = a * b
    low = ((aTop * bTop - high) + (aTop * bRest + aRest * bTop)) + aRest * bRest
  }

  @inline(__always)
  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b.high)
    return DoubleDouble(
      ordered: product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  @inline(__always)
  static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b)
    return DoubleDouble(ordered: product.high, product.low + a.low * b)
  }
}

/// `value` with its low 27 significand bits cleared, so that products of two such halves are exact.
@inline(__always)
private func upperHalf(_ value: Double) -> Double {
  Double(bitPattern: value.bitPattern & ~0x7FF_FFFF)
}
