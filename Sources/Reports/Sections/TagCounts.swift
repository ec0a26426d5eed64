import Experiments
import IncentiveEngine
import Measurement
import Quantities
import Scenarios
import Timeline

/// How many members have each tag (M51).
extension Report {
  /// A table for each arm with tags: members by tag at the ends of the last twelve months.
  func tagSection() -> [Block] {
    let months = Array(input.scenario.horizon.months.enumerated().suffix(12))
    let tables = zip(input.scenario.arms, input.tally.arms).compactMap { arm, tally -> Block? in
      guard let tags = arm.scheme.tags?.tags, !tags.isEmpty else { return nil }
      let rows = tags.enumerated().map { position, tag in
        [tag.name]
          + months.map { month, _ in
            Currency.grouped(
              Rate(1, over: Int64(input.comparison.replications)).of(
                tally.members(withTag: position, month: month), rounding: .halfUp
              ).magnitude)
          }
      }
      let table = Table(
        words(.tagTable, arm.name), headers: [words(.tag)] + months.map { $0.element.text },
        texts: rows)
      return ofArm(arm.name, .table(table))
    }
    return tables.isEmpty ? [] : [.heading(words(.tags))] + tables + [.note(words(.tagNote))]
  }
}
