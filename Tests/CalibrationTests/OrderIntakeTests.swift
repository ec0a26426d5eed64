import Calibration
import Foundation
import OrderLogs
import Testing
import Timeline

struct OrderIntakeTests {
  /// Ann buys on days 1, 8 (twice) and 22; Bob once; Cyd comes after the window.
  static let orders = """
    customer,date,amount
    ann,2026-01-01,10.00
    bob,2026-01-05,5.00
    ann,2026-01-08,20.00
    ann,2026-01-08,10.00
    ann,2026-01-22,40.00
    bob,2026-01-12,-5.00
    cyd,2026-02-01,1.00
    ann,2026-02-12,7.00
    """

  @Test func `a customer's days with orders become x, tx, T and the mean of repeat orders`() throws
  {
    try withOrders(Self.orders) { path in
      let summary = try read(path, until: day("2026-01-29"))
      #expect(summary.customers.map(\.name) == ["ann", "bob"])
      let ann = summary.customers[0]
      #expect(ann.history == BuyingHistory(repeats: 2, lastWeeks: 3, lengthWeeks: 4))
      #expect(ann.spend.orders == 2)
      #expect(ann.spend.mean == 35)
      #expect(relativeError(ann.spend.logSum, log(30) + log(40)) < 1e-14)
      #expect(ann.holdoutRepeats == 1)
      let bob = summary.customers[1]
      #expect(bob.history.repeats == 0)
      #expect(relativeError(bob.history.lengthWeeks, 24.0 / 7) < 1e-15)
      #expect(summary.laterCustomerCount == 1)
      #expect(summary.refundCount == 1)
      #expect(summary.refundMinor == 500)
      #expect(summary.orderCount == 7)
      // Ann's gaps are one week and two weeks.
      #expect(relativeError(summary.table.logGapSum, log(2)) < 1e-14)
      #expect(summary.holdoutWeeks == 2)
    }
  }

  @Test func `purchases are counted by day, a customer's first apart`() throws {
    try withOrders(Self.orders) { path in
      let all = try read(path, until: day("2026-01-29")).days.all.filter {
        $0.firsts + $0.repeats > 0
      }
      #expect(
        all.map { CivilDate($0.day).text.suffix(5) } == [
          "01-01", "01-05", "01-08", "01-22", "02-12",
        ])
      #expect(all.map(\.firsts) == [1, 1, 0, 0, 0])
      #expect(all.map(\.repeats) == [0, 0, 1, 1, 1])
    }
  }

  @Test(arguments: [1, 2, 3, 5_000_000])
  func `rows out of order give the same summary, however few are held at once`(
    mostCollected: Int
  ) throws {
    let lines = Self.orders.split(separator: "\n")
    let backwards = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    let ordered = try withOrders(Self.orders) { try read($0, until: day("2026-01-29")) }
    let summary = try withOrders(backwards) { path in
      try OrderIntake(path: path, until: day("2026-01-29"), mostCollected: mostCollected)
        .read { Issue.record("\($0)") }.get()
    }
    #expect(summary.unorderedCustomerCount == 1)
    #expect(
      summary.customers.sorted { $0.name < $1.name }
        == ordered.customers.sorted { $0.name < $1.name })
    #expect(summary.days == ordered.days)
    #expect(relativeError(summary.table.logGapSum, ordered.table.logGapSum) < 1e-15)
    #expect(summary.orderCount == ordered.orderCount)
    #expect(summary.refundCount == ordered.refundCount)
  }

  @Test func `bad rows are told with their lines and counted`() throws {
    let broken = Self.orders + "\nann,2026-13-01,1.00\ndan,2026-01-03,x\n"
    try withOrders(broken) { path in
      var lines: [Int] = []
      let summary = try OrderIntake(path: path).read { lines.append($0.line) }.get()
      #expect(lines == [10, 11])
      #expect(summary.badRowCount == 2)
      #expect(summary.customers.count == 3)
    }
  }

  @Test func `a file of refunds alone has no customers`() throws {
    try withOrders("customer,date,amount\nann,2026-01-01,-1.00\n") { path in
      let result = try OrderIntake(path: path).read { _ in }
      #expect(throws: FitRefusal.noCustomers) { try result.get() }
    }
  }

  @Suite(.enabled(if: CDNOWLog.isExpected, CDNOWLog.skipped)) struct CDNOW {
    /// 2,357 customers, 946 with repeats, 2,457 repeats in 39 weeks and 1,882 in the next 39
    /// (docking_tolerance_cdnow.csv); the most repeats are 29.
    @Test func `the log becomes the published summary`() throws {
      let summary = try CDNOWLog.summary()
      #expect(summary.customers.count == 2357)
      #expect(summary.table.repeaterCount == 946)
      #expect(summary.table.repeatCount == 2457)
      #expect(summary.table.mostRepeats == 29)
      #expect(summary.customers.reduce(0) { $0 + $1.holdoutRepeats } == 1882)
      #expect(summary.holdoutWeeks == 39)
      #expect(summary.unorderedCustomerCount == 0)
      #expect(summary.orderMinor == 24_409_194)
    }
  }
}
