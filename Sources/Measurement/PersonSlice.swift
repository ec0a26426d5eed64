/// By what persons are told apart when it is asked who gains and who costs.
///
/// All but the tier are facts of the day on which the horizon begins, so no arm can change them; the
/// tier is that of the arm when the horizon ends, and control's life of the same persons stands beside.
public enum SliceDimension: Int, Sendable, CaseIterable {
  /// The scenario's segments.
  case segment
  /// The arm's tier at the horizon's end; the first slice is whoever is no member then.
  case tier
  /// Time as a member when the horizon begins: ``tenureEdgeDays``; the first slice is no member.
  case tenure
  /// Days since the last order by orders in the year before: ``recencyEdgeDays`` (rows) and
  /// ``frequencyEdges`` (columns).
  case recencyFrequency
  /// List value of orders in the year before: ``spendingEdgesMinor``; the first slice spent nothing.
  case spending

  /// Days as a member at which the second, third slice of members begins.
  ///
  /// `assumption:` a quarter and
  /// a year, as the trade tells new from settled members.
  public static let tenureEdgeDays = [90, 365]
  /// The last day since an order of each recency but the last.
  ///
  /// `assumption:` a month, a quarter, a year.
  public static let recencyEdgeDays = [30, 90, 365]
  /// The least number of orders of each frequency but the first, which is none.
  ///
  /// `assumption:` once,
  /// a few, often.
  public static let frequencyEdges = [1, 2, 5]
  /// Minor units at which the second, third slice of buyers begins.
  ///
  /// `assumption:` ¥100 and ¥1,000, and as round in a currency without minor units.
  public static let spendingEdgesMinor: [Int64] = [10_000, 100_000]

  /// Days before the horizon that recency, frequency and spending look at.
  public static let pastDays = 365
}

/// What is kept of each slice of persons, per arm: the arm's and control's lives of the same persons.
public enum SliceColumn: Int, Sendable, CaseIterable {
  case persons
  case orders, controlOrders
  /// List value less goods, of all orders, less what returns took away.
  case marginMinor, controlMarginMinor
  /// What incentives cost, less what members paid for them.
  case incentiveMinor, controlIncentiveMinor

  /// How many columns there are.
  public static let count = allCases.count
}

extension TallyLayout {
  /// How many slices a dimension has.
  public func sliceCount(_ dimension: SliceDimension) -> Int {
    switch dimension {
    case .segment: segmentCount
    case .tier: tierCount + 1
    case .tenure: SliceDimension.tenureEdgeDays.count + 2
    case .recencyFrequency:
      (SliceDimension.recencyEdgeDays.count + 1) * (SliceDimension.frequencyEdges.count + 1)
    case .spending: SliceDimension.spendingEdgesMinor.count + 2
    }
  }

  /// All slices of all dimensions.
  var sliceTotal: Int { SliceDimension.allCases.reduce(0) { $0 + sliceCount($1) } }

  /// Where a slice stands among all.
  func slicePosition(_ dimension: SliceDimension, _ slice: Int) -> Int {
    var position = slice
    for number in 0..<dimension.rawValue {
      position += SliceDimension(rawValue: number).map(sliceCount) ?? 0
    }
    return position
  }
}

/// One person's two lives, as slices add them up; in the order of ``SliceColumn``.
public struct PersonAmounts: Sendable, Hashable {
  /// Orders within the horizon, of the arm and of control.
  public var orders, controlOrders: Int64
  /// Margin and incentives of both, in minor units.
  public var marginMinor, controlMarginMinor, incentiveMinor, controlIncentiveMinor: Int64

  /// Creates the amounts of a person.
  public init(
    orders: Int64, controlOrders: Int64, marginMinor: Int64, controlMarginMinor: Int64,
    incentiveMinor: Int64, controlIncentiveMinor: Int64
  ) {
    self.orders = orders
    self.controlOrders = controlOrders
    self.marginMinor = marginMinor
    self.controlMarginMinor = controlMarginMinor
    self.incentiveMinor = incentiveMinor
    self.controlIncentiveMinor = controlIncentiveMinor
  }
}

extension ArmTally {
  /// Adds one person to a slice.
  public mutating func add(_ person: PersonAmounts, to dimension: SliceDimension, slice: Int) {
    let first = layout.slicePosition(dimension, slice) * SliceColumn.count
    slices[first] += 1
    slices[first + SliceColumn.orders.rawValue] += person.orders
    slices[first + SliceColumn.controlOrders.rawValue] += person.controlOrders
    slices[first + SliceColumn.marginMinor.rawValue] += person.marginMinor
    slices[first + SliceColumn.controlMarginMinor.rawValue] += person.controlMarginMinor
    slices[first + SliceColumn.incentiveMinor.rawValue] += person.incentiveMinor
    slices[first + SliceColumn.controlIncentiveMinor.rawValue] += person.controlIncentiveMinor
  }

  /// What a slice has.
  public func slice(_ column: SliceColumn, of dimension: SliceDimension, at slice: Int) -> Int64 {
    slices[layout.slicePosition(dimension, slice) * SliceColumn.count + column.rawValue]
  }
}
