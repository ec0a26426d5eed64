internal import Timeline

/// The integer totals of one arm: for one community while it lives, for all when they are merged.
public struct ArmTally: Sendable, Hashable {
  /// The edges of the histogram of person-level differences in orders: −20 or less to 20 or more.
  public static let differenceEdges = -20...20

  /// The width of a bin of the histogram of wear at exposure; the last bin holds all above.
  public static let wearBinWidth = 0.05
  static let wearBinCount = 41

  /// Channels by which members are reached.
  public static let channelCount = 7

  /// The shape.
  public let layout: TallyLayout
  /// One total a column.
  public internal(set) var totals: [Int64]
  var daily: [Int64]
  var cells: [Int64]
  var movements: [Int64]
  var budgets: [Int64]
  var channels: [Int64]
  /// Members by tag at the end of each month of the horizon; nothing where no scheme has tags.
  var tags: [Int64]
  /// What is kept of each partner with accounts of its own.
  var merchants: [Int64]
  /// Persons by what they are, with both lives.
  var slices: [Int64]
  /// Sales by category of the catalogue.
  var categories: [Int64]
  /// What is left after the horizon.
  var runOff: [Int64]
  /// Persons by how much more or less than in control they are worth to the merchant.
  public internal(set) var valueDifferences: [Int64]
  /// Fatigue by week and segment, and by channel and topic.
  public internal(set) var fatigue: FatigueTally
  /// Persons by how many orders more than in control they have.
  public internal(set) var orderDifferences: [Int64]
  /// Delivered messages by the wear they met.
  public internal(set) var wearAtExposure: [Int64]

  /// A tally of nothing.
  public init(layout: TallyLayout) {
    self.layout = layout
    totals = Array(repeating: 0, count: TallyColumn.count)
    daily = Array(repeating: 0, count: layout.horizon.dayCount * DailyColumn.count)
    cells = Array(repeating: 0, count: layout.cellTotal)
    movements = Array(repeating: 0, count: layout.movementTotal)
    budgets = Array(repeating: 0, count: layout.budgetCount * BudgetColumn.count)
    channels = Array(repeating: 0, count: Self.channelCount * ChannelColumn.count)
    tags = Array(repeating: 0, count: layout.tagTotal)
    merchants = Array(repeating: 0, count: layout.merchantCount * MerchantColumn.count)
    slices = Array(repeating: 0, count: layout.sliceTotal * SliceColumn.count)
    categories = Array(repeating: 0, count: layout.categoryCount * CategoryColumn.count)
    runOff = Array(repeating: 0, count: RunOffColumn.days.count * RunOffColumn.count)
    valueDifferences = Array(repeating: 0, count: ValueDifference.binCount)
    fatigue = FatigueTally(layout: layout)
    orderDifferences = Array(repeating: 0, count: Self.differenceEdges.count)
    wearAtExposure = Array(repeating: 0, count: Self.wearBinCount)
  }

  /// A column's total.
  public subscript(column: TallyColumn) -> Int64 {
    get { totals[column.rawValue] }
    set { totals[column.rawValue] = newValue }
  }

  /// Adds to a column.
  public mutating func add(_ amount: Int64 = 1, to column: TallyColumn) {
    totals[column.rawValue] += amount
  }

  /// Adds to a day of the horizon, counted from 0.
  public mutating func add(_ amount: Int64, to column: DailyColumn, day: Int) {
    daily[day * DailyColumn.count + column.rawValue] += amount
  }

  /// The values of each day of the horizon.
  public func series(_ column: DailyColumn) -> [Int64] {
    (0..<layout.horizon.dayCount).map { daily[$0 * DailyColumn.count + column.rawValue] }
  }

  /// Adds to a cell; the month is counted from the horizon's first.
  public mutating func add(
    _ amount: Int64, to column: CellColumn, month: Int, segment: Int, tier: Int
  ) {
    cells[layout.cellIndex(month: month, segment: segment, tier: tier, column)] += amount
  }

  /// The value of a cell.
  public func cell(_ column: CellColumn, month: Int, segment: Int, tier: Int) -> Int64 {
    cells[layout.cellIndex(month: month, segment: segment, tier: tier, column)]
  }

  /// Adds to the movements of a vintage in a month; month −1 is everything before the horizon.
  public mutating func add(
    _ points: Int64, to column: MovementColumn, month: Int, vintage: Int
  ) {
    movements[layout.movementIndex(month: month, vintage: vintage, column)] += points
  }

  /// The movements of a vintage in a month; month −1 is everything before the horizon.
  public func movement(_ column: MovementColumn, month: Int, vintage: Int) -> Int64 {
    movements[layout.movementIndex(month: month, vintage: vintage, column)]
  }

  /// Adds to what is kept of a budget, by its position in the scheme.
  public mutating func add(_ amount: Int64, to column: BudgetColumn, budget: Int) {
    budgets[budget * BudgetColumn.count + column.rawValue] += amount
  }

  /// What is kept of a budget, by its position in the scheme.
  public func budget(_ column: BudgetColumn, at position: Int) -> Int64 {
    budgets[position * BudgetColumn.count + column.rawValue]
  }

  /// Adds to what is kept of a channel, by its number.
  public mutating func add(_ amount: Int64 = 1, to column: ChannelColumn, channel: Int) {
    channels[channel * ChannelColumn.count + column.rawValue] += amount
  }

  /// What is kept of a channel, by its number.
  public func channel(_ column: ChannelColumn, at channel: Int) -> Int64 {
    channels[channel * ChannelColumn.count + column.rawValue]
  }

  /// Counts members with a tag, by its position in the scheme, at the end of a month, counted from
  /// the horizon's first.
  public mutating func add(_ members: Int64, toTag tag: Int, month: Int) {
    tags[month * layout.tagCount + tag] += members
  }

  /// Members with a tag at the end of a month.
  public func members(withTag tag: Int, month: Int) -> Int64 {
    tags[month * layout.tagCount + tag]
  }

  /// Notes by how many orders a person's life differs from that in control.
  public mutating func noteDifference(inOrders difference: Int64) {
    let edges = Self.differenceEdges
    let clamped = min(max(Int(difference), edges.lowerBound), edges.upperBound)
    orderDifferences[clamped - edges.lowerBound] += 1
  }

  /// Notes the wear that a delivered message met: in the mean, in the histogram, and where it was.
  public mutating func noteExposure(wear: Double, at cell: FatigueCell) {
    let micro = Int64((wear * 1e6).rounded())
    add(micro, to: .wearMicro)
    add(micro, to: .wearMicro, at: cell)
    add(1, to: .messages, at: cell)
    let bin = Int(min(wear / Self.wearBinWidth, Double(Self.wearBinCount - 1)))
    wearAtExposure[bin] += 1
  }

  /// Adds another tally of the same shape.
  public mutating func merge(_ other: ArmTally) {
    precondition(layout == other.layout, "only tallies of one shape add up")
    Self.add(other.totals, to: &totals)
    Self.add(other.daily, to: &daily)
    Self.add(other.cells, to: &cells)
    Self.add(other.movements, to: &movements)
    Self.add(other.budgets, to: &budgets)
    Self.add(other.channels, to: &channels)
    Self.add(other.tags, to: &tags)
    Self.add(other.merchants, to: &merchants)
    Self.add(other.slices, to: &slices)
    Self.add(other.categories, to: &categories)
    Self.add(other.runOff, to: &runOff)
    Self.add(other.valueDifferences, to: &valueDifferences)
    Self.add(other.fatigue.byWeek, to: &fatigue.byWeek)
    Self.add(other.fatigue.byChannel, to: &fatigue.byChannel)
    Self.add(other.orderDifferences, to: &orderDifferences)
    Self.add(other.wearAtExposure, to: &wearAtExposure)
  }

  private static func add(_ source: [Int64], to target: inout [Int64]) {
    for index in target.indices { target[index] += source[index] }
  }
}
