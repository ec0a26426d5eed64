/// The totals of each replication by itself, for every arm.
///
/// Where communities depend on each other, replications are what is independent (D9): they come from
/// draws of their own. The digest does not hold these totals, as they only split what it holds.
public struct ReplicationTotals: Sendable, Hashable {
  /// A total each column, by replication, then by arm.
  private var totals: [[[Int64]]]
  /// What slices of persons and weeks have, by replication, then by arm; empty until something is
  /// added.
  private var slices: [[[Int64]]]
  private var weeks: [[[Int64]]]
  /// Control variates, by replication.
  private var variates: [[Int64]]

  /// Nothing of so many replications yet.
  public init(replications: Int, armCount: Int) {
    let nothing = Array(repeating: Int64(0), count: TallyColumn.count)
    totals = Array(
      repeating: Array(repeating: nothing, count: armCount), count: replications)
    slices = Array(repeating: Array(repeating: [], count: armCount), count: replications)
    weeks = slices
    variates = Array(
      repeating: Array(repeating: 0, count: ControlVariate.count), count: replications)
  }

  /// Replications.
  public var count: Int { totals.count }

  /// Adds a tally of communities that all belong to one replication.
  public mutating func add(_ tally: Tally, replication: Int) {
    Self.add(tally.variates.sums.map { Int64($0) }, to: &variates[replication])
    for arm in tally.arms.indices {
      for (column, total) in tally.arms[arm].totals.enumerated() {
        totals[replication][arm][column] += total
      }
      Self.add(tally.arms[arm].slices, to: &slices[replication][arm])
      Self.add(tally.arms[arm].byWeek, to: &weeks[replication][arm])
    }
  }

  /// Adds the replications that follow.
  public mutating func append(_ later: ReplicationTotals) {
    totals += later.totals
    slices += later.slices
    weeks += later.weeks
    variates += later.variates
  }

  /// An arm's totals of one replication, by the raw value of ``TallyColumn``.
  public func totals(replication: Int, arm: Int) -> [Int64] { totals[replication][arm] }

  /// The products of an arm's and control's totals, summed over replications.
  public func products(arm: Int) -> CrossProducts { products(of: TallyPair(arm: arm, other: 0)) }

  /// The products of two arms' totals, summed over replications.
  public func products(of pair: TallyPair) -> CrossProducts {
    var products = CrossProducts()
    for replication in totals {
      products.add(arm: replication[pair.arm], control: replication[pair.other])
    }
    return products
  }

  /// The products of control variates, summed over replications.
  public var variateProducts: VariateProducts {
    var products = VariateProducts(armCount: totals.first?.count ?? 0)
    for (known, arms) in zip(variates, totals) { products.add(known, arms: arms) }
    return products
  }

  /// The products of an arm's slices, summed over replications.
  public func sliceProducts(arm: Int, layout: TallyLayout) -> SliceProducts {
    var products = SliceProducts(layout: layout)
    for replication in slices where !replication[arm].isEmpty {
      products.add(slices: replication[arm])
    }
    return products
  }

  /// The squares of an arm's weeks, summed over replications.
  public func weekProducts(arm: Int, layout: TallyLayout) -> WeekProducts {
    var products = WeekProducts(layout: layout)
    for replication in weeks where !replication[arm].isEmpty {
      products.add(arm: replication[arm], control: replication[0])
    }
    return products
  }

  private static func add(_ source: [Int64], to target: inout [Int64]) {
    if target.isEmpty {
      target = source
      return
    }
    for index in target.indices { target[index] += source[index] }
  }
}
