public import Scenarios

extension Judgement {
  /// Why a line could not be evaluated.
  public enum Gap: Error, Sendable, Hashable {
    /// There is no arm of that name.
    case noArm(String)
    /// The arm's metric is undefined.
    case noValue(Measured.Reason?)
    /// Control's metric is undefined.
    case controlHasNoValue(Measured.Reason?)
    /// The metric of the arm that it is held against is undefined.
    case otherHasNoValue(arm: String, Measured.Reason?)
    /// A rate is no total of the whole program.
    case rateOfProgram
    /// Two arms' values are each of their own pairing with control.
    case ownPairing
    /// There is no baseline.
    case needsBaseline
    /// The baseline does not know the metric of the arm.
    case notInBaseline
    /// A change needs a reference.
    case changeOfNothing
    /// The scheme moves the metric's denominator.
    case movesWhoIsCounted(Expectation.Role)
    /// The interval is judged, and there is none.
    case noInterval
  }
}

extension Judgement.Gap: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .noArm(let name): "no arm \(name)"
    case .noValue(let reason): reason.map { "\($0)" } ?? "no value"
    case .controlHasNoValue(let reason): "control has no value: \(Self.text(reason))"
    case .otherHasNoValue(let name, let reason): "\(name) has no value: \(Self.text(reason))"
    case .rateOfProgram: "a rate has no total of the program"
    case .ownPairing: "each arm's value belongs to its own pairing with control"
    case .needsBaseline: "needs a baseline"
    case .notInBaseline: "the baseline has no value of it"
    case .changeOfNothing: "a change needs something that it is a change from"
    case .movesWhoIsCounted(let role):
      "the scheme moves who is counted, so the metric is no \(role.rawValue)"
    case .noInterval: "there is no interval; `judge: point` asks for none"
    }
  }

  private static func text(_ reason: Measured.Reason?) -> String { reason.map { "\($0)" } ?? "" }
}
