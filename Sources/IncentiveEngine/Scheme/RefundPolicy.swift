/// What a returned order undoes, and how far: for whole orders, for items and for amounts.
///
/// A scheme that has a policy keeps a record of every order; see ``OrderBook``.
public struct RefundPolicy: Sendable, Hashable {
  /// What is taken back of the points that the order earned.
  public enum Earned: UInt8, Sendable, Hashable, CaseIterable {
    /// Only points that are still pending.
    case onlyPending
    /// What the member still has: pending points, then active ones.
    case withinBalance
    /// All of it: what the member has spent already is owed, and later points pay it first.
    case mayGoNegative
  }

  /// What becomes of points that were spent on the order and whose lot has expired meanwhile.
  public enum Expired: Sendable, Hashable {
    /// They are lost.
    case lose
    /// They come back for so many days, today included.
    case grace(days: Int)
    /// They come back for as long as points that are issued today.
    case reissue
  }

  /// What becomes of the coupons used, when all of the order is returned.
  public enum Coupons: UInt8, Sendable, Hashable, CaseIterable {
    /// They are used all the same.
    case keptUsed
    /// They come back for the rest of their days, if any are left.
    case returned
  }

  /// What the items kept cost when the rest of the order would not have earned its reductions.
  public enum Reductions: UInt8, Sendable, Hashable, CaseIterable {
    /// They keep their share of the reductions.
    case keep
    /// They are priced anew with the offers of the order that they still earn; what they cost more
    /// is withheld from the refund.
    case reevaluate
  }

  /// When a tier is lost that the order had brought.
  public enum Tier: UInt8, Sendable, Hashable, CaseIterable {
    /// At once.
    case atOnce
    /// At the next review.
    case atReview
  }

  /// The most days after the order on which something may be returned; nothing means no limit.
  public var windowDays: Int?
  /// What is taken back of the points that the order earned.
  public var earned: Earned
  /// What becomes of points spent whose lot has expired meanwhile; others go back to their lots.
  public var expired: Expired
  /// What becomes of the coupons used.
  public var coupons: Coupons
  /// What the items kept cost.
  public var reductions: Reductions
  /// When a tier is lost that the order had brought.
  public var tier: Tier

  /// Creates a policy; without arguments nothing is owed and nothing is given that was not there.
  public init(
    windowDays: Int? = nil, earned: Earned = .withinBalance, expired: Expired = .lose,
    coupons: Coupons = .keptUsed, reductions: Reductions = .keep, tier: Tier = .atOnce
  ) {
    self.windowDays = windowDays
    self.earned = earned
    self.expired = expired
    self.coupons = coupons
    self.reductions = reductions
    self.tier = tier
  }
}
