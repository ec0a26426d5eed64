public import Quantities

/// What points outstanding will cost when only some of them are spent: cost accrual.
///
/// N points issued net of clawback, R redeemed, O outstanding, URR the share of N that is ever
/// redeemed. The points still to be redeemed are N·URR − R; the rate that goes with *outstanding*
/// points is therefore the future redemption rate FRR = (N·URR − R) ÷ O, not URR (Gault, Llaguno &
/// Ménard 2012, CAS E-Forum, Summer).
public enum CostAccrual {
  /// N·URR − R: the points still to be redeemed, rounded half up.
  ///
  /// Negative when more was redeemed than the rate allows: the rate is then wrong.
  public static func pointsToRedeem(
    netIssued: Int64, redeemed: Int64, ultimateRate: Rate
  ) -> Int64 {
    ultimateRate.of(netIssued, rounding: .halfUp) - redeemed
  }

  /// FRR = (N·URR − R) ÷ O; nothing without outstanding points.
  public static func futureRate(
    netIssued: Int64, redeemed: Int64, outstanding: Int64, ultimateRate: Rate
  ) -> Double? {
    guard outstanding > 0 else { return nil }
    return (Double(netIssued) * ultimateRate.value - Double(redeemed)) / Double(outstanding)
  }

  /// O·URR, the common short form: too high, because the points most likely to be spent are spent
  /// first.
  ///
  /// Printed beside the right figure so that the error is seen.
  public static func shortForm(outstanding: Int64, ultimateRate: Rate) -> Int64 {
    ultimateRate.of(outstanding, rounding: .halfUp)
  }

  /// O × FRR × the value of a point, rounded half up once; `face` is minor units for one point.
  public static func liability(outstanding: Int64, futureRate: Rate, face: Rate) -> Money {
    let share = Rate(
      futureRate.numerator * face.numerator, over: futureRate.denominator * face.denominator)
    return Money(minor: share.of(outstanding, rounding: .halfUp))
  }
}
