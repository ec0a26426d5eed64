import OrderLogs
import Quantities
import Timeline

/// One pass over an order file.
struct IntakePass {
  /// What a pass does with one customer's rows.
  private enum Role { case stream, collect, leaveOut }

  private let window: Day
  private let unitsPerMajor: Double
  private var numbers: [String: Int32] = [:]
  private var names: [String] = []
  private var records: [CustomerRecord?] = []
  private var rowCounts: [Int32] = []
  private var days = DayCounts()
  private var gapSum = 0.0
  private(set) var lastDay: Day?
  private var orderCount = 0
  private var refundCount = 0
  private var badRowCount = 0
  private var orderMinor = Int128(0)
  private var refundMinor = Int128(0)
  /// Customers whose rows went back in time, by number.
  private(set) var unordered: Set<Int32> = []

  private var collecting: Set<Int32> = []
  private var leftOut: Set<Int32> = []
  private var isStreaming = true
  private var collected: [(customer: Int32, purchase: PurchaseDay)] = []

  init(minorDigits: Int, window: Day?) {
    self.window = window ?? Day(index: .max)
    unitsPerMajor = (0..<minorDigits).reduce(1) { units, _ in units * 10 }
  }

  // MARK: Reading

  mutating func add(_ entry: OrderLogEntry, _ report: (OrderLogProblem) -> Void) {
    switch entry {
    case .problem(let problem):
      badRowCount += 1
      report(problem)
    case .row(let row): add(row)
    }
  }

  private mutating func add(_ row: OrderRow) {
    guard row.kind == .purchase else {
      refundCount += 1
      refundMinor += Int128(row.amount.minor)
      return
    }
    orderCount += 1
    orderMinor += Int128(row.amount.minor)
    lastDay = max(lastDay ?? row.day, row.day)
    let customer = number(of: row.customer)
    rowCounts[Int(customer)] &+= 1
    let purchase = PurchaseDay(day: row.day, minor: row.amount.minor)
    switch role(of: customer) {
    case .stream: stream(purchase, of: customer)
    case .collect: collected.append((customer, purchase))
    case .leaveOut: break
    }
  }

  private mutating func number(of name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    records.append(nil)
    rowCounts.append(0)
    return number
  }

  private func role(of customer: Int32) -> Role {
    if collecting.contains(customer) { return .collect }
    return isStreaming && !leftOut.contains(customer) ? .stream : .leaveOut
  }

  private mutating func stream(_ purchase: PurchaseDay, of customer: Int32) {
    let place = Int(customer)
    guard var record = records[place] else {
      records[place] = CustomerRecord(purchase)
      return
    }
    guard record.accepts(purchase.day) else {
      unordered.insert(customer)
      return
    }
    // A day that is closed may still be out of order; then the whole pass is done again.
    let gap = record.openGapLog(window: window)
    if let closed = record.add(purchase, window: window) {
      gapSum += gap
      count(closed, of: record)
    }
    records[place] = record
  }

  private mutating func count(_ closed: PurchaseDay, of record: CustomerRecord) {
    guard record.firstDay <= window else { return }
    days.add(closed.day, isFirst: closed.day == record.firstDay)
  }

  // MARK: Customers out of order

  /// The customers out of order, in parts that hold so many rows at most.
  func parts(holding most: Int) -> [Set<Int32>] {
    var parts: [Set<Int32>] = []
    var held = 0
    for customer in unordered.sorted() {
      let rows = Int(rowCounts[Int(customer)])
      if parts.isEmpty || held + rows > most {
        parts.append([])
        held = 0
      }
      parts[parts.count - 1].insert(customer)
      held += rows
    }
    return parts
  }

  /// Begins to read the file once more; only the first such pass streams the customers in order.
  mutating func begin(collecting part: Set<Int32>, leavingOut: Set<Int32>, isFirst: Bool) {
    collecting = part
    leftOut = leavingOut
    isStreaming = isFirst
  }

  /// Sorts what was collected and counts it.
  mutating func finishCollecting() {
    collected.sort { ($0.customer, $0.purchase.day) < ($1.customer, $1.purchase.day) }
    for (customer, purchase) in collected { stream(purchase, of: customer) }
    collected = []
  }

  /// Takes what does not depend on customers from the pass that saw every row once.
  mutating func keepCounts(of first: IntakePass) {
    orderCount = first.orderCount
    refundCount = first.refundCount
    badRowCount = first.badRowCount
    orderMinor = first.orderMinor
    refundMinor = first.refundMinor
    unordered = first.unordered
  }

  // MARK: The summary

  /// Closes all days and sums up.
  mutating func summary(lastDay: Day) -> OrderSummary {
    let end = min(window, lastDay)
    var customers: [OrderSummary.Customer] = []
    customers.reserveCapacity(records.count)
    var later = 0
    for (name, open) in zip(names, records) {
      guard var record = open else { continue }
      gapSum += record.openGapLog(window: end)
      count(record.close(window: end), of: record)
      guard record.firstDay <= end else {
        later += 1
        continue
      }
      customers.append(record.customer(name, until: end, unitsPerMajor: unitsPerMajor))
    }
    return OrderSummary(
      customers: customers, laterCustomerCount: later,
      table: HistoryTable(customers.map(\.history), logGapSum: gapSum), days: days,
      windowEnd: end, lastDay: lastDay, orderCount: orderCount, refundCount: refundCount,
      badRowCount: badRowCount, orderMinor: Int64(clamping: orderMinor),
      refundMinor: Int64(clamping: refundMinor), unorderedCustomerCount: unordered.count)
  }
}

extension CustomerRecord {
  /// The record as models see it.
  fileprivate func customer(
    _ name: String, until end: Day, unitsPerMajor: Double
  ) -> OrderSummary.Customer {
    let orders = Int(repeats)
    let positive = Double(positiveOrders)
    // Logarithms were taken of minor units; a factor is a shift.
    let shift = logarithm(unitsPerMajor)
    let mean = orders == 0 ? 0 : Double(spendMinor) / Double(orders) / unitsPerMajor
    return OrderSummary.Customer(
      name: name,
      history: BuyingHistory(
        repeats: orders, lastWeeks: Double(firstDay.distance(to: lastDay)) / 7,
        lengthWeeks: Double(firstDay.distance(to: end)) / 7),
      spend: SpendHistory(
        orders: orders, mean: mean, positiveOrders: Int(positiveOrders),
        logSum: logSum - positive * shift,
        logSquareSum: logSquareSum - 2 * shift * logSum + positive * shift * shift),
      holdoutRepeats: Int(holdoutRepeats), firstDay: firstDay)
  }
}
