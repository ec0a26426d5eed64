/// The items that an offer is for (M25): it looks at their lines and takes off nothing else.
public struct OfferScope: Sendable, Hashable {
  /// What a threshold of money or items counts.
  public enum Counting: UInt8, Sendable, Hashable, CaseIterable {
    /// The lines that match.
    case matching
    /// The whole basket.
    case basket
  }

  /// Positions in the scenario's catalogue, ascending; see ``BasketLine/item``.
  public var items: [UInt16]
  /// What a threshold counts.
  public var counting: Counting

  /// Creates the scope.
  public init(items: [UInt16], counting: Counting = .matching) {
    self.items = items
    self.counting = counting
  }
}
