public import Measurement
public import Quantities

/// What one arm leaves on the books: roll-forward, vintages, liability at face and as expected.
public struct ArmLiability: Sendable, Equatable {
  /// Minor units for one point.
  public let face: Rate
  /// The share of outstanding points that is stated to be redeemed in the future: FRR.
  public let futureRate: Rate
  /// The months in points.
  public let points: PointsRollForward
  /// The months in money at face.
  public let money: MoneyRollForward
  /// What became of each month's points, oldest first.
  public let vintages: [Vintage]
  /// Points spent by vintage and age.
  public let triangle: RedemptionTriangle
  /// The redemption rate of vintages that have run off, if any has.
  public let observedUltimateRate: Rate?

  /// Values an arm's points; `face` is minor units for one point, `futureRate` is stated, not
  /// estimated.
  public init(_ tally: ArmTally, face: Rate, futureRate: Rate) {
    self.face = face
    self.futureRate = futureRate
    points = PointsRollForward(tally)
    money = MoneyRollForward(points, face: face)
    vintages = Vintage.all(of: tally)
    triangle = RedemptionTriangle(tally)
    observedUltimateRate = Vintage.observedUltimateRate(vintages)
  }

  /// Points outstanding at the horizon's end.
  public var outstanding: Int64 { points.total.closing }

  /// Whether the vintages hold, together, what the daily series ends with, and every month ties.
  public var isTied: Bool {
    points.isTied && money.isTied
      && vintages.reduce(0) { $0 + $1.outstanding } == outstanding
  }

  /// All outstanding points at face.
  public var liabilityAtFace: Money {
    CostAccrual.liability(outstanding: outstanding, futureRate: .one, face: face)
  }

  /// Outstanding points × FRR at face.
  public var liabilityExpected: Money {
    CostAccrual.liability(outstanding: outstanding, futureRate: futureRate, face: face)
  }

  /// N·URR − R with the observed rate, over vintages that have not run off; nothing without it.
  public var pointsToRedeemAsObserved: Int64? {
    guard let observedUltimateRate else { return nil }
    let open = vintages.filter { $0.outstanding != 0 }
    return CostAccrual.pointsToRedeem(
      netIssued: open.reduce(0) { $0 + $1.netIssued },
      redeemed: open.reduce(0) { $0 + $1.redeemed }, ultimateRate: observedUltimateRate)
  }

  /// Points expired for each point issued, over all vintages, to the horizon's end.
  public var breakageToDate: Rate? {
    Rate(
      part: vintages.reduce(0) { $0 + $1.expired },
      of: vintages.reduce(0) { $0 + $1.netIssued })
  }
}
