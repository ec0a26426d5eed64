import Experiments
import Measurement
import Statistics

/// What `summary.json` says of replications that a rule asked for.
enum StagedJSON {
  /// The name of the rule.
  static let rule = "stein-two-stage"

  /// The rule and what it looked at, or null where the replications are stated.
  static func text(_ staged: StagedReplications?) -> JSONText {
    guard let staged else { return .number(nil) }
    return .object([
      ("rule", .string(rule)), ("first", .exact(staged.first)), ("atMost", .exact(staged.atMost)),
      ("replications", .exact(staged.count)), ("cut", .bool(staged.isCut)),
      ("lines", .list(staged.lines.map { line($0, in: staged) })),
    ])
  }

  private static func line(
    _ line: StagedReplications.Line, in staged: StagedReplications
  ) -> JSONText {
    .object([
      ("metric", .string(line.metric.rawValue)), ("arm", .string(line.arm)),
      ("halfWidthAsked", .number(line.halfWidth)),
      ("deviation", .number(line.sampling?.deviation)),
      ("replicationsAsked", line.needed.map { .exact($0) } ?? .number(nil)),
      ("halfWidth", .number(staged.halfWidth(of: line))),
      ("reached", .bool(staged.isReached(line))),
    ])
  }
}
