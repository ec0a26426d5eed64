/// How many of the orders that people place they do not pay at once, and what becomes of those: the
/// same in every arm.
public struct PaymentModel: Sendable, Hashable {
  /// What becomes of an order that was placed.
  public enum Fate: Sendable, Hashable {
    /// It is paid as it is placed.
    case atOnce
    /// It is paid so many minutes later, in time.
    case later(minutes: Int32)
    /// It is never paid, and canceled when its time is over.
    case never
  }

  /// The share of orders placed that are not paid at once.
  public var unpaidShare: Double
  /// The share of those that are paid in time.
  public var laterShare: Double
  /// Minutes after which an order that is not paid is canceled, at least 2.
  public var minutes: Int32

  /// Creates a model.
  public init(unpaidShare: Double, laterShare: Double, minutes: Int32) {
    self.unpaidShare = unpaidShare
    self.laterShare = laterShare
    self.minutes = minutes
  }

  /// What becomes of an order, by its two uniform marks.
  ///
  /// Who pays later does so at any time alike before the order is canceled: `assumption:`.
  public func fate(unpaidMark: Double, paymentMark: Double) -> Fate {
    guard unpaidMark < unpaidShare else { return .atOnce }
    guard paymentMark < laterShare else { return .never }
    return .later(minutes: 1 + Int32(paymentMark / laterShare * Double(minutes - 1)))
  }
}
