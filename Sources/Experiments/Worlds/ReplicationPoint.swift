public import Measurement

/// What one replication of an arm costs and brings beyond control, per member at the start: a dot of the
/// cost-effectiveness plane.
public struct ReplicationPoint: Sendable, Hashable {
  /// Incentive cost, arm less control, in minor units.
  public let costMinor: Double
  /// Margin, arm less control, before incentives, in minor units; less the cost it is net value.
  public let marginMinor: Double

  /// The points of an arm, a point a replication; none where nobody was a member at the start.
  public static func points(_ totals: ReplicationTotals, arm: Int) -> [ReplicationPoint] {
    let cost = LinearForm.incentiveCost - LinearForm.incentiveCost.ofControl
    let net = Metric.netValuePerMember.form.arm
    return (0..<totals.count).compactMap { replication in
      let control = totals.totals(replication: replication, arm: 0)
      let columns = totals.totals(replication: replication, arm: arm) + control
      let members = control[TallyColumn.membersAtStart.rawValue]
      guard members > 0 else { return nil }
      func value(_ form: LinearForm) -> Double {
        Double(form.terms.reduce(0) { $0 + $1.factor * Int128(columns[$1.index]) })
          / Double(members)
      }
      return ReplicationPoint(costMinor: value(cost), marginMinor: value(net) + value(cost))
    }
  }
}
