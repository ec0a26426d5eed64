public import Measurement

/// What an arm's numbers leave out.
public enum CoverageNote: Sendable, Hashable {
  /// Communities depend on each other, and so many replications are too few for intervals.
  case fewReplications(Int)
  /// A single community has no spread.
  case oneCommunity
  /// A repurchase rate looks at so many persons, of so many members at the start.
  case repurchase(days: Int, persons: Int64, members: Int64)
  /// A metric has no value.
  case undefined(Metric, Measured.Reason)
}

extension CoverageNote: CustomStringConvertible {
  /// The note in a sentence.
  public var description: String {
    switch self {
    case .fewReplications(let replications):
      IndependentUnit.replication.warning(of: replications).map {
        $0.prefix(1).uppercased() + $0.dropFirst() + "."
      } ?? ""
    case .oneCommunity:
      "One community has no spread: no intervals; add members or replications."
    case .repurchase(let days, let persons, let members):
      "repurchase-\(days)d covers \(persons) persons who order in control and in the arm at "
        + "least \(days) days before the end; \(members) were members at the start."
    case .undefined(let metric, let reason): "\(metric.rawValue) is undefined: \(reason)."
    }
  }
}

enum CoverageNotes {
  static func notes(
    _ metrics: [MetricComparison], _ totals: ArmTally, units: Int, _ unit: IndependentUnit,
    replications: Int
  ) -> [CoverageNote] {
    var notes: [CoverageNote] = []
    if unit.missing(of: replications) > 0 {
      notes.append(.fewReplications(replications))
    } else if units == 1 {
      notes.append(.oneCommunity)
    }
    let members = totals[.membersAtStart]
    for (days, buyers) in [
      (30, TallyColumn.alwaysBuyers30), (60, .alwaysBuyers60), (90, .alwaysBuyers90),
    ] where members > 0 {
      notes.append(.repurchase(days: days, persons: totals[buyers], members: members))
    }
    return notes
      + metrics.compactMap { metric in
        metric.arm.reason.map { .undefined(metric.metric, $0) }
      }
  }
}
