import LiabilityValuation
import Measurement
import Testing
import Timeline

/// What is left of each month's points, by hand arithmetic.
@Suite struct OutstandingByVintageTests {
  @Test func `what is left of a vintage is what was issued less what left, month by month`() {
    // 1 January to 10 March, history from December: vintages December, January, February, March.
    var year = BookedYear(days: 69, historyMonths: 1)
    year.book(500, .issued, day: -1, vintage: 0)
    year.book(-100, .redeemed, day: -1, vintage: 0)
    year.book(-150, .redeemed, day: 3, vintage: 0)
    year.book(-250, .expired, day: 40, vintage: 0)
    year.book(80, .issued, day: 5, vintage: 1)
    year.book(-30, .clawedBack, day: 35, vintage: 1)
    year.book(5, .adjusted, day: 68, vintage: 1)
    year.book(70, .issued, day: 60, vintage: 3)
    let tally = year.closed()
    let found = OutstandingByVintage(tally)
    #expect(found.rows.map(\.vintage.text) == ["2025-12", "2026-01", "2026-03"])
    #expect(found.rows.map(\.held) == [[250, 0, 0], [80, 50, 55], [0, 0, 70]])
  }

  @Test func `an arm without points has no rows`() {
    #expect(OutstandingByVintage(BookedYear(days: 40).closed()).rows.isEmpty)
  }
}
