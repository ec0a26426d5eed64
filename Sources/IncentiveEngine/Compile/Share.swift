import Quantities

/// A rate as the hot path uses it: shares of amounts that are not negative, rounded down, without
/// a division.
///
/// For a divisor d take m = ⌊2⁶⁴ / d⌋ + 1, so that m·d = 2⁶⁴ + e with 0 < e ≤ d. Then
/// n·m / 2⁶⁴ = n/d + n·e / (d·2⁶⁴), and as long as n·d < 2⁶⁴ the second term is below 1/d: the high
/// half of n·m is ⌊n/d⌋ (Granlund and Montgomery 1994). Larger n are divided. The terms of a
/// checked rate keep products far from 2⁶⁴; beyond it the multiplication traps.
struct Share: Sendable, Equatable {
  let numerator: UInt64
  let denominator: UInt64
  /// The m of the divisor.
  private let reciprocal: UInt64
  /// The least n that is divided.
  private let limit: UInt64

  static let nothing = Share(0, over: 1)
  static let whole = Share(1, over: 1)

  init(_ numerator: Int64, over denominator: Int64) {
    // The divisor 1 has no m below 2⁶⁴, so whole numbers are stored as so many halves.
    let scale: UInt64 = denominator == 1 ? 2 : 1
    self.numerator = UInt64(numerator) * scale
    self.denominator = UInt64(denominator) * scale
    reciprocal = UInt64.max / self.denominator + 1
    limit = UInt64.max / self.denominator
  }

  /// Whether the share of an amount is the amount.
  var isWhole: Bool { numerator == denominator }

  /// The share of an amount, rounded down.
  @inline(__always)
  func of(_ amount: Int64) -> Int64 { divide(UInt64(amount) * numerator) }

  /// The share of an amount, rounded up.
  @inline(__always)
  func roundedUp(of amount: Int64) -> Int64 {
    divide(UInt64(amount) * numerator + denominator - 1)
  }

  /// The share of an amount, rounded as stated.
  @inline(__always)
  func of(_ amount: Int64, rounding: Rounding) -> Int64 {
    switch rounding {
    case .down: of(amount)
    case .up: roundedUp(of: amount)
    case .halfUp: divide(UInt64(amount) * numerator + denominator / 2)
    case .halfEven: nearestEven(UInt64(amount) * numerator)
    }
  }

  private func nearestEven(_ product: UInt64) -> Int64 {
    let quotient = divide(product)
    let rest = product - UInt64(quotient) * denominator
    guard 2 * rest != denominator else { return quotient + quotient % 2 }
    return quotient + (2 * rest > denominator ? 1 : 0)
  }

  @inline(__always)
  private func divide(_ product: UInt64) -> Int64 {
    guard product < limit else { return Int64(product / denominator) }
    return Int64(bitPattern: product.multipliedFullWidth(by: reciprocal).high)
  }
}

extension Share {
  /// The share that a checked rate is.
  init(_ rate: Rate) { self.init(rate.numerator, over: rate.denominator) }

  /// What a rate of at least one adds to one.
  init(gainOf rate: Rate) {
    self.init(rate.numerator - rate.denominator, over: rate.denominator)
  }

  /// What a rate of at most one leaves of one.
  init(restOf rate: Rate) {
    self.init(rate.denominator - rate.numerator, over: rate.denominator)
  }
}
