import Quantities

/// A rate as the hot path uses it: shares of amounts that are not negative, rounded down.
///
/// The terms of a checked rate are at most 10⁶, so that amounts up to 9·10¹² cannot overflow; beyond
/// that the multiplication traps.
struct Share: Sendable, Equatable {
  var numerator: UInt64
  var denominator: UInt64

  static let nothing = Share(numerator: 0, denominator: 1)
  static let whole = Share(numerator: 1, denominator: 1)

  /// The share of an amount, rounded down.
  func of(_ amount: Int64) -> Int64 {
    Int64(bitPattern: UInt64(amount) * numerator / denominator)
  }

  /// The share of an amount, rounded up.
  func roundedUp(of amount: Int64) -> Int64 {
    Int64(bitPattern: (UInt64(amount) * numerator + denominator - 1) / denominator)
  }
}

extension Share {
  /// The share that a checked rate is.
  init(_ rate: Rate) {
    numerator = UInt64(rate.numerator)
    denominator = UInt64(rate.denominator)
  }

  /// What a rate of at least one adds to one.
  init(gainOf rate: Rate) {
    numerator = UInt64(rate.numerator - rate.denominator)
    denominator = UInt64(rate.denominator)
  }

  /// What a rate of at most one leaves of one.
  init(restOf rate: Rate) {
    numerator = UInt64(rate.denominator - rate.numerator)
    denominator = UInt64(rate.denominator)
  }
}
