internal import Measurement

/// Sentences on what an arm's numbers leave out.
enum CoverageNotes {
  static func notes(
    _ metrics: [MetricComparison], _ totals: ArmTally, units: Int, warning: String?
  ) -> [String] {
    var notes: [String] = []
    if let warning {
      notes.append(warning.prefix(1).uppercased() + warning.dropFirst() + ".")
    } else if units == 1 {
      notes.append("One community has no spread: no intervals; add members or replications.")
    }
    let members = totals[.membersAtStart]
    for (days, buyers) in [
      (30, TallyColumn.alwaysBuyers30), (60, .alwaysBuyers60), (90, .alwaysBuyers90),
    ] where members > 0 {
      let persons = totals[buyers]
      notes.append(
        "repurchase-\(days)d covers \(persons) persons who order in control and in the arm at "
          + "least \(days) days before the end; \(members) were members at the start.")
    }
    for metric in metrics {
      guard let reason = metric.arm.reason else { continue }
      notes.append("\(metric.metric.rawValue) is undefined: \(reason).")
    }
    return notes
  }
}
