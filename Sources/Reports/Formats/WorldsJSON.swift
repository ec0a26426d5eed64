import Experiments
import Measurement
import Scenarios
import Statistics

/// What only two lives of the same people tell, as JSON: whole numbers are strings (exact), estimates
/// are numbers, money in minor units.
struct WorldsJSON {
  private let report: Report
  private var input: ReportInput { report.input }

  init(_ report: Report) { self.report = report }

  /// What one arm adds to its object.
  func entries(arm: Int) -> [(key: String, value: JSONText)] {
    let tally = input.tally.arms[arm]
    var entries: [(key: String, value: JSONText)] = [
      ("weeks", weeks(arm)), ("runOff", runOff(tally)),
      (
        "differences",
        .object([
          ("orderEdges", .list(ArmTally.differenceEdges.map { .exact($0) })),
          ("persons", .list(tally.orderDifferences.map { .exact($0) })),
          ("valueEdgesMinor", .list(ValueDifference.edges.map { .exact($0) })),
          ("personsByValue", .list(tally.valueDifferences.map { .exact($0) })),
        ])
      ),
    ]
    if let found = input.worlds?.arms.first(where: { $0.position == arm }) {
      entries.append(("slices", .list(found.slices.map { slices($0, arm) })))
      entries.append(("naive", naive(found.naive)))
      entries.append(("categories", .list(found.categories.map(category))))
    }
    return entries
  }

  /// Each uncertain parameter at both ends, or null where it was not asked.
  var oneAtATime: JSONText {
    guard let found = input.oneAtATime else { return .number(nil) }
    return .object([
      ("members", .exact(found.members)),
      (
        "lines",
        .list(
          found.lines.map { line in
            .object([
              ("arm", .string(line.judgement.arm)),
              ("metric", .string(line.judgement.expectation.metric.rawValue)),
              ("judged", .number(line.judged)),
            ])
          })
      ),
      (
        "parameters",
        .list(
          found.swings.map { swing in
            .object([
              ("name", .string(swing.name)), ("assumption", .bool(swing.isAssumption)),
              ("low", .number(swing.low)), ("high", .number(swing.high)),
              ("judgedAtLow", .list(swing.atLow.map { .number($0) })),
              ("judgedAtHigh", .list(swing.atHigh.map { .number($0) })),
              ("flips", .bool(swing.flips)),
            ])
          })
      ),
    ])
  }

  private func slices(_ found: SliceComparison, _ arm: Int) -> JSONText {
    .object([
      ("dimension", .string("\(found.dimension)")),
      ("interactionStatistic", .number(found.netDiffers?.statistic)),
      ("interactionPValue", .number(found.netDiffers?.pValue)),
      (
        "slices",
        .list(
          found.slices.enumerated().map { index, slice in
            .object([
              ("name", .string(report.sliceName(slice.position, of: found.dimension, arm))),
              ("persons", .exact(slice.persons)), ("orders", .exact(slice.orders)),
              ("controlOrders", .exact(slice.controlOrders)),
              ("marginMinor", .exact(slice.marginMinor)), ("costMinor", .exact(slice.costMinor)),
              ("netMinor", .exact(slice.netMinor)),
              ("ordersPerPerson", estimate(slice[.orders].estimate)),
              ("costPerPerson", estimate(slice[.cost].estimate)),
              ("netPerPerson", estimate(slice[.net].estimate)),
              ("netPerPersonShrunk", estimate(found.shrunkNet?.segments[index].shrunk)),
            ])
          })
      ),
    ])
  }

  private func estimate(_ found: Estimate?) -> JSONText {
    .object([
      ("value", .number(found?.value)), ("lower", .number(found?.interval?.lower)),
      ("upper", .number(found?.interval?.upper)),
    ])
  }

  private func naive(_ found: NaiveLift) -> JSONText {
    .object([
      ("comparedDays", .exact(found.comparedDays)), ("before", .number(found.before)),
      ("after", .number(found.after)), ("membersPerYear", .number(found.membersPerYear)),
      ("othersPerYear", .number(found.othersPerYear)), ("causal", .number(found.causal)),
    ])
  }

  private func category(_ found: PairedWorlds.Category) -> JSONText {
    .object([
      ("name", .string(found.name)), ("listMinor", .exact(found.listMinor)),
      ("controlListMinor", .exact(found.controlListMinor)), ("lines", .exact(found.lines)),
      ("controlLines", .exact(found.controlLines)),
    ])
  }

  /// By quantity: the values of all weeks, and the outcome spread (b) of each.
  private func weeks(_ arm: Int) -> JSONText {
    guard let series = input.worlds?.weeks[arm] else { return .object([]) }
    return .object(
      series.map { found in
        (
          key: "\(found.quantity)",
          value: .object([
            ("values", .list(found.weeks.map { .number($0?.value) })),
            ("outcomeSpread", .list(found.weeks.map { .number($0?.outcomeSpread) })),
          ])
        )
      })
  }

  private func runOff(_ tally: ArmTally) -> JSONText {
    .list(
      RunOffColumn.days.enumerated().map { step, days in
        .object(
          [("days", .exact(days))]
            + RunOffColumn.allCases.map {
              (key: "\($0)", value: .exact(tally.left($0, step: step)))
            })
      })
  }
}
