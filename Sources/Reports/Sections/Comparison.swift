import Charts
import Experiments
import Measurement
import Scenarios

/// What each arm does against control: metrics, orders by address, what the pairing bought.
extension Report {
  func metricsSection() -> [Block] {
    let named = input.scenario.expectations.map(\.metric)
    let first = Metric.leading + named.filter { !Metric.leading.contains($0) }.uniqued
    let arms = Array(input.comparison.treatments)
    let remarks = arms.map { MetricRemarks($0, but: first) }
    // What is to be said of every arm is said once.
    let shared = remarks.dropFirst().reduce(remarks.first ?? MetricRemarks()) {
      $0.shared(with: $1)
    }
    let blocks = zip(arms, remarks).map { arm, own -> Block in
      let others = arm.metrics.filter { !first.contains($0.metric) && !$0.isIdle }.map(\.metric)
      let caption = words(.otherMetrics, arm.name)
      return ofArm(
        arm.name, .table(metricTable(words(.armAgainstControl, arm.name), arm, first)),
        .folded(
          caption,
          [.table(metricTable(caption, arm, others))]
            + notes(arms.count > 1 ? own.without(shared) : own)))
    }
    let common = arms.count > 1 ? notes(shared) : []
    return [.heading(words(.metrics)), .paragraph(words(.conditional))] + intervalWarning + blocks
      + (common.isEmpty ? [] : [.folded(words(WorldsWord.remarks), common)])
      + [.note(words(.readingNote))]
  }

  private func notes(_ remarks: MetricRemarks) -> [Block] {
    let idle = remarks.idle.map(words.metricText)
    return (idle.isEmpty ? [] : [.note(words(WorldsWord.idleMetrics, words.list(idle)))])
      + remarks.notes.map { .note(words.note($0)) }
  }

  private func metricTable(
    _ caption: String, _ arm: ArmComparison, _ metrics: [Metric]
  ) -> Table {
    let headers: [Word] = [.metric, .control, .difference, .interval, .relative, .reading]
    var texts = headers.map { words($0) }
    texts.insert(arm.name, at: 1)
    let rows = metrics.map { metric in
      let found = arm[metric]
      return [
        words.metricCell(metric), Cell(figures.value(found.arm, of: metric)),
        Cell(figures.value(found.control, of: metric)),
        Cell(figures.difference(found.difference, of: metric)),
        Cell(figures.interval(found.difference, of: metric, words)),
        Cell(figures.relative(found.relative)), found.reading(words),
      ]
    }
    return Table(caption, headers: texts, rows: rows, textColumns: [0, 6])
  }

  /// How totals over several replications are labeled.
  var totalsLabel: String {
    let count = input.comparison.replications
    return count == 1
      ? words(.oneReplication) : words(.overReplications, Figures.whole(Int64(count)))
  }

  func ordersSection() -> [Block] {
    let arms = input.comparison.treatments
    let rows: [(Word, (ArmComparison) -> Int64)] = [
      (.shared, { $0.orders.shared }), (.gainedLive, { $0.orders.gained }),
      (.gainedLapsed, { $0.orders.gainedFromLapsed }), (.ordersOfArm, { $0.orders.arm }),
      (.lost, { $0.orders.lost }), (.ordersOfControl, { $0.orders.control }),
    ]
    let table = Table(
      words(.ordersTable, totalsLabel), headers: [words(.line)] + arms.map(\.name),
      texts: rows.map { row in [words(row.0)] + arms.map { Figures.whole(row.1($0)) } },
      strongRows: [3, 5])
    let identities = arms.map { arm -> Block in
      let orders = arm.orders
      let gained = orders.gained + orders.gainedFromLapsed
      let texts = [
        orders.shared, gained, orders.arm, orders.shared, orders.lost, orders.control,
      ].map { Figures.whole($0) }
      return ofArm(
        arm.name,
        .formula(
          words(
            .armIdentity, arm.name, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5])))
    }
    return [.heading(words(.orders)), .table(table)] + identities + [.note(words(.sharedNote))]
  }

  /// How many times more replications worlds without shared luck would need.
  var pairingBlocks: [Block] {
    let arms = input.comparison.treatments
    let none = input.comparison.warning == nil ? words(.noVariance) : "–"
    let rows = PairingGain.Quantity.allCases.indices.flatMap { index in
      let gains = arms.map { $0.pairing[index] }
      let name = words.name(PairingGain.Quantity.allCases[index])
      let plain = [name] + gains.map { $0.varianceRatio.map(times) ?? none }
      guard gains.contains(where: { $0.controlledRatio != nil }) else { return [plain] }
      return [
        plain,
        [words(ControlWord.pairedWithoutLuck, name)]
          + gains.map { $0.controlledRatio.map(times) ?? "–" },
      ]
    }
    let kept = arms.map { arm in
      arm.orders.control == 0
        ? "–" : Figures.percent(Double(arm.orders.shared) / Double(arm.orders.control), 2)
    }
    var table = Table(
      words(.pairing), headers: [words(.quantity)] + arms.map(\.name),
      texts: rows + [[words(.sharedOfControl)] + kept])
    table.repeatsHeading = true
    let hasControlled = arms.contains { $0.pairing.contains { $0.controlledRatio != nil } }
    return [.subheading(words(.pairing)), .paragraph(words(.pairingNote)), .table(table)]
      + (hasControlled ? [.note(words(ControlWord.pairedNote))] : [])
  }
}

/// What is said of an arm's metrics beside their values.
private struct MetricRemarks {
  /// Metrics about which nothing happened.
  var idle: [Metric] = []
  var notes: [CoverageNote] = []

  init() {}

  init(_ arm: ArmComparison, but shown: [Metric]) {
    idle = arm.metrics.filter { !shown.contains($0.metric) && $0.isIdle }.map(\.metric)
    notes = arm.notes
  }

  func shared(with other: MetricRemarks) -> MetricRemarks {
    keeping {
      other.idle.contains($0)
    } notes: {
      other.notes.contains($0)
    }
  }

  func without(_ other: MetricRemarks) -> MetricRemarks {
    keeping {
      !other.idle.contains($0)
    } notes: {
      !other.notes.contains($0)
    }
  }

  private func keeping(
    _ idle: (Metric) -> Bool, notes: (CoverageNote) -> Bool
  ) -> MetricRemarks {
    var kept = MetricRemarks()
    kept.idle = self.idle.filter(idle)
    kept.notes = self.notes.filter(notes)
    return kept
  }
}

extension MetricComparison {
  /// Whether nothing happened that the metric is about: not defined, or nothing under arm and control.
  fileprivate var isIdle: Bool { (arm.value ?? 0) == 0 && (control.value ?? 0) == 0 }
}

extension Array where Element: Equatable {
  /// The elements without repetitions, in order of first appearance.
  fileprivate var uniqued: [Element] {
    reduce(into: []) { seen, element in if !seen.contains(element) { seen.append(element) } }
  }
}
