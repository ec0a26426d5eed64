import Experiments
import Measurement
import Quantities
import Scenarios

/// What is left when the horizon is over, and what comes of the days after it.
extension Report {
  var runOffBlocks: [Block] { afterBlocks + leftBlocks }

  // MARK: What comes

  private var afterBlocks: [Block] {
    guard let days = input.scenario.runOffDays else { return [] }
    let arms = input.comparison.treatments
    return arms.indices.map { .ofArm($0, [.table(afterTable(arm: $0, days: days))]) }
      + arms.map { ofArm($0.name, .note(together($0))) }
      + [.note(words(WorldsWord.afterNote, Figures.whole(Int64(days))))]
  }

  /// Orders and margin from step to step, with what only one of the two worlds has.
  private func afterTable(arm: Int, days: Int) -> Table {
    let (own, control) = (input.tally.arms[arm], input.tally.arms[0])
    let steps = RunOffColumn.days
    let headers: [WorldsWord] = [
      .afterDays, .afterOrders, .gainedAfter, .lostAfter, .afterValue, .toControl,
    ]
    let rows = steps.indices.dropFirst().filter { steps[$0 - 1] < days }.map { step in
      let value = own.left(.valueMinor, step: step)
      let columns: [RunOffColumn] = [.orders, .gainedOrders, .lostOrders]
      return [
        words(
          WorldsWord.days, Figures.whole(Int64(steps[step - 1] + 1)),
          Figures.whole(Int64(min(steps[step], days))))
      ] + columns.map { Figures.whole(own.left($0, step: step)) }
        + [
          figures.money(Money(minor: value)),
          figures.money(
            Money(minor: value - control.left(.valueMinor, step: step)), signed: true),
        ]
    }
    return Table(
      words(WorldsWord.afterTable, "\(input.comparison.arms[arm].name), \(totalsLabel)"),
      headers: headers.map { words($0) }, texts: rows)
  }

  private func together(_ arm: ArmComparison) -> String {
    func net(_ metric: Metric) -> String {
      words.estimate(arm[metric].difference, of: metric, figures)
    }
    return words(
      WorldsWord.together, arm.name, net(.netValuePerMember), net(.netValueWithRunOffPerMember))
  }

  // MARK: What is left

  private var leftBlocks: [Block] {
    let arms = input.tally.arms.indices.filter { arm in
      RunOffColumn.left.contains { input.tally.arms[arm].left($0, step: 0) != 0 }
    }
    guard !arms.isEmpty else { return [] }
    return arms.map { .ofArm($0, [.table(leftTable($0))]) } + [.note(words(WorldsWord.runOffNote))]
  }

  private func leftTable(_ arm: Int) -> Table {
    let tally = input.tally.arms[arm]
    let members = Double(max(1, tally[.membersAtEnd]))
    let headers: [WorldsWord] = [.daysAfter, .pointsLeft, .wearLeft, .stockLeft]
    let rows = RunOffColumn.days.enumerated().map { step, days in
      [
        Figures.whole(Int64(days)), Figures.whole(tally.left(.pointsOutstanding, step: step)),
        Figures.fixed(Double(tally.left(.wearMicro, step: step)) / 1e6 / members, 4),
        step == 0 ? Figures.whole(tally.left(.personsWithStock, step: 0)) : "–",
      ]
    }
    return Table(
      words(WorldsWord.runOffTable, "\(input.comparison.arms[arm].name), \(totalsLabel)"),
      headers: headers.map { words($0) }, texts: rows)
  }
}

extension RunOffColumn {
  /// What stands on a day, not what came since the step before.
  fileprivate static let left: [RunOffColumn] = [.pointsOutstanding, .wearMicro, .personsWithStock]
}
