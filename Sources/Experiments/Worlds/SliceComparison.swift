public import Measurement
public import NumericalMethods
public import Statistics

/// Who gains and who costs: one dimension's slices of persons, an arm's life against control's.
public struct SliceComparison: Sendable, Hashable {
  /// What is compared of a slice, per person.
  public enum Quantity: Sendable, Hashable, CaseIterable {
    /// Orders.
    case orders
    /// Margin less what incentives cost: what the person is worth to the merchant.
    case net
    /// What incentives cost, less what the person paid for them.
    case cost
  }

  /// One slice: sums over all replications, and differences to control per person.
  public struct Slice: Sendable, Hashable {
    /// The slice's position in its dimension.
    public let position: Int
    /// Persons, each replication's counted.
    public let persons: Int64
    /// Margin less incentives, arm less control, in minor units.
    public let netMinor: Int64
    /// Incentives, arm less control, in minor units.
    public let costMinor: Int64
    /// Margin, arm less control, in minor units.
    public let marginMinor: Int64
    /// Orders of the arm and of control.
    public let orders, controlOrders: Int64
    /// Arm less control per person, with the simulation noise (a); money in minor units.
    public let effects: [Measured]

    /// A quantity's effect per person.
    public subscript(quantity: Quantity) -> Measured {
      switch quantity {
      case .orders: effects[0]
      case .net: effects[1]
      case .cost: effects[2]
      }
    }
  }

  /// The dimension.
  public let dimension: SliceDimension
  /// The slices that hold anybody, in order.
  public let slices: [Slice]
  /// Net value per person drawn toward the common effect; nothing without intervals.
  public let shrunkNet: Shrinkage?
  /// Whether net value per person differs between slices; nothing without intervals.
  public let netDiffers: InteractionTest?

  /// Compares one arm of a tally by one dimension.
  ///
  /// - Parameter apart: The totals of each replication where communities depend on each other.
  public init(
    _ dimension: SliceDimension, _ tally: Tally, arm: Int, apart: ReplicationTotals? = nil
  ) throws(NumericalError) {
    self.dimension = dimension
    let layout = tally.layout
    let units = UnitProducts(tally, arm: arm, apart: apart)
    var slices: [Slice] = []
    for position in 0..<layout.sliceCount(dimension) {
      let found = try Self.slice(position, dimension, tally.arms[arm], units, layout)
      if let found { slices.append(found) }
    }
    self.slices = slices
    let effects = slices.compactMap { slice in
      slice[.net].estimate.flatMap { $0.standardError == nil ? nil : SegmentEffect($0) }
    }
    guard effects.count == slices.count, effects.count > 1 else {
      (shrunkNet, netDiffers) = (nil, nil)
      return
    }
    shrunkNet = try Shrinkage(effects, level: Comparison.level)
    netDiffers = try InteractionTest(effects)
  }

  private static func slice(
    _ position: Int, _ dimension: SliceDimension, _ arm: ArmTally, _ units: UnitProducts,
    _ layout: TallyLayout
  ) throws(NumericalError) -> Slice? {
    func value(_ column: SliceColumn) -> Int64 { arm.slice(column, of: dimension, at: position) }
    let persons = value(.persons)
    guard persons > 0 else { return nil }
    let orders = value(.orders) - value(.controlOrders)
    let margin = value(.marginMinor) - value(.controlMarginMinor)
    let cost = value(.incentiveMinor) - value(.controlIncentiveMinor)
    typealias Column = SliceProducts.Quantity
    func product(_ first: Column, _ second: Column) -> Int128 {
      units.slices.product(first, second, of: dimension, at: position, layout: layout)
    }
    func totals(_ sum: Int64, _ squares: Int128) -> SampleTotals {
      SampleTotals(count: units.count, sum: Int128(sum), sumOfSquares: squares)
    }
    let base = totals(persons, product(.persons, .persons))
    func effect(
      _ sum: Int64, _ squares: Int128, _ cross: Int128
    ) throws(NumericalError) -> Measured {
      let joint = JointTotals(first: totals(sum, squares), second: base, crossProducts: cross)
      let ratio = try RatioEstimate.ratio(joint, level: Comparison.level)
      return ratio.estimate.map { .defined($0) } ?? .undefined(.noMembersAtStart)
    }
    let (margins, costs) = (Column.marginMinor, Column.incentiveMinor)
    return Slice(
      position: position, persons: persons, netMinor: margin - cost, costMinor: cost,
      marginMinor: margin, orders: value(.orders), controlOrders: value(.controlOrders),
      effects: [
        try effect(orders, product(.orders, .orders), product(.orders, .persons)),
        try effect(
          margin - cost,
          product(margins, margins) - 2 * product(margins, costs) + product(costs, costs),
          product(margins, .persons) - product(costs, .persons)),
        try effect(cost, product(costs, costs), product(costs, .persons)),
      ])
  }
}

/// The independent units of a tally with the products that slices and weeks need.
struct UnitProducts {
  let count: Int
  let slices: SliceProducts
  let weeks: WeekProducts

  /// Communities, or replications where there are totals of them; too few of those are one unit,
  /// which has values and no spread.
  init(_ tally: Tally, arm: Int, apart: ReplicationTotals?) {
    guard let apart else {
      (count, slices, weeks) = (Int(tally.communityCount), tally.slices[arm], tally.weeks[arm])
      return
    }
    guard IndependentUnit.replication.missing(of: apart.count) == 0 else {
      var whole = SliceProducts(layout: tally.layout)
      whole.add(tally.arms[arm])
      var week = WeekProducts(layout: tally.layout)
      week.add(arm: tally.arms[arm].byWeek, control: tally.arms[0].byWeek)
      (count, slices, weeks) = (1, whole, week)
      return
    }
    count = apart.count
    slices = apart.sliceProducts(arm: arm, layout: tally.layout)
    weeks = apart.weekProducts(arm: arm, layout: tally.layout)
  }
}
