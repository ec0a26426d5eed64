/// An amount of money in minor units (fen, cents) of the scenario's one currency.
///
/// Arithmetic traps on overflow: amounts from files are bounded when they are read, so an overflow
/// is a broken invariant, never bad input.
public struct Money: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// Minor units; negative for money that flows back.
  public var minor: Int64

  /// Creates an amount from minor units.
  public init(minor: Int64) { self.minor = minor }

  /// No money.
  public static var zero: Money { Money(minor: 0) }

  /// Whether the left amount is the smaller one.
  public static func < (left: Money, right: Money) -> Bool { left.minor < right.minor }

  /// The sum of two amounts.
  public static func + (left: Money, right: Money) -> Money {
    Money(minor: left.minor + right.minor)
  }

  /// The difference of two amounts.
  public static func - (left: Money, right: Money) -> Money {
    Money(minor: left.minor - right.minor)
  }
}
