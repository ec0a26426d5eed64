/// The totals of each replication by itself, for every arm.
///
/// Where communities depend on each other, replications are what is independent (D9): they come from
/// draws of their own. The digest does not hold these totals, as they only split what it holds.
public struct ReplicationTotals: Sendable, Hashable {
  /// A total each column, by replication, then by arm.
  private var totals: [[[Int64]]]

  /// Nothing of so many replications yet.
  public init(replications: Int, armCount: Int) {
    let nothing = Array(repeating: Int64(0), count: TallyColumn.count)
    totals = Array(
      repeating: Array(repeating: nothing, count: armCount), count: replications)
  }

  /// Replications.
  public var count: Int { totals.count }

  /// Adds a tally of communities that all belong to one replication.
  public mutating func add(_ tally: Tally, replication: Int) {
    for arm in tally.arms.indices {
      for (column, total) in tally.arms[arm].totals.enumerated() {
        totals[replication][arm][column] += total
      }
    }
  }

  /// An arm's totals of one replication, by the raw value of ``TallyColumn``.
  public func totals(replication: Int, arm: Int) -> [Int64] { totals[replication][arm] }

  /// The products of an arm's and control's totals, summed over replications.
  public func products(arm: Int) -> CrossProducts {
    var products = CrossProducts()
    for replication in totals {
      products.add(arm: replication[arm], control: replication[0])
    }
    return products
  }
}
