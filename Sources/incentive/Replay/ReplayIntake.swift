internal import IncentiveEngine
internal import OrderLogs
internal import PointsLedger
internal import Quantities
internal import Timeline

/// What of an order file is replayed: each order once, late ones within the watermark.
///
/// Rows arrive in the order of the file, at an ``EventInbox`` that says what becomes of each. An
/// order is known by its number; a file without order numbers has no duplicates that could be told
/// from two orders of the same amount, so there every row is an order of its own.
struct ReplayIntake {
  /// A row that the inbox refused, and why.
  struct Refused: Encodable {
    var line: Int
    /// The reason's stable name.
    var code: String
    var reason: String
  }

  /// The rows that count, in the order in which they happened.
  private(set) var rows: [OrderRow] = []
  /// Rows that told an order again.
  private(set) var duplicateCount = 0
  /// Rows that came later than the watermark allows.
  private(set) var late: [Refused] = []
  /// Rows under the number of another order, and such as no inbox takes.
  private(set) var unusable: [Refused] = []

  private var inbox: EventInbox<NoIncentives>
  /// Positions of the rows taken, by name.
  private var taken: [EventID: OrderRow] = [:]
  /// Numbers of the orders that refunds name, so that the inbox can tell them apart.
  private var refundedOrders: [String: UInt32] = [:]

  /// Takes rows in, in the order of the file.
  ///
  /// - Parameter watermarkMinutes: by how much a row may be older than the newest one before it;
  ///   nothing means that however late it is, it counts.
  init(_ arriving: [OrderRow], watermarkMinutes: Int?) {
    var customers: [String: Int] = [:]
    for row in arriving where customers[row.customer] == nil {
      customers[row.customer] = customers.count
    }
    inbox = EventInbox(
      engine: NoIncentives(), accountCount: customers.count, scheme: 0,
      watermarkMinutes: watermarkMinutes ?? Int(Int32.max))
    for row in arriving { take(row, customer: customers[row.customer] ?? 0) }
    var sink = Ignored()
    inbox.flush(into: &sink)
    rows = inbox.applied.compactMap { taken[$0] }
  }

  private mutating func take(_ row: OrderRow, customer: Int) {
    let submission = submission(row, customer: customer)
    let open = inbox.openFrom
    switch inbox.submit(submission) {
    case .pending where taken[submission.id] == nil: taken[submission.id] = row
    case .pending, .decided: duplicateCount += 1
    case .refused(.tooLate):
      let from = open.map { " before \($0.text), from which on orders are taken" } ?? ""
      late.append(
        Refused(
          line: row.line, code: InboxRefusal.tooLate.code,
          reason:
            "too late: \(row.kind == .refund ? "a refund" : "an order") of \(row.minute.text),\(from)"
        ))
    case .refused(let refusal):
      let number = row.order.map { " (number \($0))" } ?? ""
      unusable.append(
        Refused(
          line: row.line, code: refusal.code, reason: Language.en.words(refusal) + number))
    }
  }

  /// A row as an event.
  ///
  /// A refund has a number of its own only where another column says which order
  /// it is of: otherwise two under one number are two parts of an order, not one refund told twice.
  private mutating func submission(_ row: OrderRow, customer: Int) -> Submission {
    let line = String(row.line)
    let unnamed = String(repeating: "0", count: max(0, 12 - line.count)) + line
    guard row.kind == .purchase else {
      let isNumbered = row.order != nil && row.refundOf != nil
      let name = row.refundOf ?? row.order ?? ""
      let known = refundedOrders[name] ?? UInt32(refundedOrders.count)
      refundedOrders[name] = known
      return Submission(
        id: EventID(
          source: isNumbered ? "refund" : "refund-line",
          business: isNumbered ? row.order ?? unnamed : unnamed),
        account: customer, minute: row.minute,
        event: .refund(order: OrderNumber(index: known), part: .amount(row.amount)))
    }
    return Submission(
      id: EventID(
        source: row.order == nil ? "line" : "order", business: row.order ?? unnamed),
      account: customer, minute: row.minute,
      event: .order(offers: [], points: row.pointsRedeemed ?? .zero),
      basket: [BasketLine(listMinor: row.amount.minor)])
  }
}

/// Nobody needs the transfers of an engine without incentives.
private struct Ignored: TransferSink {
  mutating func record(_ transfer: Transfer) {}
}
