public import Measurement
internal import NumericalMethods
internal import Statistics
internal import Timeline

/// One quantity of an arm week by week, with the outcome spread (b) of one population of this size.
///
/// Simulation noise (a) is (b) ÷ √replications.
public struct WeekSeries: Sendable, Hashable {
  /// What is followed.
  public enum Quantity: Sendable, Hashable, CaseIterable {
    /// What incentives cost, per member at the start, in minor units.
    case cost
    /// Orders per member at the start.
    case orders
    /// The share of members at the start with two orders or more so far.
    case repurchaseShare
    /// Points outstanding per member at the start.
    case outstanding
    /// The mean wear that the week's messages met.
    case wear
  }

  /// One week: nothing where the quantity is not defined, as wear without messages.
  public struct Week: Sendable, Hashable {
    /// The value, the mean of all replications.
    public let value: Double
    /// The standard deviation of one population's value; nothing with one independent unit.
    public let outcomeSpread: Double?
  }

  /// What is followed.
  public let quantity: Quantity
  /// Week by week of the horizon; what is counted by the week leaves out a last week that is short.
  public let weeks: [Week?]

  /// Follows one quantity of an arm.
  ///
  /// - Parameter apart: The totals of each replication where communities depend on each other.
  public init(
    _ quantity: Quantity, _ tally: Tally, arm: Int, replications: Int,
    apart: ReplicationTotals? = nil
  ) {
    self.quantity = quantity
    let units = UnitProducts(tally, arm: arm, apart: apart)
    let values = tally.arms[arm].byWeek
    let members = Double(tally.arms[0][.membersAtStart])
    let inPopulation = Double(replications).squareRoot()
    let whole = tally.layout.horizon.dayCount / 7
    weeks = (0..<tally.layout.weekCount).map { week in
      guard week < whole || !quantity.isOfOneWeek else { return nil }
      func sum(_ column: WeekColumn) -> Int64 { values[week * WeekColumn.count + column.rawValue] }
      func totals(_ column: WeekColumn) -> SampleTotals {
        SampleTotals(
          count: units.count, sum: Int128(sum(column)),
          sumOfSquares: units.weeks.square(column, week: week))
      }
      guard let column = quantity.column else {
        guard sum(.messages) > 0 else { return nil }
        let joint = JointTotals(
          first: totals(.wearMicro), second: totals(.messages),
          crossProducts: units.weeks.wearTimesMessages(week: week))
        let ratio = try? RatioEstimate.ratio(joint, level: Comparison.level).estimate
        guard let ratio else { return nil }
        return Week(
          value: ratio.value / 1e6,
          outcomeSpread: ratio.standardError.map { $0 / 1e6 * inPopulation })
      }
      guard members > 0 else { return nil }
      let found = totals(column)
      let noise = found.standardDeviation.map { $0 * Double(units.count).squareRoot() / members }
      return Week(
        value: Double(sum(column)) / members, outcomeSpread: noise.map { $0 * inPopulation })
    }
  }
}

extension WeekSeries.Quantity {
  /// Whether a short week has less of it.
  fileprivate var isOfOneWeek: Bool { self == .cost || self == .orders }

  /// What is divided by members at the start; nothing for wear, which is divided by messages.
  fileprivate var column: WeekColumn? {
    switch self {
    case .cost: .incentiveMinor
    case .orders: .orders
    case .repurchaseShare: .repeaters
    case .outstanding: .pointsOutstanding
    case .wear: nil
    }
  }
}
