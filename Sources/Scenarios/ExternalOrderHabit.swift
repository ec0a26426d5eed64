public import Quantities

/// What members order elsewhere, and how they claim points for it (M14).
public struct ExternalOrderHabit: Sendable, Hashable {
  /// Orders elsewhere a month of 30 days for each member.
  public var perMonth: Double
  /// The mean amount of one.
  public var amount: Money
  /// Standard deviation of the logarithm of amounts.
  public var spread: Double
  /// The share who would claim points that are worth nothing, above 0 and below 1.
  public var worthlessShare: Double
  /// Utility of points for it, for each unit of money that they are worth.
  public var pull: Double

  /// Creates the habit.
  public init(
    perMonth: Double, amount: Money, spread: Double = ExternalOrderHabit.usualSpread,
    worthlessShare: Double = ExternalOrderHabit.usualWorthlessShare,
    pull: Double = Interaction.usualPull
  ) {
    self.perMonth = perMonth
    self.amount = amount
    self.spread = spread
    self.worthlessShare = worthlessShare
    self.pull = pull
  }

  /// The spread of amounts, unless a file says otherwise.
  ///
  /// assumption: 0.5, so that one order in six is above 1.4 times the mean.
  public static let usualSpread = 0.5
  /// The share who claim what is worth nothing, unless a file says otherwise.
  ///
  /// assumption: 10%; the merchant's own count of answered messages belongs here.
  public static let usualWorthlessShare = 0.1
}
