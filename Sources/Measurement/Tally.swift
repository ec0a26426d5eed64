/// Everything that simulated communities leave behind: integers only, so that merging is addition
/// and any number of threads or machines gives the same bits (D8).
public struct Tally: Sendable, Hashable {
  /// The shape.
  public let layout: TallyLayout
  /// Communities added, each replication's counted.
  public internal(set) var communityCount: Int64 = 0
  /// One tally an arm; the first is control.
  public internal(set) var arms: [ArmTally]
  /// One an arm: its products with control's.
  public internal(set) var products: [CrossProducts]
  /// One a pair of the layout: the products of its two arms.
  public internal(set) var pairs: [CrossProducts]
  /// One an arm: the products of its slices.
  public internal(set) var slices: [SliceProducts]
  /// One an arm: the squares of its weeks.
  public internal(set) var weeks: [WeekProducts]
  /// What is known of the people beforehand, and its products with every arm's totals.
  public internal(set) var variates: VariateProducts

  /// A tally of nothing.
  public init(layout: TallyLayout) {
    self.layout = layout
    arms = Array(repeating: ArmTally(layout: layout), count: layout.armCount)
    products = Array(repeating: CrossProducts(), count: layout.armCount)
    pairs = Array(repeating: CrossProducts(), count: layout.pairs.count)
    slices = Array(repeating: SliceProducts(layout: layout), count: layout.armCount)
    weeks = Array(repeating: WeekProducts(layout: layout), count: layout.armCount)
    variates = VariateProducts(armCount: layout.armCount)
  }

  /// Adds one community's life under every arm.
  ///
  /// - Parameter variates: What is known of its people beforehand, by ``ControlVariate``; none where
  ///   nothing is.
  public mutating func add(community: [ArmTally], variates known: [Int64]) {
    precondition(community.count == arms.count, "a community lives under every arm")
    communityCount += 1
    let control = community[0].byWeek
    for index in arms.indices {
      arms[index].merge(community[index])
      products[index].add(arm: community[index].totals, control: community[0].totals)
      slices[index].add(community[index])
      weeks[index].add(arm: index == 0 ? control : community[index].byWeek, control: control)
    }
    for (index, pair) in layout.pairs.enumerated() {
      pairs[index].add(arm: community[pair.arm].totals, control: community[pair.other].totals)
    }
    if !known.isEmpty { variates.add(known, arms: community.map(\.totals)) }
  }

  /// Adds another tally of the same shape.
  public mutating func merge(_ other: Tally) {
    precondition(layout == other.layout, "only tallies of one shape add up")
    communityCount += other.communityCount
    for index in arms.indices {
      arms[index].merge(other.arms[index])
      products[index].merge(other.products[index])
      slices[index].merge(other.slices[index])
      weeks[index].merge(other.weeks[index])
    }
    for index in pairs.indices { pairs[index].merge(other.pairs[index]) }
    variates.merge(other.variates)
  }
}
