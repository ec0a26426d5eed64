/// How a division of whole numbers is rounded; every rule that divides names one.
public enum Rounding: UInt8, Sendable, Hashable, CaseIterable {
  /// Toward minus infinity: what a merchant means by "truncate" for amounts that are not negative.
  case down
  /// Toward plus infinity.
  case up
  /// To the nearest, halves away from zero.
  case halfUp
  /// To the nearest, halves to the even neighbor.
  case halfEven
}

/// An exact ratio of two whole numbers: a price share, an earning rate, a multiplier.
public struct Rate: Sendable, Hashable {
  /// The number above the line.
  public let numerator: Int64
  /// The number below the line, always positive.
  public let denominator: Int64

  /// Creates a ratio in lowest terms.
  ///
  /// - Precondition: `denominator` is positive.
  public init(_ numerator: Int64, over denominator: Int64 = 1) {
    precondition(denominator > 0, "a rate needs a positive denominator")
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, UInt64(denominator))
    self.numerator = numerator / Int64(divisor)
    self.denominator = denominator / Int64(divisor)
  }

  /// Nothing of it.
  public static var zero: Rate { Rate(0) }
  /// All of it.
  public static var one: Rate { Rate(1) }

  /// Creates a ratio from whole percent.
  public static func percent(_ percent: Int64) -> Rate { Rate(percent, over: 100) }

  /// The ratio as a floating-point number, for behavior and reports, never for money.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// This share of an amount, rounded as stated.
  public func of(_ amount: Int64, rounding: Rounding) -> Int64 {
    let (product, overflow) = amount.multipliedReportingOverflow(by: numerator)
    guard overflow else { return Self.divide(product, by: denominator, rounding: rounding) }
    return Self.divideWide(
      Int128(amount) * Int128(numerator), by: Int128(denominator), rounding: rounding)
  }

  /// This share of an amount of money, rounded as stated.
  public func of(_ money: Money, rounding: Rounding) -> Money {
    Money(minor: of(money.minor, rounding: rounding))
  }

  /// Whether the left ratio is the smaller one, compared exactly.
  public static func < (left: Rate, right: Rate) -> Bool {
    Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }

  static func divide(_ amount: Int64, by divisor: Int64, rounding: Rounding) -> Int64 {
    if divisor == 1 { return amount }
    var (quotient, remainder) = amount.quotientAndRemainder(dividingBy: divisor)
    if remainder < 0 {
      quotient -= 1
      remainder += divisor
    }
    return quotient + (roundsUp(quotient, remainder, divisor, rounding, amount < 0) ? 1 : 0)
  }

  static func divideWide(_ amount: Int128, by divisor: Int128, rounding: Rounding) -> Int64 {
    var (quotient, remainder) = amount.quotientAndRemainder(dividingBy: divisor)
    if remainder < 0 {
      quotient -= 1
      remainder += divisor
    }
    return Int64(quotient + (roundsUp(quotient, remainder, divisor, rounding, amount < 0) ? 1 : 0))
  }

  /// Whether a floored quotient moves up by one; `remainder` is in `0..<divisor`.
  private static func roundsUp<I: BinaryInteger>(
    _ quotient: I, _ remainder: I, _ divisor: I, _ rounding: Rounding, _ isNegative: Bool
  ) -> Bool {
    let half = divisor - remainder
    switch rounding {
    case .down: return false
    case .up: return remainder > 0
    case .halfUp: return remainder > half || (remainder == half && !isNegative)
    case .halfEven: return remainder > half || (remainder == half && quotient % 2 != 0)
    }
  }

  private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (left, right) = (left, right)
    while left != 0 { (left, right) = (right % left, left) }
    return right
  }
}

extension Rate: Comparable {}
