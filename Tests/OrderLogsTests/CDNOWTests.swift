import OrderLogs
import Quantities
import Testing
import Timeline

/// Counts and sums by `awk` over the file; 6,919 orders of 2,357 customers as Fader and Hardie
/// describe their 1/10 sample of the CDNOW cohort.
@Suite(.enabled(if: CDNOWLog.isExpected, CDNOWLog.skipped)) struct CDNOWTests {
  private func rows() throws -> [OrderRow] {
    try OrderLogReader(path: CDNOWLog.path).map { entry in
      guard case .row(let row) = entry else { throw Unexpected(entry: entry) }
      return row
    }
  }

  private struct Unexpected: Error { let entry: OrderLogEntry }

  @Test func `all CDNOW orders are read, to the cent`() throws {
    let rows = try rows()
    #expect(rows.count == 6919)
    #expect(Set(rows.map(\.customer)).count == 2357)
    #expect(rows.reduce(0) { $0 + $1.amount.minor } == 24_409_194)
    #expect(rows.filter { $0.amount == .zero }.count == 8)
    #expect(rows.map(\.day).min().map { CivilDate($0).text } == "1997-01-01")
    #expect(rows.map(\.day).max().map { CivilDate($0).text } == "1998-06-30")
    #expect(rows.allSatisfy { !$0.hasTime && $0.kind == .purchase })
  }

  @Test func `the first customer's orders stand as in the file`() throws {
    let first = try rows().prefix { $0.customer == "00004" }
    #expect(first.map(\.line) == [1, 2, 3, 4])
    #expect(
      first.map { CivilDate($0.day).text }
        == ["1997-01-01", "1997-01-18", "1997-08-02", "1997-12-12"])
    #expect(first.map(\.amount.minor) == [2933, 2973, 1496, 2648])
  }

  @Test func `orders of one customer on one day merge into one`() throws {
    let rows = try rows()
    let merged = SameDayOrders.merged(rows)
    #expect(merged.count == 6696)
    #expect(merged.reduce(0) { $0 + $1.amount.minor } == 24_409_194)
  }
}
