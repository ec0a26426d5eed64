/// The histories of many customers, equal ones counted once.
public struct HistoryTable: Sendable, Hashable {
  /// Customers with the same history.
  public struct Row: Sendable, Hashable {
    /// Their history.
    public var history: BuyingHistory
    /// How many there are; a share of them where customers are split over segments.
    public var count: Double

    /// Creates a row.
    public init(history: BuyingHistory, count: Double) {
      self.history = history
      self.count = count
    }
  }

  /// The rows, ordered by repeats, then length, then the last purchase.
  public private(set) var rows: [Row]
  /// The sum over all customers of the logarithms of the weeks between their purchases.
  ///
  /// What tells regular buyers from irregular ones: the only thing about the single gaps that the
  /// likelihood of Erlang-k purchases looks at.
  public let logGapSum: Double

  /// Counts equal histories once.
  public init(_ histories: [BuyingHistory], logGapSum: Double = 0) {
    var rows: [Row] = []
    for history in histories.sorted() {
      if rows.last?.history == history {
        rows[rows.count - 1].count += 1
      } else {
        rows.append(Row(history: history, count: 1))
      }
    }
    self.rows = rows
    self.logGapSum = logGapSum
  }

  /// The same histories with other counts, one for each row.
  public func reweighted(_ counts: [Double]) -> HistoryTable {
    precondition(counts.count == rows.count, "one count for each row")
    var table = self
    for index in counts.indices { table.rows[index].count = counts[index] }
    return table
  }

  /// Every n-th row, with counts raised so that their sum stays about the same.
  func thinned(to most: Int) -> HistoryTable {
    guard rows.count > most else { return self }
    let step = (rows.count + most - 1) / most
    var table = self
    table.rows = stride(from: 0, to: rows.count, by: step).map { rows[$0] }
    let scale = customerCount / table.customerCount
    for index in table.rows.indices { table.rows[index].count *= scale }
    return table
  }

  /// All customers.
  public var customerCount: Double { rows.reduce(0) { $0 + $1.count } }
  /// Customers who bought again.
  public var repeaterCount: Double {
    rows.reduce(0) { $0 + ($1.history.repeats > 0 ? $1.count : 0) }
  }
  /// All repeat purchases.
  public var repeatCount: Double {
    rows.reduce(0) { $0 + Double($1.history.repeats) * $1.count }
  }
  /// The weeks that all customers were watched, together.
  public var customerWeeks: Double {
    rows.reduce(0) { $0 + $1.history.lengthWeeks * $1.count }
  }
  /// The most repeats of a customer.
  public var mostRepeats: Int { rows.last?.history.repeats ?? 0 }
}
