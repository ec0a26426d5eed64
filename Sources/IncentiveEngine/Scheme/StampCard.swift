public import Quantities

/// A card that fills with stamps; a full one is turned in for a reward by itself (M06).
public struct StampCard: Sendable, Hashable {
  /// What earns a stamp.
  public enum Earning: Sendable, Hashable {
    /// Every item bought.
    case perItem
    /// Every order for which so much or more is to pay, points spent included.
    case perOrder(minimumSpend: Money)
  }

  /// What becomes of a stamp that is taken back after its card was turned in.
  public enum Shortfall: UInt8, Sendable, Hashable, CaseIterable {
    /// The next stamps fill it up first.
    case owed
    /// The merchant bears it.
    case forgiven
  }

  /// What earns a stamp.
  public var earning: Earning
  /// Stamps on a full card.
  public var size: Int
  /// Stamps that every card bears from the start; they are earned by nobody (endowed progress:
  /// Nunes & Drèze 2006, JCR 32:504–512).
  public var startStamps: Int
  /// What a full card is turned in for.
  public var reward: RewardContent
  /// Days for which a card may be filled, from its first stamp's day on; nothing means for ever.
  public var validDays: Int?
  /// What becomes of a stamp that is taken back after its card was turned in.
  public var shortfall: Shortfall

  /// Creates the card.
  public init(
    earning: Earning, size: Int, startStamps: Int = 0, reward: RewardContent,
    validDays: Int? = nil, shortfall: Shortfall = .owed
  ) {
    self.earning = earning
    self.size = size
    self.startStamps = startStamps
    self.reward = reward
    self.validDays = validDays
    self.shortfall = shortfall
  }
}
