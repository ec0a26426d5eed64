import Experiments
import LiabilityValuation
import Measurement
import Quantities
import Scenarios
import Statistics
import Timeline

/// `summary.json`: whole numbers are strings (exact), estimates are numbers, money in minor units.
struct SummaryJSON {
  private let report: Report
  private var input: ReportInput { report.input }

  init(_ report: Report) { self.report = report }

  var text: String { root.text + "\n" }

  private var root: JSONText {
    let scenario = input.scenario
    return .object([
      ("format", .string("incentive-summary")), ("version", .exact(1)),
      ("scenario", .string(scenario.title)), ("run", .string(input.runID)),
      ("digest", .string(input.digest)), ("seed", .exact(scenario.seed)),
      ("engine", .string(input.engineVersion.text(in: .english))),
      (
        "horizon",
        .object([
          ("from", .string(CivilDate(scenario.horizon.firstDay).text)),
          ("days", .exact(scenario.horizon.dayCount)),
          ("zone", .string(scenario.zone.identifier)),
        ])
      ),
      (
        "currency",
        .object([
          ("code", .string(scenario.currency.code)),
          ("minorDigits", .exact(scenario.currency.minorDigits)),
        ])
      ),
      ("members", .exact(input.comparison.membersAtStart)),
      ("membersBeforeScaling", input.membersBeforeScaling.map { .exact($0) } ?? .number(nil)),
      ("communities", .exact(input.comparison.communities)),
      ("replications", .exact(input.comparison.replications)),
      (
        "intervals",
        .object([
          ("over", .string(input.comparison.unit.plural)),
          (
            "controlVariates",
            .list(input.comparison.variates.map { .string("\($0)") })
          ),
          ("warning", input.comparison.warning.map { .string($0) } ?? .number(nil)),
        ])
      ),
      ("replicationRule", StagedJSON.text(input.staged)),
      ("parameterDraws", parameterDraws), ("messageOptimum", messageOptimum),
      ("oneAtATime", WorldsJSON(report).oneAtATime),
      ("verdicts", .list(report.verdicts.map(verdict))),
      ("health", .list(report.facts.health.map(health))),
      ("expectations", .list(report.facts.expectations.map(expectation))),
      ("arms", .list(scenario.arms.indices.map(arm))),
    ])
  }

  /// How many messages a member bring the most net value, or null where the arms do not tell.
  private var messageOptimum: JSONText {
    guard let found = input.messageOptimum else { return .number(nil) }
    return .object([
      ("messagesPerMember", .number(found.messages)), ("lower", .number(found.lower)),
      ("upper", .number(found.upper)), ("arms", .list(found.arms.map { .string($0) })),
      ("replications", .exact(found.replications)),
    ])
  }

  /// What was drawn, or null without draws.
  private var parameterDraws: JSONText {
    guard let found = input.parameters else { return .number(nil) }
    return .object([
      ("draws", .exact(found.draws)), ("parameters", .exact(found.parameters.drawnCount)),
      ("held", .list(found.parameters.held.map { .string($0) })),
      ("digest", .string(found.digest)),
      ("goalsMetAndGuardrailsKept", .list(found.chances.map(chance))),
    ])
  }

  /// P(goals met and guardrails kept) over (b) + (c): met ÷ populations.
  private func chance(_ chance: GoalChance) -> JSONText {
    .object([
      ("arm", .string(chance.arm)), ("probability", .number(chance.probability)),
      ("standardError", .number(chance.standardError)), ("met", .exact(chance.met)),
      ("populations", .exact(chance.populations)),
    ])
  }

  private func verdict(_ verdict: ReportVerdict) -> JSONText {
    .object([
      ("arm", .string(verdict.arm)), ("status", .string(verdict.status.rawValue)),
      ("text", .string(verdict.text)), ("rule", .string(verdict.rule)),
    ])
  }

  private func health(_ check: ReportHealthCheck) -> JSONText {
    .object([
      ("check", .string(check.name)), ("holds", .bool(check.holds)),
      ("detail", .string(check.detail)),
    ])
  }

  private func expectation(_ line: ReportExpectation) -> JSONText {
    .object([
      ("role", .string(line.role.rawValue)), ("metric", .string(line.metric.rawValue)),
      ("arm", .string(line.arm)), ("requirement", .string(line.requirement)),
      ("finding", .string(line.finding)), ("outcome", .string(line.outcome.rawValue)),
    ])
  }

  private func arm(_ index: Int) -> JSONText {
    let tally = input.tally.arms[index]
    let compared = input.comparison.arms[index]
    let money = report.facts.money[index]
    let partners =
      report.partnerNames.isEmpty
      ? [] : [(key: "partners", value: PartnerJSON.text(tally, names: report.partnerNames))]
    return .object(
      [
        ("name", .string(compared.name)),
        (
          "totals",
          .object(TallyColumn.allCases.map { (key: "\($0)", value: .exact(tally[$0])) })
        ), ("channels", ChannelJSON.text(tally)),
        (
          "moneyMinor",
          .object([
            ("gainedMargin", .exact(money.arm[.gainedMarginMinor])),
            ("lostMargin", .exact(money.arm[.lostMarginMinor])),
            ("topUps", .exact(money.topUps)),
            ("incentiveCost", .exact(money.arm.incentiveCostMinor)),
            ("returnedMargin", .exact(money.returnedMargin)),
            ("incentiveCostOfControl", .exact(money.controlCost)), ("netValue", .exact(money.net)),
          ])
        ),
        (
          "metrics",
          .object(compared.metrics.map { (key: $0.metric.rawValue, value: metric($0, arm: index)) })
        ),
        (
          "pairing",
          .object(
            compared.pairing.map { (key: $0.quantity.rawValue, value: .number($0.varianceRatio)) })
        ),
        (
          "pairingControlled",
          .object(
            compared.pairing.map { (key: $0.quantity.rawValue, value: .number($0.controlledRatio)) }
          )
        ), ("liability", liability(report.facts.liabilities[index])),
        ("fatigue", fatigue(index)),
      ] + WorldsJSON(report).entries(arm: index) + partners)
  }

  private func metric(_ found: MetricComparison, arm: Int) -> JSONText {
    let spread = input.parameters?.ofDifference(found.metric, arm: arm)
    return .object([
      ("value", .number(found.arm.value)), ("control", .number(found.control.value)),
      ("difference", .number(found.difference.value)),
      ("lower", .number(found.difference.interval?.lower)),
      ("upper", .number(found.difference.interval?.upper)),
      ("relative", .number(found.relative.value)),
      ("relativeLower", .number(found.relative.interval?.lower)),
      ("relativeUpper", .number(found.relative.interval?.upper)),
      ("simulationNoise", .number(found.difference.estimate?.standardError)),
      ("valueSimulationNoise", .number(found.arm.estimate?.standardError)),
      ("outcomeSpread", .number(found.outcomeSpread)),
      ("parameterSpread", .number(spread?.standardDeviation)),
      ("outerVariance", .number(spread?.outerVariance)),
      ("innerVariance", .number(spread?.innerVariance)),
      ("controlled", .number(found.controlled?.estimate.value)),
      ("controlledLower", .number(found.controlled?.estimate.interval?.lower)),
      ("controlledUpper", .number(found.controlled?.estimate.interval?.upper)),
      ("controlledNoise", .number(found.controlled?.estimate.standardError)),
    ])
  }

  /// Wear, opt-outs and lost response by week and segment, and by channel and topic; mean wear is of
  /// the person just before the message.
  private func fatigue(_ arm: Int) -> JSONText {
    let segments = input.scenario.people.segments.map(\.name)
    let tally = input.tally.arms[arm].fatigue
    let weeks = report.byWeek(arm).enumerated().map { week, found in
      JSONText.object([
        ("from", .string(found.name)), ("figures", figures(found.figures)),
        (
          "segments",
          .object(
            segments.enumerated().map { segment, name in
              (
                key: name,
                value: figures(
                  FatigueFigures { tally.value($0, week: week, segment: segment) })
              )
            })
        ),
      ])
    }
    return .object([
      ("weeks", .list(weeks)),
      (
        "channels",
        .object(report.byChannel(arm).map { (key: $0.name, value: figures($0.figures)) })
      ),
    ])
  }

  private func figures(_ found: FatigueFigures) -> JSONText {
    .object([
      ("messages", .exact(found.messages)), ("meanWear", .number(found.meanWear)),
      ("optOuts", .exact(found.optOuts)), ("ordersLost", .exact(found.ordersLost)),
      ("marginLostMinor", .exact(found.marginLostMinor)),
    ])
  }

  private func liability(_ books: ArmLiability) -> JSONText {
    .object([
      ("outstandingPoints", .exact(books.outstanding)),
      ("atFaceMinor", .exact(books.liabilityAtFace.minor)),
      (
        "futureRedemptionRate",
        .string("\(books.futureRate.numerator)/\(books.futureRate.denominator)")
      ),
      ("atFutureRateMinor", .exact(books.liabilityExpected.minor)),
      ("rollForward", .list(books.points.months.map(line))),
    ])
  }

  private func line(_ line: PointsRollForward.Line) -> JSONText {
    .object([
      ("month", .string(line.month.text)), ("opening", .exact(line.opening)),
      ("issued", .exact(line.issued)), ("redeemed", .exact(line.redeemed)),
      ("expired", .exact(line.expired)), ("clawedBack", .exact(line.clawedBack)),
      ("adjusted", .exact(line.adjusted)), ("closing", .exact(line.closing)),
      ("residual", .exact(line.residual)),
    ])
  }
}
