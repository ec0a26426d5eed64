/// What is independent in a scenario, so that its spread says how sure a number is (D9).
public enum IndependentUnit: String, Sendable, Hashable {
  /// A community in a replication: communities share nothing.
  case community
  /// A replication: a scheme shares a budget or stock among communities, so that what one uses,
  /// others go without.
  case replication

  /// The fewest replications that give intervals where communities depend on each other (D9).
  public static let fewestReplications = 10

  /// Several of them, in a sentence.
  public var plural: String { self == .community ? "communities" : "replications" }

  /// How many replications are missing for intervals; none where communities are independent.
  public func missing(of replications: Int) -> Int {
    self == .community ? 0 : max(0, Self.fewestReplications - replications)
  }

  /// Why there are no intervals, in a sentence; nothing where there are enough replications.
  public func warning(of replications: Int) -> String? {
    guard missing(of: replications) > 0 else { return nil }
    return "communities share a budget, so intervals come from replications alone: "
      + "\(replications) are too few and give none, take at least \(Self.fewestReplications)"
  }
}
