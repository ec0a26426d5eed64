internal import ArgumentParser
internal import Experiments
internal import OrderLogs
internal import Quantities
internal import Timeline

/// The orders of a file, ready to be replayed.
struct ReplayInput {
  /// A row that cannot be used, and why.
  struct BadRow: Encodable {
    var line: Int
    var reason: String
  }

  let path: String
  /// Rows of the file, bad ones included.
  private(set) var rowCount = 0
  private(set) var badRows: [BadRow] = []
  private(set) var orders: [ReplayOrder] = []
  private(set) var refunds: [ReplayRefund] = []
  /// Refunds that name no order.
  private(set) var unnamedRefundCount = 0
  /// Rows that told an order again; each order counts once.
  private(set) var duplicateCount = 0
  /// Rows that came later than the watermark allows.
  private(set) var late: [ReplayIntake.Refused] = []
  /// The customers' names, ascending, by number: whatever the order of the rows.
  private(set) var names: [String] = []
  /// Rows that name a coupon.
  private(set) var couponCount = 0
  private(set) var hasPointsColumn = false
  /// Whether any row tells the time of day.
  private(set) var hasTimes = false

  /// Reads a file; what cannot be opened or understood at all is an ``OrderLogError``.
  ///
  /// - Parameter watermarkMinutes: see ``ReplayIntake``.
  init(
    path: String, options: OrderLogOptions, mergesDays: Bool, watermarkMinutes: Int? = nil
  ) throws(OrderLogError) {
    self.path = path
    let reader = try OrderLogReader(path: path, options: options)
    hasPointsColumn = reader.layout.columns[.pointsRedeemed] != nil
    var rows: [OrderRow] = []
    for entry in reader {
      rowCount += 1
      switch entry {
      case .problem(let problem):
        badRows.append(
          BadRow(line: problem.line, reason: "\(problem.reason): ‹\(problem.excerpt)›"))
      case .row(let row): rows.append(row)
      }
    }
    let intake = ReplayIntake(rows, watermarkMinutes: watermarkMinutes)
    rows = intake.rows
    duplicateCount = intake.duplicateCount
    late = intake.late
    badRows += intake.unusable.map { BadRow(line: $0.line, reason: $0.reason) }
    hasTimes = rows.contains { $0.hasTime }
    couponCount = rows.count { $0.coupon != nil && $0.kind == .purchase }
    var purchases = rows.filter { $0.kind == .purchase }
    if mergesDays { purchases = SameDayOrders.merged(purchases) }
    take(purchases)
    let matching = RefundMatching(
      rows, orders: purchases, merged: mergesDays, decimals: options.minorDigits)
    (refunds, unnamedRefundCount) = (matching.refunds, matching.unnamedCount)
    badRows += matching.badRows
    badRows.sort { $0.line < $1.line }
  }

  private mutating func take(_ rows: [OrderRow]) {
    var numbers: [String: Int] = [:]
    for name in rows.map(\.customer).sorted() where numbers[name] == nil {
      numbers[name] = names.count
      names.append(name)
    }
    orders = rows.compactMap { row in
      numbers[row.customer].map { customer in
        ReplayOrder(
          customer: customer, minute: row.minute, list: row.amount,
          pointsRedeemed: row.pointsRedeemed)
      }
    }
  }

  /// Orders that count, before a customer's day is merged.
  var usedCount: Int {
    rowCount - badRows.count - duplicateCount - late.count - refunds.count
  }

  /// From the first order's day to that of the last order or refund; nothing without orders.
  var days: ClosedRange<Day>? {
    guard let first = orders.map(\.minute.day).min(),
      let last = (orders.map(\.minute.day) + refunds.map(\.minute.day)).max()
    else { return nil }
    return first...last
  }
}
