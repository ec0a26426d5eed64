public import OrderLogs
public import Timeline

/// Reads an order file into a summary, in one pass where every customer's rows stand in the order of
/// time.
///
/// Memory grows with customers and days, not with orders. Where a customer's rows go back in time,
/// the file is read again, and the days of such customers are collected and sorted, so many
/// customers at a time that at most ``mostCollected`` rows are held at once.
public struct OrderIntake {
  /// Rows of customers out of order that are held at once.
  ///
  /// assumption: sixteen bytes a row, 80 MB in all.
  public static let mostCollected = 5_000_000

  private let path: String
  private let options: OrderLogOptions
  private let mostCollected: Int
  /// The last day of the window; the file's last day if it is not said.
  private let until: Day?

  /// Prepares to read a file.
  public init(
    path: String, options: OrderLogOptions = OrderLogOptions(), until: Day? = nil,
    mostCollected: Int = OrderIntake.mostCollected
  ) {
    self.path = path
    self.options = options
    self.until = until
    self.mostCollected = max(1, mostCollected)
  }

  /// Reads the file; every row that cannot be used is told.
  public func read(
    onProblem report: (OrderLogProblem) -> Void
  ) throws(OrderLogError) -> Result<OrderSummary, FitRefusal> {
    var first = IntakePass(minorDigits: options.minorDigits, window: until)
    try stream { first.add($0, report) }
    guard let lastDay = first.lastDay else { return .failure(.noCustomers) }
    guard !first.unordered.isEmpty else { return .success(first.summary(lastDay: lastDay)) }
    var second = IntakePass(minorDigits: options.minorDigits, window: until)
    let parts = first.parts(holding: mostCollected)
    for (index, part) in parts.enumerated() {
      second.begin(collecting: part, leavingOut: first.unordered, isFirst: index == 0)
      try stream { second.add($0) { _ in } }
      second.finishCollecting()
    }
    second.keepCounts(of: first)
    return .success(second.summary(lastDay: lastDay))
  }

  private func stream(_ body: (OrderLogEntry) -> Void) throws(OrderLogError) {
    for entry in try OrderLogReader(path: path, options: options) { body(entry) }
  }
}
