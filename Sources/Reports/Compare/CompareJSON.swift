import Experiments
import Measurement
import Quantities
import Scenarios
import Statistics

/// What `compare --json` prints: whole numbers are texts (exact), estimates numbers, money in minor
/// units.
enum CompareJSON {
  static func text(_ input: CompareInput, folder: String) -> String {
    JSONText.object([
      ("format", .string("incentive-compare")), ("version", .exact(1)),
      ("pairing", pairing(input.pairing)), ("first", side(input.first)),
      ("second", side(input.second)),
      (
        "currency",
        .object([
          ("code", .string(input.currency.code)),
          ("minorDigits", .exact(input.currency.minorDigits)),
        ])
      ), ("isSameScenario", .bool(input.changes.isEmpty)),
      ("changes", .list(input.changes.map(change))), ("arms", .list(input.arms.map(arm))),
      ("onlyInFirst", .list(input.onlyInFirst.map { .string($0) })),
      ("onlyInSecond", .list(input.onlyInSecond.map { .string($0) })),
      ("folder", .string(folder)),
    ]).text
  }

  private static func pairing(_ pairing: CompareInput.Pairing) -> JSONText {
    switch pairing {
    case .paired(let isControlCommon):
      .object([("kind", .string("paired")), ("isControlCommon", .bool(isControlCommon))])
    case .independent(let isSameResult):
      .object([("kind", .string("independent")), ("isSameResult", .bool(isSameResult))])
    }
  }

  private static func side(_ side: CompareInput.Side) -> JSONText {
    func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .number(nil) }
    return .object([
      ("label", .string(side.label)), ("path", .string(side.path)),
      ("scenario", .string(side.title)), ("seed", .string(side.seed)),
      ("members", .exact(side.members)), ("replications", .exact(side.replications)),
      ("run", optional(side.runID)), ("digest", optional(side.digest)),
    ])
  }

  private static func change(_ change: ScenarioChange) -> JSONText {
    .object([
      ("section", .string(change.section.rawValue)), ("path", .string(change.path)),
      ("before", change.before.map { .string($0) } ?? .number(nil)),
      ("after", change.after.map { .string($0) } ?? .number(nil)),
    ])
  }

  private static func arm(_ arm: ArmPair) -> JSONText {
    .object([
      ("name", .string(arm.name)),
      ("metrics", .object(arm.rows.map { (key: $0.metric.rawValue, value: row($0)) })),
    ])
  }

  private static func row(_ row: ArmPair.Row) -> JSONText {
    .object([
      ("first", .number(row.first)), ("second", .number(row.second)),
      ("difference", .number(row.difference?.value)),
      ("lower", .number(row.difference?.interval?.lower)),
      ("upper", .number(row.difference?.interval?.upper)),
      ("standardError", .number(row.difference?.standardError)),
    ])
  }
}
