import Experiments
import Measurement
import Quantities
import Scenarios

/// What to do about one arm, with the rule that gave it.
struct ReportVerdict: Sendable, Hashable {
  /// The closed list of what a report can conclude.
  enum Status: String, Sendable, Hashable, CaseIterable {
    case ship
    case doNotShip = "do not ship"
    case runRealTest = "run a real test"
    case inconclusive
    case unhealthy
  }

  /// The arm.
  var arm: String
  /// What to do.
  var status: Status
  /// The status in words; an inconclusive one says how many more replications should tell.
  var text: String
  /// The rule that gave it, as a sentence.
  var rule: String
}

/// One thing that must hold of a run before anybody reads its numbers.
struct ReportHealthCheck: Sendable, Hashable {
  /// What must hold.
  var name: String
  /// Whether it does.
  var holds: Bool
  /// The numbers behind it.
  var detail: String
}

/// What became of one expectation.
struct ReportExpectation: Sendable, Hashable {
  /// How an expectation ended.
  enum Outcome: String, Sendable, Hashable, CaseIterable {
    case passed
    case warned
    case failed
    case inconclusive
    /// It cannot be evaluated; never a pass.
    case notModeled = "not modeled"
  }

  /// What the line is for.
  var role: Expectation.Role
  /// The metric.
  var metric: Metric
  /// The arm.
  var arm: String
  /// What should hold, in words.
  var requirement: String
  /// What was found, by point and interval, in words.
  var finding: String
  /// How it ended.
  var outcome: Outcome
  /// Who is responsible, if the scenario says so.
  var owner: String?
  /// Why the line is there, if the scenario says so.
  var why: String?
}

extension ReportVerdict {
  /// The verdict on an arm as a report shows it.
  init(_ verdict: ArmVerdict, _ words: Words, _ currency: Currency) {
    let status: Status =
      switch verdict.status {
      case .ship: .ship
      case .doNotShip: .doNotShip
      case .runARealTest: .runRealTest
      case .inconclusive: .inconclusive
      case .unhealthy: .unhealthy
      }
    self.init(
      arm: verdict.arm, status: status, text: words.text(of: verdict),
      rule: words.rule(verdict.ground, currency))
  }
}

extension ReportExpectation {
  /// The judgement as a report shows it.
  init(_ judgement: Judgement, _ words: Words, _ figures: Figures, control: String) {
    let line = judgement.expectation
    self.init(
      role: line.role, metric: line.metric, arm: judgement.arm,
      requirement: words.limit(of: judgement, figures.currency),
      finding: words.finding(judgement, figures, control: control), outcome: Outcome(judgement),
      owner: line.owner, why: line.why)
  }
}

extension ReportExpectation.Outcome {
  fileprivate init(_ judgement: Judgement) {
    self =
      switch judgement.verdict {
      case .pass: .passed
      case .warn: .warned
      case .fail: .failed
      case .inconclusive: .inconclusive
      case .notModeled: .notModeled
      }
  }
}
