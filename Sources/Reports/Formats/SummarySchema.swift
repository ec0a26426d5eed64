import Experiments
import Measurement
import Scenarios

/// The JSON Schema of `summary.json` (draft 2020-12), made from the same lists as the file itself.
///
/// Whole numbers are texts of digits, because they may exceed what a reader of JSON numbers holds
/// exactly; estimates are numbers, or null where they are not defined.
public enum SummarySchema {
  /// The schema, with a line feed at the end.
  public static var text: String { root.text + "\n" }

  private static var root: JSONText {
    let value = record([
      ("format", constant("incentive-summary")), ("version", constant("1")),
      ("scenario", string), ("run", string), ("digest", string), ("seed", whole),
      ("engine", string),
      ("horizon", record([("from", string), ("days", whole), ("zone", string)])),
      ("currency", record([("code", string), ("minorDigits", whole)])), ("members", whole),
      ("membersBeforeScaling", orNull(whole)), ("communities", whole), ("replications", whole),
      (
        "intervals",
        record([
          ("over", string), ("controlVariates", list(string)), ("warning", orNull(string)),
        ])
      ),
      ("replicationRule", orNull(replicationRule)),
      ("parameterDraws", orNull(parameterDraws)), ("messageOptimum", orNull(messageOptimum)),
      ("oneAtATime", orNull(oneAtATime)),
      ("verdicts", list(verdict)), ("health", list(health)), ("expectations", list(expectation)),
      ("arms", list(arm)),
    ])
    guard case .object(let members) = value else { return value }
    return .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("title", .string("Summary of a run of the incentive sandbox")),
        (
          "description",
          .string(
            "Generated. Whole numbers are texts of digits, exact; money ending in Minor, and estimates "
              + "of money, are in minor units of the currency.")
        ),
      ] + members)
  }

  private static var verdict: JSONText {
    record([
      ("arm", string), ("status", oneOf(ReportVerdict.Status.allCases.map(\.rawValue))),
      ("text", string), ("rule", string),
    ])
  }

  private static var health: JSONText {
    record([
      ("check", string), ("holds", .object([("type", .string("boolean"))])), ("detail", string),
    ])
  }

  private static var expectation: JSONText {
    record([
      ("role", oneOf(Expectation.Role.allCases.map(\.rawValue))),
      ("metric", oneOf(Metric.allCases.map(\.rawValue))), ("arm", string), ("requirement", string),
      ("finding", string),
      ("outcome", oneOf(ReportExpectation.Outcome.allCases.map(\.rawValue))),
    ])
  }

  private static var replicationRule: JSONText {
    let line = record([
      ("metric", oneOf(Metric.allCases.map(\.rawValue))), ("arm", string),
      ("halfWidthAsked", number), ("deviation", number), ("replicationsAsked", orNull(whole)),
      ("halfWidth", number), ("reached", type("boolean")),
    ])
    return record([
      ("rule", constant(StagedJSON.rule)), ("first", whole), ("atMost", whole),
      ("replications", whole), ("cut", type("boolean")), ("lines", list(line)),
    ])
  }

  private static var parameterDraws: JSONText {
    record([
      ("draws", whole), ("parameters", whole), ("held", list(string)), ("digest", string),
      (
        "goalsMetAndGuardrailsKept",
        list(
          record([
            ("arm", string), ("probability", number), ("standardError", number), ("met", whole),
            ("populations", whole),
          ]))
      ),
    ])
  }

  private static var messageOptimum: JSONText {
    record([
      ("messagesPerMember", number), ("lower", number), ("upper", number), ("arms", list(string)),
      ("replications", whole),
    ])
  }

  private static var oneAtATime: JSONText {
    let truth = type("boolean")
    return record([
      ("members", whole),
      ("lines", list(record([("arm", string), ("metric", string), ("judged", number)]))),
      (
        "parameters",
        list(
          record([
            ("name", string), ("assumption", truth), ("low", number), ("high", number),
            ("judgedAtLow", list(number)), ("judgedAtHigh", list(number)), ("flips", truth),
          ]))
      ),
    ])
  }

  private static var arm: JSONText {
    let wholeByChannel = record(ChannelColumn.allCases.map { ("\($0)", whole) })
    return record(
      [
        ("name", string), ("totals", record(TallyColumn.allCases.map { ("\($0)", whole) })),
        ("channels", map(of: wholeByChannel)),
        (
          "moneyMinor",
          record(
            [
              "gainedMargin", "lostMargin", "topUps", "incentiveCost", "returnedMargin",
              "incentiveCostOfControl", "netValue",
            ].map { ($0, whole) })
        ), ("metrics", record(Metric.allCases.map { ($0.rawValue, metric) })),
        ("pairing", record(PairingGain.Quantity.allCases.map { ($0.rawValue, number) })),
        ("pairingControlled", record(PairingGain.Quantity.allCases.map { ($0.rawValue, number) })),
        ("liability", liability), ("fatigue", fatigue),
        ("weeks", map(of: record([("values", list(number)), ("outcomeSpread", list(number))]))),
        (
          "runOff",
          list(record([("days", whole)] + RunOffColumn.allCases.map { ("\($0)", whole) }))
        ),
        (
          "differences",
          record(
            ["orderEdges", "persons", "valueEdgesMinor", "personsByValue"].map { ($0, list(whole)) }
          )
        ),
      ],
      optional: [
        ("slices", list(slices)),
        (
          "naive",
          record([
            ("comparedDays", whole), ("before", number), ("after", number),
            ("membersPerYear", number), ("othersPerYear", number), ("causal", number),
          ])
        ),
        (
          "categories",
          list(
            record([
              ("name", string), ("listMinor", whole), ("controlListMinor", whole),
              ("lines", whole), ("controlLines", whole),
            ]))
        ), ("partners", map(of: record(MerchantColumn.allCases.map { ("\($0)", whole) }))),
      ])
  }

  private static var metric: JSONText {
    record(
      [
        "value", "control", "difference", "lower", "upper", "relative", "relativeLower",
        "relativeUpper", "simulationNoise", "valueSimulationNoise", "outcomeSpread",
        "parameterSpread", "outerVariance", "innerVariance", "controlled", "controlledLower",
        "controlledUpper", "controlledNoise",
      ].map { ($0, number) })
  }

  private static var slices: JSONText {
    let estimate = record([("value", number), ("lower", number), ("upper", number)])
    let whole = [
      "persons", "orders", "controlOrders", "marginMinor", "costMinor", "netMinor",
    ].map { ($0, Self.whole) }
    let estimates = [
      "ordersPerPerson", "costPerPerson", "netPerPerson", "netPerPersonShrunk",
    ].map { ($0, estimate) }
    return record([
      ("dimension", oneOf(SliceDimension.allCases.map { "\($0)" })),
      ("interactionStatistic", number), ("interactionPValue", number),
      ("slices", list(record([("name", string)] + whole + estimates))),
    ])
  }

  private static var liability: JSONText {
    let line = record(
      [("month", string)]
        + [
          "opening", "issued", "redeemed", "expired", "clawedBack", "adjusted", "closing",
          "residual",
        ].map { ($0, whole) })
    return record([
      ("outstandingPoints", whole), ("atFaceMinor", whole), ("futureRedemptionRate", string),
      ("atFutureRateMinor", whole), ("rollForward", list(line)),
    ])
  }

  private static var fatigue: JSONText {
    let figures = record([
      ("messages", whole), ("meanWear", number), ("optOuts", whole), ("ordersLost", whole),
      ("marginLostMinor", whole),
    ])
    return record([
      (
        "weeks",
        list(record([("from", string), ("figures", figures), ("segments", map(of: figures))]))
      ), ("channels", map(of: figures)),
    ])
  }
}
