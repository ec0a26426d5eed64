internal import IncentiveEngine
internal import Quantities

/// A waterfall as machines read it; money in minor units.
struct WaterfallJSON: Encodable {
  struct Step: Encodable {
    /// The rule's key below `scheme`.
    var rule: String
    var stage: String
    /// `applied`, `not-needed`, `not-chosen`, or the reason of the refusal.
    var outcome: String
    /// What the rule takes off, or would have if it had been chosen.
    var moneyMinor: Int64
    /// What it earns, or the points that are spent, or would have been.
    var points: Int64
    /// What is left to pay after it.
    var leftMinor: Int64
  }

  var listMinor: Int64
  var steps: [Step]
  var paidMinor: Int64
  var earnedPoints: Int64
  var growth: Int64

  init(_ waterfall: Waterfall) {
    listMinor = waterfall.list.minor
    paidMinor = waterfall.paid.minor
    earnedPoints = waterfall.earned.count
    growth = waterfall.growth.count
    steps = waterfall.steps.map { step in
      Step(
        rule: step.finding.name, stage: step.finding.stage.code,
        outcome: step.finding.outcome.code, moneyMinor: step.finding.money.minor,
        points: step.finding.points.count, leftMinor: step.left.minor)
    }
  }
}
