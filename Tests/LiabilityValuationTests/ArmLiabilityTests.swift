import LiabilityValuation
import Measurement
import Quantities
import Testing
import Timeline

/// Two months by hand, after a month of history.
///
/// | vintage | history | January | February |
/// |---|---|---|---|
/// | December | +1,000, −300 spent | −200 spent | −500 expired |
/// | January | | +2,000, −100 taken back | −600 spent, +50 corrected |
/// | February | | | +700, −70 spent |
@Suite struct ArmLiabilityTests {
  let liability = ArmLiability(Self.year.closed(), face: Rate(2), futureRate: .percent(70))

  static var year: BookedYear {
    var year = BookedYear(days: 59, historyMonths: 1)
    year.book(1_000, .issued, day: -1, vintage: 0)
    year.book(-300, .redeemed, day: -1, vintage: 0)
    year.book(-200, .redeemed, day: 4, vintage: 0)
    year.book(2_000, .issued, day: 10, vintage: 1)
    year.book(-100, .clawedBack, day: 20, vintage: 1)
    year.book(-500, .expired, day: 31, vintage: 0)
    year.book(-600, .redeemed, day: 40, vintage: 1)
    year.book(50, .adjusted, day: 41, vintage: 1)
    year.book(700, .issued, day: 50, vintage: 2)
    year.book(-70, .redeemed, day: 58, vintage: 2)
    return year
  }

  @Test func `the roll-forward opens with history and closes with the daily series`() {
    let rows = liability.points.months.map {
      [
        $0.opening, $0.issued, $0.redeemed, $0.expired, $0.clawedBack, $0.adjusted, $0.closing,
        $0.residual,
      ]
    }
    #expect(
      rows == [
        [700, 2_000, 200, 0, 100, 0, 2_400, 0],
        [2_400, 700, 670, 500, 0, 50, 1_980, 0],
      ])
    #expect(liability.points.months.map(\.month.text) == ["2026-01", "2026-02"])
    #expect(liability.points.total.opening == 700)
    #expect(liability.points.total.issued == 2_700)
    #expect(liability.points.total.closing == 1_980)
    #expect(liability.isTied)
  }

  @Test func `money at face is the points times the face value`() {
    let total = liability.money.total
    #expect(total.opening == Money(minor: 1_400))
    #expect(total.redeemed == Money(minor: 1_740))
    #expect(total.rounding == .zero)
    #expect(total.closing == Money(minor: 3_960))
    #expect(liability.liabilityAtFace == Money(minor: 3_960))
    #expect(liability.liabilityExpected == Money(minor: 2_772))
  }

  @Test func `vintages hold what is outstanding`() {
    #expect(liability.vintages.map(\.month.text) == ["2025-12", "2026-01", "2026-02"])
    #expect(liability.vintages.map(\.netIssued) == [1_000, 1_950, 700])
    #expect(liability.vintages.map(\.redeemed) == [500, 600, 70])
    #expect(liability.vintages.map(\.expired) == [500, 0, 0])
    #expect(liability.vintages.map(\.outstanding) == [0, 1_350, 630])
    #expect(liability.breakageToDate == Rate(500, over: 3_650))
  }

  @Test func `the triangle knows history only in sum`() {
    let rows = liability.triangle.rows
    #expect(rows.map(\.firstAge) == [1, 0, 0])
    #expect(rows.map(\.redeemed) == [[500, 500], [0, 600], [70]])
    #expect(rows[0].redeemed(atAge: 0) == nil)
    let rates = liability.triangle.rateByAge
    #expect(rates.map(\.age) == [0, 1, 2])
    #expect(rates.map(\.vintageCount) == [2, 2, 1])
    #expect(
      rates.map(\.rate) == [Rate(70, over: 2_650), Rate(1_100, over: 2_950), Rate(1, over: 2)])
  }

  @Test func `the vintage that has run off gives the observed ultimate rate`() {
    #expect(liability.observedUltimateRate == Rate(1, over: 2))
    // N = 1,950 + 700 = 2,650; 50% of it is 1,325; 670 are spent.
    #expect(liability.pointsToRedeemAsObserved == 655)
  }

  @Test func `a series that disagrees with the ledger shows as a residual`() {
    var tally = Self.year.closed()
    tally.add(-3, to: .pointsOutstanding, day: 58)
    let broken = ArmLiability(tally, face: Rate(2), futureRate: .one)
    #expect(broken.points.months.map(\.residual) == [0, 3])
    #expect(broken.money.months.map(\.residual) == [.zero, Money(minor: 6)])
    #expect(!broken.isTied)
  }

  @Test func `where a point is worth a third of a cent rounding has its own line`() {
    let money = MoneyRollForward(liability.points, face: Rate(1, over: 3))
    // 700/3 = 233.3, 2,000/3 = 666.7, 200/3 = 66.7, 100/3 = 33.3, 2,400/3 = 800.
    let january = money.months[0]
    #expect(january.opening == Money(minor: 233))
    #expect(january.issued == Money(minor: 667))
    #expect(january.redeemed == Money(minor: 67))
    #expect(january.clawedBack == Money(minor: 33))
    #expect(january.closing == Money(minor: 800))
    #expect(january.rounding == .zero)
    // 800 + 233 − 223 − 167 + 17 = 660 = 1,980/3.
    #expect(money.months[1].rounding == .zero)
    #expect(money.isTied)
  }

  @Test func `no points leave no liability and no rates`() {
    let empty = ArmLiability(BookedYear(days: 3).closed(), face: .zero, futureRate: .one)
    #expect(empty.isTied)
    #expect(empty.vintages.isEmpty)
    #expect(empty.liabilityAtFace == .zero)
    #expect(empty.breakageToDate == nil)
    #expect(empty.observedUltimateRate == nil)
  }
}
