public import Quantities

/// A price for several units (M21): every so many units, one is cheaper (第二件半价).
///
/// Of `every` units the last pays less by `off`. What the cheaper units cost is rounded down, and so
/// is the reduction.
public struct NthUnit: Sendable, Hashable {
  /// Which units count together, and which of them are cheaper.
  public enum Choice: UInt8, Sendable, Hashable, CaseIterable {
    /// Units of one item; items do not mix.
    case sameItem
    /// Units of all items that match; the cheapest of them pay less.
    case cheapest
  }

  /// How many units make one cheaper; at least two.
  public var every: Int
  /// The share taken off that one.
  public var off: Rate
  /// Which units count together.
  public var choice: Choice

  /// Creates the rule.
  public init(every: Int, off: Rate, choice: Choice) {
    self.every = every
    self.off = off
    self.choice = choice
  }
}
