import Charts
import Experiments
import Measurement
import Quantities
import Scenarios
import Statistics

/// Who gains and who costs, by what persons are.
extension Report {
  func slicesSection() -> [Block] {
    guard let worlds = input.worlds, worlds.arms.contains(where: { !$0.slices.isEmpty }) else {
      return []
    }
    return [.heading(words(WorldsWord.slices)), .paragraph(words(WorldsWord.slicesNote))]
      + worlds.arms.map { .ofArm($0.position, sliceBlocks($0)) } + [
        .note(words(WorldsWord.shrunkNote))
      ]
  }

  /// Segments and tiers open, all other groups folded away.
  private func sliceBlocks(_ arm: PairedWorlds.Arm) -> [Block] {
    let name = input.comparison.arms[arm.position].name
    func blocks(_ found: [SliceComparison]) -> [Block] {
      found.flatMap { comparison -> [Block] in
        [.table(sliceTable(comparison, arm, name))] + interaction(comparison)
          + heatMap(comparison, arm, name)
      }
    }
    let open = arm.slices.filter { [.segment, .tier].contains($0.dimension) }
    let others = arm.slices.filter { ![.segment, .tier].contains($0.dimension) }
    return blocks(open)
      + (others.isEmpty ? [] : [.folded(words(WorldsWord.otherSlices, name), blocks(others))])
  }

  private func sliceTable(
    _ found: SliceComparison, _ arm: PairedWorlds.Arm, _ name: String
  ) -> Table {
    let persons = found.slices.reduce(0) { $0 + $1.persons }
    let margin = found.slices.reduce(0) { $0 + $1.marginMinor }
    let cost = found.slices.reduce(0) { $0 + $1.costMinor }
    let headers: [WorldsWord] = [
      .group, .ofPersons, .ofMargin, .ofCost, .ordersEach, .costEach, .netEach, .netShrunk,
    ]
    let rows = found.slices.enumerated().map { index, slice in
      [
        Cell(sliceName(slice.position, of: found.dimension, arm.position)),
        Cell(Self.share(slice.persons, of: persons)),
        Cell(Self.share(slice.marginMinor, of: margin)),
        Cell(Self.share(slice.costMinor, of: cost)),
        Cell(figures.effect(slice[.orders], isMoney: false, words)),
        Cell(slice[.cost].value.map { figures.money($0, signed: true) } ?? "–"),
        reading(slice[.net]),
        Cell(
          found.shrunkNet.map { figures.effect($0.segments[index].shrunk, isMoney: true, words) }
            ?? "–"),
      ]
    }
    return Table(
      words(WorldsWord.slicesOf, name, words(found.dimension.word)),
      headers: headers.map { words($0) }, rows: rows)
  }

  /// Net value per person with its interval; good or bad news where zero is left out.
  private func reading(_ measured: Measured) -> Cell {
    let text = figures.effect(measured, isMoney: true, words)
    guard let estimate = measured.estimate, estimate.standardError ?? 0 > 0,
      estimate.confidence.excludes(0)
    else { return Cell(text) }
    return Cell((estimate.value > 0 ? "▲ " : "▼ ") + text, tone: estimate.value > 0 ? .good : .bad)
  }

  private static func share(_ part: Int64, of whole: Int64) -> String {
    whole == 0 ? "–" : Figures.percent(Double(part) / Double(whole))
  }

  /// Whether the groups differ, in a sentence.
  private func interaction(_ found: SliceComparison) -> [Block] {
    guard let test = found.netDiffers, let statistic = test.statistic else { return [] }
    let p = test.pValue < 0.001 ? "< 0.001" : "= " + Figures.fixed(test.pValue, 3)
    let word: WorldsWord = test.pValue < 0.05 ? .groupsDiffer : .groupsAlike
    return [
      .note(words(word, Figures.fixed(statistic, 1), "\(test.degreesOfFreedom)", p))
    ]
  }

  /// Net value per person by recency (rows) and frequency (columns).
  private func heatMap(
    _ found: SliceComparison, _ arm: PairedWorlds.Arm, _ name: String
  ) -> [Block] {
    guard found.dimension == .recencyFrequency else { return [] }
    let columns = SliceDimension.frequencyEdges.count + 1
    let perMajor = Double(input.scenario.currency.minorPerMajor)
    let values = (0...SliceDimension.recencyEdgeDays.count).map { row in
      (0..<columns).map { column -> Double? in
        let slice = found.slices.first { $0.position == row * columns + column }
        return slice?[.net].value.map { $0 / perMajor }
      }
    }
    let title = words(WorldsWord.slicesOf, name, words(WorldsWord.recencyFrequency))
    let map = HeatMap(
      id: "recency-\(arm.position)",
      title: title + words.language(": ", "：")
        + words(WorldsWord.netEach), summary: title, rowLabel: words(WorldsWord.recency),
      columnLabel: words(WorldsWord.frequency),
      rows: values.indices.map { recencyName($0) },
      columns: (0..<columns).map { frequencyName($0) },
      values: values, scale: .diverging(higherIsBetter: true), unit: figures.chartUnit,
      decimals: input.scenario.currency.minorDigits > 0 ? 1 : 0)
    return [.chart(svg: map.svg(.page), table: Table(map.table()))]
  }
}

extension Figures {
  /// An effect per person with its interval.
  func effect(_ measured: Measured, isMoney: Bool, _ words: Words) -> String {
    measured.estimate.map { effect($0, isMoney: isMoney, words) } ?? "–"
  }

  /// An effect per person with its interval.
  func effect(_ estimate: Estimate, isMoney: Bool, _ words: Words) -> String {
    let halfWidth = estimate.interval?.halfWidth ?? 0
    let size = halfWidth > 0 ? halfWidth : abs(estimate.value)
    func text(_ value: Double) -> String {
      isMoney
        ? money(value, signed: true)
        : Self.fixed(value, min(4, Self.decimals(showing: size, significant: 2)), signed: true)
    }
    guard let interval = estimate.interval else { return text(estimate.value) }
    return words(
      .withInterval, text(estimate.value),
      "\(text(interval.lower)) \(words(.to)) \(text(interval.upper))")
  }
}
