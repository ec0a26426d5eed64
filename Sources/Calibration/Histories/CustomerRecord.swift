import Timeline

/// What is kept of one customer while orders stream by: as much for one order as for a thousand.
///
/// Days with orders are counted, not orders: orders of one customer on one day are one purchase, as
/// the published summaries of CDNOW count them. Only the last day is open; the next one closes it.
struct CustomerRecord: Sendable {
  /// The day of the first purchase, and of the last one within the window.
  private(set) var firstDay: Day
  private(set) var lastDay: Day
  /// Days with orders after the first one, within the window and after it.
  private(set) var repeats: Int32 = 0
  private(set) var holdoutRepeats: Int32 = 0
  /// Repeat orders within the window: their worth, and the logarithms of those above zero.
  private(set) var spendMinor: Int64 = 0
  private(set) var positiveOrders: Int32 = 0
  private(set) var logSum = 0.0
  private(set) var logSquareSum = 0.0
  private var openDay: Day
  private var openMinor: Int64

  init(_ purchase: PurchaseDay) {
    firstDay = purchase.day
    lastDay = purchase.day
    openDay = purchase.day
    openMinor = purchase.minor
  }

  /// Whether the day has not gone by already.
  func accepts(_ day: Day) -> Bool { day >= openDay }

  /// Adds an order, and says the day that it closed.
  mutating func add(_ purchase: PurchaseDay, window: Day) -> PurchaseDay? {
    guard purchase.day != openDay else {
      openMinor = Int64(clamping: Int128(openMinor) + Int128(purchase.minor))
      return nil
    }
    let closed = close(window: window)
    openDay = purchase.day
    openMinor = purchase.minor
    return closed
  }

  /// Counts the open day.
  mutating func close(window: Day) -> PurchaseDay {
    let closed = PurchaseDay(day: openDay, minor: openMinor)
    guard openDay > firstDay else { return closed }
    guard openDay <= window else {
      holdoutRepeats += 1
      return closed
    }
    repeats += 1
    lastDay = openDay
    spendMinor = Int64(clamping: Int128(spendMinor) + Int128(openMinor))
    if openMinor > 0 {
      let level = logarithm(Double(openMinor))
      positiveOrders += 1
      logSum += level
      logSquareSum += level * level
    }
    return closed
  }

  /// The logarithm of the weeks that the open day's purchase came after the one before it.
  func openGapLog(window: Day) -> Double {
    guard openDay > lastDay, openDay <= window else { return 0 }
    return logarithm(Double(lastDay.distance(to: openDay)) / 7)
  }
}

/// One customer's purchases on one day.
struct PurchaseDay: Sendable, Hashable {
  var day: Day
  var minor: Int64
}
