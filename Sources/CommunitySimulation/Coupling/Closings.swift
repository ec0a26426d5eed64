/// The moment at which a budget that all communities share closes for good in its period (D6).
///
/// Moments of all communities have one order: by minute, then by the community's place in that
/// minute, which is drawn, then by the moment's number in its community.
public struct ClosingInstant: Sendable, Hashable {
  /// The budget, by its position among those of the arm's scheme.
  public var budget: Int
  /// The minute.
  public var minute: Int32
  /// The community of the first use that does not fit.
  public var community: Int
  /// The number of that moment in its community, counted in the arm from the horizon's start.
  public var moment: Int32
  /// What that use gets, if it gets what is left.
  public var remainder: Int64

  /// Creates the instant.
  public init(budget: Int, minute: Int32, community: Int, moment: Int32, remainder: Int64) {
    self.budget = budget
    self.minute = minute
    self.community = community
    self.moment = moment
    self.remainder = remainder
  }
}

/// When shared budgets close, for each replication and arm, each in order of time.
public struct Closings: Sendable, Hashable {
  /// By replication, then by arm; replications that are not there have none.
  public private(set) var instants: [[[ClosingInstant]]] = []

  /// No budget closes.
  public init() {}

  /// Adds the instants of other replications.
  public mutating func add(_ other: Closings) {
    for (replication, arms) in other.instants.enumerated() {
      for (arm, instants) in arms.enumerated() where !instants.isEmpty {
        self[UInt32(replication), arm] = instants
      }
    }
  }

  /// The instants of an arm in a replication.
  public subscript(replication: UInt32, arm: Int) -> [ClosingInstant] {
    get {
      guard Int(replication) < instants.count, arm < instants[Int(replication)].count else {
        return []
      }
      return instants[Int(replication)][arm]
    }
    set {
      while instants.count <= Int(replication) { instants.append([]) }
      while instants[Int(replication)].count <= arm { instants[Int(replication)].append([]) }
      instants[Int(replication)][arm] = newValue
    }
  }
}

/// One use of a shared budget.
public struct BudgetUse: Sendable, Hashable {
  /// The budget, by its position among those of the arm's scheme.
  public var budget: Int
  /// The minute.
  public var minute: Int32
  /// The number of the moment in its community.
  public var moment: Int32
  /// How much was used.
  public var amount: Int64
}
