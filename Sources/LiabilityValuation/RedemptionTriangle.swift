public import Measurement
public import Quantities
public import Timeline

/// Points spent by vintage and age: cumulative, ages in months since the month of issue.
///
/// What happened before the horizon is known only in sum, so a vintage of history has its first
/// cell at the age it reached in the horizon's first month. The last month may be cut short by the
/// horizon's end.
public struct RedemptionTriangle: Sendable, Equatable {
  /// The points spent of one vintage.
  public struct Row: Sendable, Equatable {
    /// The month of issue.
    public let vintage: Month
    /// Points issued net of clawback and corrections, by the horizon's end: N.
    public let netIssued: Int64
    /// The age of the first cell.
    public let firstAge: Int
    /// Points spent up to the end of each age, from the first.
    public let redeemed: [Int64]

    /// Points spent up to the end of an age; nothing where it is not known.
    public func redeemed(atAge age: Int) -> Int64? {
      redeemed.indices.contains(age - firstAge) ? redeemed[age - firstAge] : nil
    }
  }

  /// The redemption rate at one age.
  public struct AgeRate: Sendable, Equatable {
    /// Months since the month of issue.
    public let age: Int
    /// How many vintages reached it in sight.
    public let vintageCount: Int
    /// Points spent by then: ΣR(v, age).
    public let redeemed: Int64
    /// Points issued of the same vintages: ΣN(v).
    public let netIssued: Int64

    /// ΣR ÷ ΣN, weighted by points issued.
    public var rate: Rate? { Rate(part: redeemed, of: netIssued) }
  }

  /// One row a vintage with points, oldest first.
  public let rows: [Row]

  /// The triangle of an arm.
  public init(_ tally: ArmTally) {
    rows = (0..<tally.layout.vintageCount).compactMap { Row(tally, position: $0) }
  }

  /// The redemption rate by age, over the vintages that reached the age in sight.
  public var rateByAge: [AgeRate] {
    let oldest = rows.map { $0.firstAge + $0.redeemed.count - 1 }.max() ?? -1
    return (0..<(oldest + 1)).compactMap { age in
      let seen = rows.filter { $0.redeemed(atAge: age) != nil }
      guard !seen.isEmpty else { return nil }
      return AgeRate(
        age: age, vintageCount: seen.count,
        redeemed: seen.reduce(0) { $0 + ($1.redeemed(atAge: age) ?? 0) },
        netIssued: seen.reduce(0) { $0 + $1.netIssued })
    }
  }
}

extension RedemptionTriangle.Row {
  fileprivate init?(_ tally: ArmTally, position: Int) {
    let layout = tally.layout
    let whole = Vintage(tally, position: position, through: layout.monthCount - 1)
    guard whole.netIssued > 0 else { return nil }
    let start = layout.horizon.months.lowerBound
    let firstAge = max(0, whole.month.distance(to: start))
    var spent = -tally.movement(.redeemed, month: -1, vintage: position)
    var redeemed: [Int64] = []
    for month in 0..<layout.monthCount {
      spent -= tally.movement(.redeemed, month: month, vintage: position)
      if start.advanced(by: month) >= whole.month { redeemed.append(spent) }
    }
    self.init(
      vintage: whole.month, netIssued: whole.netIssued, firstAge: firstAge, redeemed: redeemed)
  }
}
