public import Quantities
public import Timeline

/// A coupon that is bought with a deposit before a sale and used when the balance is paid (M23):
/// ¥10 now count as ¥30 then.
///
/// What the coupon takes off, the 30, is the offer's benefit. A deposit is not given back; who does
/// not pay the balance can be sent a consolation, see ``Audience/lapsed(coupon:)``.
public struct Deposit: Sendable, Hashable {
  /// What the member pays.
  public var price: Money
  /// The days on which it can be paid.
  public var days: ClosedRange<Day>
  /// The days on which the coupon can be used.
  public var balanceDays: ClosedRange<Day>

  /// The hour at which members are told that the balance is due, on its first day: `assumption:`.
  public static let reminderHour = 10

  /// Creates the rule.
  public init(price: Money, days: ClosedRange<Day>, balanceDays: ClosedRange<Day>) {
    self.price = price
    self.days = days
    self.balanceDays = balanceDays
  }
}
