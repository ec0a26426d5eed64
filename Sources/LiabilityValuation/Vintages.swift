public import Measurement
public import Quantities
public import Timeline

/// What became of the points issued in one month, by the horizon's end.
public struct Vintage: Sendable, Equatable {
  /// The month of issue.
  public let month: Month
  /// Points issued.
  public let issued: Int64
  /// Points taken back with returned orders.
  public let clawedBack: Int64
  /// Corrections; positive where members gained points.
  public let adjusted: Int64
  /// Points spent.
  public let redeemed: Int64
  /// Points expired.
  public let expired: Int64

  /// Points issued net of clawback and corrections: N.
  public var netIssued: Int64 { issued - clawedBack + adjusted }

  /// Points still held: O = N − R − X.
  public var outstanding: Int64 { netIssued - redeemed - expired }

  /// Points spent for each point issued so far, R ÷ N; nothing when none were issued.
  public var redemptionRate: Rate? { Rate(part: redeemed, of: netIssued) }

  /// Points expired for each point issued so far, X ÷ N; nothing when none were issued.
  public var breakageRate: Rate? { Rate(part: expired, of: netIssued) }

  /// The vintages of an arm in which points were issued, oldest first.
  public static func all(of tally: ArmTally) -> [Vintage] {
    (0..<tally.layout.vintageCount)
      .map { Vintage(tally, position: $0, through: tally.layout.monthCount - 1) }
      .filter { $0.issued != 0 || $0.adjusted != 0 }
  }

  init(_ tally: ArmTally, position: Int, through lastMonth: Int) {
    func sum(_ column: MovementColumn) -> Int64 {
      (-1...lastMonth).reduce(0) {
        $0 + tally.movement(column, month: $1, vintage: position)
      }
    }
    month = tally.layout.vintage(position)
    issued = sum(.issued)
    clawedBack = -sum(.clawedBack)
    adjusted = sum(.adjusted)
    redeemed = -sum(.redeemed)
    expired = -sum(.expired)
  }
}

extension Vintage {
  /// ΣR ÷ ΣN over the vintages that have run off: the ultimate redemption rate that is already
  /// seen.
  ///
  /// Nothing while points of every vintage are outstanding: the rate is then a forecast.
  public static func observedUltimateRate(_ vintages: [Vintage]) -> Rate? {
    let runOff = vintages.filter { $0.outstanding == 0 && $0.netIssued > 0 }
    return Rate(
      part: runOff.reduce(0) { $0 + $1.redeemed }, of: runOff.reduce(0) { $0 + $1.netIssued })
  }
}

extension Rate {
  /// A part of a whole; nothing when the whole is not positive.
  init?(part: Int64, of whole: Int64) {
    guard whole > 0 else { return nil }
    self.init(part, over: whole)
  }
}
