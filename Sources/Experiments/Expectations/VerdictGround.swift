extension ArmVerdict {
  /// The rule that gave a verdict, with what it looked at.
  public enum Ground: Sendable, Hashable {
    /// A health check failed.
    case unhealthy(Health.Check)
    /// A goal is missed or a guardrail broken.
    case missed(Judgement)
    /// Replications are too few for the interval that the line needs.
    case noInterval(replications: Int, Judgement)
    /// An interval crosses its limit.
    case crosses(Judgement)
    /// A line could not be evaluated.
    case notEvaluated(Judgement)
    /// The arm has no goal.
    case noGoal
    /// All lines hold; (c) is not stated, or only for some parameters.
    case parametersNotStated(partly: Bool)
    /// All lines hold, but not with (c) in the intervals.
    case openWithParameters(Judgement)
    /// All lines hold with (c) in the intervals.
    case met
  }
}

extension ArmVerdict.Ground: CustomStringConvertible {
  private static let allHold = "Every goal is met and every guardrail kept"

  /// The rule, in a sentence or two.
  public var description: String {
    switch self {
    case .unhealthy(let check): "A health check failed: \(check.name) (\(check.detail))."
    case .missed(let line): "A goal is missed or a guardrail broken. \(line.sentence)"
    case .noInterval(let replications, let line):
      "There is no interval: \(IndependentUnit.replication.warning(of: replications) ?? ""). "
        + line.sentence
    case .crosses(let line): "An interval crosses its limit. \(line.sentence)"
    case .notEvaluated(let line): "A line could not be evaluated. \(line.sentence)"
    case .noGoal: "The scenario names no goal of this arm, so nothing was met."
    case .parametersNotStated(let isPartly):
      "\(Self.allHold) in the model; what we do not know of people (c) is not stated"
        + (isPartly ? " for every parameter" : "") + ", so no better verdict is given."
    case .openWithParameters(let line):
      "\(Self.allHold) at the parameters as they are, not with what we do not know of people (c) in "
        + "the intervals. \(line.sentence)"
    case .met: "\(Self.allHold), with what we do not know of people in the intervals."
    }
  }
}
