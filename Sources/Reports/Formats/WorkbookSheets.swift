import Experiments
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Spreadsheets
import Statistics
import Timeline

/// The sheets of groups, days and assumptions.
extension ReportWorkbook {
  /// One row an arm, dimension and group; each dimension ends with its sum.
  var segments: Sheet {
    let headers: [WorldsWord] = [.persons, .ordersEach, .costEach, .netEach]
    let texts =
      [words(.arm), words.workbook(.dimension), words(WorldsWord.group)]
      + headers.map { words($0) }
    var rows = [Sheet.Row(texts.map { SheetCell.text($0) }, style: .header)]
    for arm in input.worlds?.arms ?? [] {
      let name = input.comparison.arms[arm.position].name
      for found in arm.slices {
        let top = rows.count
        for slice in found.slices {
          rows.append([
            .text(name), .text(words(found.dimension.word)),
            .text(report.sliceName(slice.position, of: found.dimension, arm.position)),
            .number(Double(slice.persons), .integer),
            .number(Double(slice.orders - slice.controlOrders), NumberFormat.integer.signed),
            .number(major(slice.costMinor), money.signed),
            .number(major(slice.netMinor), money.signed),
          ])
        }
        let sums: [(Double, NumberFormat)] = [
          (Double(found.slices.reduce(0) { $0 + $1.persons }), .integer),
          (
            Double(found.slices.reduce(0) { $0 + $1.orders - $1.controlOrders }),
            NumberFormat.integer.signed
          ),
          (major(found.slices.reduce(0) { $0 + $1.costMinor }), money.signed),
          (major(found.slices.reduce(0) { $0 + $1.netMinor }), money.signed),
        ]
        let totals = sums.enumerated().map { place, sum -> SheetCell in
          let first = CellReference(row: top, column: 3 + place)
          let last = CellReference(row: rows.count - 1, column: 3 + place)
          return .formula("SUM(\(first.range(to: last)))", value: .number(sum.0), sum.1)
        }
        rows.append(
          Sheet.Row(
            [.text(name), .text(words(found.dimension.word)), .text(words(.total))] + totals,
            style: .total))
      }
    }
    return Sheet(
      name: words.workbook(.segments),
      columns: [16, 22, 40, 12, 12, 16, 16].map { Sheet.Column(width: $0) }, rows: rows,
      headerRow: 0, frozenColumns: 3)
  }

  /// One row a day and arm, sums over all replications.
  func daily(firstDay: Int) -> Sheet {
    let series = input.tally.arms.map { arm in DailyColumn.allCases.map { arm.series($0) } }
    let headers = [words.workbook(.date), words(.arm)] + DailyColumn.allCases.map { "\($0)" }
    var rows = [Sheet.Row(headers.map { SheetCell.text($0) }, style: .header)]
    for day in 0..<input.scenario.horizon.dayCount {
      for (index, arm) in input.scenario.arms.enumerated() {
        let values = zip(DailyColumn.allCases, series[index]).map { column, series -> SheetCell in
          column == .paidMinor || column == .incentiveMinor
            ? .number(major(series[day]), money) : .number(Double(series[day]), .integer)
        }
        rows.append(
          Sheet.Row([SheetCell.date(daysSince1970: firstDay + day), .text(arm.name)] + values))
      }
    }
    return Sheet(
      name: words.workbook(.daily),
      columns: [Sheet.Column(width: 12), Sheet.Column(width: 16)]
        + DailyColumn.allCases.map { _ in Sheet.Column(width: 16) },
      rows: rows, headerRow: 0, frozenColumns: 2, isFiltered: true)
  }

  /// One row a segment and parameter.
  var assumptions: Sheet {
    let headers = [
      words(WorldsWord.segment), words(.parameter), words.workbook(.code), words(.value),
      words.workbook(.unit), words(.range), words.workbook(.isAssumption), words(.source),
    ]
    let rows = input.scenario.people.segments.flatMap { segment in
      report.parameters(of: segment.profile).map { named -> Sheet.Row in
        [
          .text(segment.name), .text(named.summary), .text(named.name),
          .number(named.parameter.value, .general), .text(named.unit),
          .text(report.range(named.parameter.uncertainty)), .boolean(named.parameter.isAssumption),
          .text(named.parameter.source),
        ]
      }
    }
    return Sheet(
      name: words.workbook(.assumptions),
      columns: [18, 48, 26, 12, 14, 20, 12].map { Sheet.Column(width: $0) }
        + [Sheet.Column(width: 80, wraps: true)],
      rows: [Sheet.Row(headers.map { SheetCell.text($0) }, style: .header)] + rows, headerRow: 0,
      isFiltered: true)
  }
}
