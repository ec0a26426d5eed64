import Charts
import Experiments
import Measurement
import Quantities
import Scenarios
import Statistics

/// What only two lives of the same people show: deadweight, what came early, naive readings beside the
/// effect, individual differences, and what is left.
extension Report {
  func worldsSection() -> [Block] {
    guard let worlds = input.worlds, !worlds.arms.isEmpty else { return [] }
    return [
      .heading(words(WorldsWord.worlds)), .paragraph(words(WorldsWord.worldsNote)),
      .table(boughtTable(worlds)), .note(words(WorldsWord.costPerGainedNote)),
      .table(naiveTable(worlds)), .note(words(WorldsWord.naiveNote)),
    ] + worlds.arms.map(categoryBlocks) + differenceCharts(worlds) + runOffBlocks
  }

  private func boughtTable(_ worlds: PairedWorlds) -> Table {
    let tallies = worlds.arms.map { input.tally.arms[$0.position] }
    let compared = worlds.arms.map { input.comparison.arms[$0.position] }
    let counts: [(WorldsWord, (ArmTally) -> Int64)] = [
      (.gained, { $0[.gainedOrders] + $0[.gainedLapsedOrders] }), (.lost, { $0[.lostOrders] }),
      (.pulledForward, { $0[.pulledForwardOrders] }),
    ]
    let persons: [(WorldsWord, (ArmTally) -> Int64)] = [
      (.moreOrders, { $0[.personsWithMoreOrders] }),
      (.fewerOrders, { $0[.personsWithFewerOrders] }), (.betterOff, { $0[.personsBetterOff] }),
      (.worseOff, { $0[.personsWorseOff] }),
    ]
    func row(_ line: (WorldsWord, (ArmTally) -> Int64)) -> [String] {
      [words(line.0)] + tallies.map { Figures.whole(line.1($0)) }
    }
    let deadweight = tallies.map { tally in
      tally.sum(of: TallyColumn.discounts) + tally[.redeemedMinor] - tally[.gainedIncentiveMinor]
    }
    func metric(_ word: WorldsWord, _ metric: Metric) -> [String] {
      [words(word)] + compared.map { figures.valueWithInterval($0[metric].arm, of: metric, words) }
    }
    let rows =
      counts.map(row)
      + [
        [words(WorldsWord.deadweight)]
          + deadweight.map { figures.money(Money(minor: $0)) },
        metric(.deadweightShare, .deadweightShare), metric(.costPerGained, .costPerGainedOrder),
      ] + persons.map(row)
    return Table(
      words(WorldsWord.boughtTable, totalsLabel), headers: [words(.line)] + compared.map(\.name),
      texts: rows, strongRows: [4, 5])
  }

  /// Naive readings and the effect, an arm a column.
  private func naiveTable(_ worlds: PairedWorlds) -> Table {
    func values(_ first: Double?, _ second: Double?, _ lift: Double?) -> String {
      guard let first, let second, let lift else { return "–" }
      return words(
        WorldsWord.values, Figures.fixed(first, 2), Figures.fixed(second, 2),
        Figures.percent(lift, 1, signed: true))
    }
    let days = worlds.arms[0].naive.comparedDays
    var rows: [[String]] = []
    if days > 0 {
      rows.append(
        [words(WorldsWord.beforeAfter, Figures.whole(Int64(days)))]
          + worlds.arms.map { values($0.naive.before, $0.naive.after, $0.naive.beforeAfter) })
    }
    if worlds.arms.contains(where: { $0.naive.memberOther != nil }) {
      rows.append(
        [words(WorldsWord.memberOther)]
          + worlds.arms.map {
            values($0.naive.othersPerYear, $0.naive.membersPerYear, $0.naive.memberOther)
          })
    }
    rows.append(
      [words(WorldsWord.causal)]
        + worlds.arms.map { arm in
          let orders = input.comparison.arms[arm.position][.ordersPerMember]
          return values(orders.control.value, orders.arm.value, orders.relative.value)
        })
    return Table(
      words(WorldsWord.naiveTable),
      headers: [words(WorldsWord.naive)]
        + worlds.arms.map { input.comparison.arms[$0.position].name },
      texts: rows, strongRows: [rows.count - 1])
  }

  /// Sales by category, arm less control.
  private func categoryBlocks(_ arm: PairedWorlds.Arm) -> Block {
    guard !arm.categories.isEmpty else { return .ofArm(arm.position, []) }
    let name = input.comparison.arms[arm.position].name
    let headers: [WorldsWord] = [.category, .sales, .change, .changeShare]
    var texts = headers.map { words($0) }
    texts.insert(words(.control), at: 1)
    let rows = arm.categories.map { category in
      let change = category.listMinor - category.controlListMinor
      let share =
        category.controlListMinor == 0
        ? "–"
        : Figures.percent(Double(change) / Double(category.controlListMinor), 1, signed: true)
      return [category.name]
        + [(category.controlListMinor, false), (category.listMinor, false), (change, true)].map {
          figures.perReplication($0.0, input.comparison.replications, signed: $0.1)
        } + [share]
    }
    return .ofArm(
      arm.position,
      [
        .table(Table(words(WorldsWord.categoryTable, name), headers: texts, texts: rows)),
        .note(words(WorldsWord.categoryNote)),
      ])
  }
}

extension Figures {
  /// A metric's value with its interval.
  func valueWithInterval(_ measured: Measured, of metric: Metric, _ words: Words) -> String {
    let text = value(measured, of: metric)
    guard let interval = measured.interval else { return text }
    return words(
      .withInterval, text,
      "\(value(interval.lower, of: metric)) \(words(.to)) \(value(interval.upper, of: metric))")
  }
}
