public import Timeline

/// Two arms whose products a tally keeps beside those of each arm with control.
public struct TallyPair: Sendable, Hashable {
  /// The arm, by its position.
  public let arm: Int
  /// The arm that it is held against.
  public let other: Int

  /// Creates a pair.
  public init(arm: Int, other: Int) {
    self.arm = arm
    self.other = other
  }
}

/// The shape of a tally: how many arms, days, months, vintages, segments and tiers it has.
public struct TallyLayout: Sendable, Hashable {
  /// The days that are measured.
  public let horizon: Horizon
  /// The first month in which points can have been issued.
  public let firstVintage: Month
  /// Arms; the first is control.
  public let armCount: Int
  /// Segments.
  public let segmentCount: Int
  /// Tiers of the longest ladder, at least one.
  public let tierCount: Int
  /// Budgets of the scheme that has most.
  public let budgetCount: Int
  /// Tags of the scheme that has most.
  public let tagCount: Int
  /// Partners whose accounts the engine runs, too.
  public let merchantCount: Int
  /// Categories of the catalogue and one for goods of none; zero without a catalogue.
  public let categoryCount: Int
  /// Pairs of arms that are held against each other, each once.
  public let pairs: [TallyPair]

  /// Creates a layout.
  public init(
    horizon: Horizon, historyStart: Day, armCount: Int, segmentCount: Int, tierCount: Int,
    budgetCount: Int = 0, tagCount: Int = 0, merchantCount: Int = 0, categoryCount: Int = 0,
    pairs: [TallyPair] = []
  ) {
    precondition(
      pairs.allSatisfy { (0..<armCount).contains($0.arm) && (0..<armCount).contains($0.other) },
      "pairs are of arms that there are")
    self.horizon = horizon
    self.firstVintage = Month(historyStart)
    self.armCount = armCount
    self.segmentCount = segmentCount
    self.tierCount = max(1, tierCount)
    self.budgetCount = budgetCount
    self.tagCount = tagCount
    self.merchantCount = merchantCount
    self.categoryCount = categoryCount
    self.pairs = pairs
  }

  /// Months that the horizon touches.
  public var monthCount: Int { horizon.months.count }

  /// Weeks of the horizon, from its first day on; the last may be short.
  public var weekCount: Int { (horizon.dayCount + 6) / 7 }

  /// Vintages: from the first month of history to the horizon's last.
  public var vintageCount: Int { firstVintage.distance(to: Month(horizon.lastDay)) + 1 }

  /// The vintage at a position.
  public func vintage(_ position: Int) -> Month { firstVintage.advanced(by: position) }

  /// The position of a month in the horizon; -1 before it.
  public func monthPosition(of month: Month) -> Int {
    max(-1, horizon.months.lowerBound.distance(to: month))
  }

  func cellIndex(month: Int, segment: Int, tier: Int, _ column: CellColumn) -> Int {
    ((month * segmentCount + segment) * tierCount + tier) * CellColumn.count + column.rawValue
  }

  /// Slot 0 holds what happened before the horizon.
  func movementIndex(month: Int, vintage: Int, _ column: MovementColumn) -> Int {
    ((month + 1) * vintageCount + vintage) * MovementColumn.count + column.rawValue
  }

  var tagTotal: Int { monthCount * tagCount }
  var cellTotal: Int { monthCount * segmentCount * tierCount * CellColumn.count }
  var movementTotal: Int { (monthCount + 1) * vintageCount * MovementColumn.count }
}
