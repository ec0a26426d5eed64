/// What the customer-base models need to know of one customer's purchases (Fader, Hardie & Lee
/// 2005): how often, how recently, and how long the customer has been watched.
public struct BuyingHistory: Sendable, Hashable {
  /// Repeat purchases x: days with orders after the first one.
  public var repeats: Int
  /// Weeks from the first purchase to the last, t_x; zero without repeats.
  public var lastWeeks: Double
  /// Weeks from the first purchase to the end of the window, T.
  public var lengthWeeks: Double

  /// Creates a history.
  public init(repeats: Int, lastWeeks: Double, lengthWeeks: Double) {
    self.repeats = repeats
    self.lastWeeks = lastWeeks
    self.lengthWeeks = lengthWeeks
  }

  /// Whether a customer can have such a history.
  public var isPossible: Bool {
    repeats >= 0 && lastWeeks >= 0 && lastWeeks <= lengthWeeks && lengthWeeks.isFinite
      && (repeats == 0) == (lastWeeks == 0)
  }
}

extension BuyingHistory: Comparable {
  /// By repeats, then length, then the last purchase.
  public static func < (left: Self, right: Self) -> Bool {
    if left.repeats != right.repeats { return left.repeats < right.repeats }
    if left.lengthWeeks != right.lengthWeeks { return left.lengthWeeks < right.lengthWeeks }
    return left.lastWeeks < right.lastWeeks
  }
}
