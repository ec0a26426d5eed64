public import Scenarios

/// What to do about one arm, with the rule that gave it.
public struct ReportVerdict: Sendable, Hashable {
  /// The closed list of what a report can conclude.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case ship
    case doNotShip = "do not ship"
    case runRealTest = "run a real test"
    case inconclusive
    case unhealthy
  }

  /// The arm.
  public var arm: String
  /// What to do.
  public var status: Status
  /// The status in words; an inconclusive one says how many more replications should tell.
  public var text: String
  /// The rule that gave it, as a sentence.
  public var rule: String

  /// Creates a verdict; its text is the status word unless given.
  public init(arm: String, status: Status, text: String? = nil, rule: String) {
    self.arm = arm
    self.status = status
    self.text = text ?? status.rawValue
    self.rule = rule
  }
}

/// One thing that must hold of a run before anybody reads its numbers.
public struct ReportHealthCheck: Sendable, Hashable {
  /// What must hold.
  public var name: String
  /// Whether it does.
  public var holds: Bool
  /// The numbers behind it.
  public var detail: String

  /// Creates the check.
  public init(name: String, holds: Bool, detail: String) {
    self.name = name
    self.holds = holds
    self.detail = detail
  }
}

/// What became of one expectation.
public struct ReportExpectation: Sendable, Hashable {
  /// How an expectation ended.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case passed
    case warned
    case failed
    case inconclusive
    /// It cannot be evaluated; never a pass.
    case notModeled = "not modeled"
  }

  /// What the line is for.
  public var role: Expectation.Role
  /// The metric.
  public var metric: String
  /// The arm.
  public var arm: String
  /// What should hold, in words.
  public var requirement: String
  /// What was found, by point and interval, in words.
  public var finding: String
  /// How it ended.
  public var outcome: Outcome
  /// Who is responsible, if the scenario says so.
  public var owner: String?
  /// Why the line is there, if the scenario says so.
  public var why: String?

  /// Creates the line.
  public init(
    role: Expectation.Role, metric: String, arm: String, requirement: String, finding: String,
    outcome: Outcome, owner: String? = nil, why: String? = nil
  ) {
    self.role = role
    self.metric = metric
    self.arm = arm
    self.requirement = requirement
    self.finding = finding
    self.outcome = outcome
    self.owner = owner
    self.why = why
  }
}
