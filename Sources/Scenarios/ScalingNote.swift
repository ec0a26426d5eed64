/// What another number of members changed in a scenario beyond what was asked.
public enum ScalingNote: Sendable, Hashable {
  /// Prospects.
  case prospects(from: Int, to: Int)
  /// Arrivals per month.
  case arrivals(from: Int, to: Int)
  /// So many budgets for the whole program.
  case budgets(Int)
  /// So many limits of expectations for the whole program.
  case limits(Int)
}

extension ScalingNote: CustomStringConvertible {
  /// The note in words.
  public var description: String {
    switch self {
    case .prospects(let before, let after): "prospects scaled from \(before) to \(after)"
    case .arrivals(let before, let after): "arrivals per month scaled from \(before) to \(after)"
    case .budgets(let count): "\(count) budget(s) for the whole program scaled alike"
    case .limits(let count): "\(count) limit(s) for the whole program scaled alike"
    }
  }
}
