import Experiments
import Measurement
import Scenarios

/// Who takes advantage, and what rules against it cost whom (M53).
extension Report {
  /// Loss, caught, missed and hurt by arm; nothing where nobody takes advantage and no rule looks.
  func abuseSection() -> [Block] {
    let tallies = input.tally.arms
    guard tallies.contains(where: { $0[.abusers] + $0[.honestMembers] > 0 }) else { return [] }
    let count = input.comparison.replications
    func money(_ column: TallyColumn) -> (ArmTally) -> String {
      { figures.perReplication($0[column], count, signed: false) }
    }
    func whole(_ column: TallyColumn) -> (ArmTally) -> String {
      { Figures.whole($0[column]) }
    }
    let rows: [(AbuseWord, (ArmTally) -> String)] = [
      (.abusers, whole(.abusers)), (.caught, whole(.abusersHit)),
      (.missed, { Figures.whole($0[.abusers] - $0[.abusersHit]) }),
      (.loss, money(.abuseCostMinor)), (.honest, whole(.honestMembers)),
      (.hurt, whole(.honestHit)),
      (.hurtShare, { Self.share($0[.honestHit], of: $0[.honestMembers]) }),
      (.extraAccounts, whole(.extraAccounts)), (.splitOrders, whole(.splitOrders)),
      (.refusals, whole(.riskRefusals)), (.holds, whole(.riskHolds)),
      (.clawbacks, whole(.riskClawbacks)), (.reviews, whole(.reviews)),
      (.denied, whole(.reviewsDenied)), (.reviewCost, money(.reviewCostMinor)),
    ]
    let table = Table(
      words(.table, totalsLabel),
      headers: [words(.line)] + input.scenario.arms.map(\.name),
      texts: rows.map { row in [words(row.0)] + tallies.map { row.1($0) } },
      strongRows: [3, 6])
    return [.heading(words(.abuse)), .table(table), .note(words(.abuseNote))]
  }

  /// A share with two decimals.
  private static func share(_ part: Int64, of whole: Int64) -> String {
    whole > 0 ? Figures.percent(Double(part) / Double(whole)) : "–"
  }
}
