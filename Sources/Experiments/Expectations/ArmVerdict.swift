internal import Scenarios

/// The first line of a report: one status word from a closed list, and the rule that gave it.
public struct ArmVerdict: Sendable, Hashable {
  /// The closed list.
  public enum Status: Sendable, Hashable {
    /// Goals met, guardrails kept, and what we do not know of people is in the interval.
    case ship
    /// A goal is missed or a guardrail broken.
    case doNotShip
    /// Goals met and guardrails kept in the model; only a real test knows the people.
    case runARealTest
    /// An interval crosses a limit; about so many more replications should tell.
    case inconclusive(moreReplications: Int)
    /// A health check failed; no number should be read.
    case unhealthy
  }

  /// At most so many replications are advised; where even they would not tell, that is said.
  public static let mostReplications = 10_000

  /// The arm.
  public let arm: String
  /// The status.
  public private(set) var status: Status
  /// The rule that gave it.
  public private(set) var ground: Ground

  /// The rule that gave it, in a sentence.
  public var rule: String { "\(ground)" }

  /// The verdict on one arm, from the judgements of its goals and guardrails.
  ///
  /// - Parameter statesParameterUncertainty: Whether intervals hold what is not known of the
  ///   parameters (c); without it, the best verdict is to run a real test (D9).
  /// - Parameter isPartlyStated: Whether (c) is known but leaves out some parameters.
  /// - Parameter widened: The judgements by intervals that hold (c), too; a line that is open there
  ///   leaves a real test as the best verdict.
  /// - Parameter unit: What the intervals take as independent.
  public init(
    arm: String, judgements: [Judgement], health: Health, replications: Int,
    statesParameterUncertainty: Bool = false, isPartlyStated: Bool = false,
    widened: [Judgement] = [], unit: IndependentUnit = .community
  ) {
    self.arm = arm
    let lines = Self.deciding(judgements, of: arm)
    (status, ground) = Self.decide(
      lines, health, replications, unit, statesParameterUncertainty: statesParameterUncertainty,
      isPartlyStated: isPartlyStated)
    let open = Self.deciding(widened, of: arm).first { ![.pass, .warn].contains($0.verdict) }
    guard status == .ship, let open else { return }
    status = .runARealTest
    ground = .openWithParameters(open)
  }

  private static func deciding(_ judgements: [Judgement], of arm: String) -> [Judgement] {
    judgements.filter { $0.arm == arm && [.goal, .guardrail].contains($0.expectation.role) }
  }

  /// The status as reports print it.
  public var text: String {
    switch status {
    case .ship: "ship"
    case .doNotShip: "do not ship"
    case .runARealTest: "run a real test"
    case .unhealthy: "unhealthy"
    case .inconclusive(let more):
      more < Self.mostReplications
        ? "inconclusive: \(more) more replications"
        : "inconclusive: \(Self.mostReplications) more replications or beyond"
    }
  }

  private static func decide(
    _ lines: [Judgement], _ health: Health, _ replications: Int, _ unit: IndependentUnit,
    statesParameterUncertainty: Bool, isPartlyStated: Bool
  ) -> (Status, Ground) {
    if let check = health.checks.first(where: { !$0.holds }) {
      return (.unhealthy, .unhealthy(check))
    }
    if let line = lines.first(where: { $0.verdict == .fail }) {
      return (.doNotShip, .missed(line))
    }
    let open = lines.filter { $0.verdict == .inconclusive }
    if let line = open.first, unit.missing(of: replications) > 0 {
      return (
        .inconclusive(moreReplications: unit.missing(of: replications)),
        .noInterval(replications: replications, line)
      )
    }
    if let line = open.first {
      let more = open.map { moreReplications($0, replications) }.max() ?? 1
      return (.inconclusive(moreReplications: more), .crosses(line))
    }
    for line in lines {
      if case .notModeled = line.verdict {
        return (.runARealTest, .notEvaluated(line))
      }
    }
    guard lines.contains(where: { $0.expectation.role == .goal }) else {
      return (.runARealTest, .noGoal)
    }
    guard statesParameterUncertainty else {
      return (.runARealTest, .parametersNotStated(partly: isPartlyStated))
    }
    return (.ship, .met)
  }

  /// The half-width shrinks with the root of replications: n·(half-width ÷ distance)² suffice.
  private static func moreReplications(_ line: Judgement, _ replications: Int) -> Int {
    guard let evidence = line.evidence, let halfWidth = evidence.halfWidth, evidence.distance > 0
    else { return mostReplications }
    let ratio = halfWidth / evidence.distance
    let needed = (Double(replications) * ratio * ratio).rounded(.up) - Double(replications)
    return needed < Double(mostReplications) ? max(1, Int(needed)) : mostReplications
  }
}
