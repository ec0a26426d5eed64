internal import Measurement
public import Scenarios

/// P(goals met and guardrails kept) of one arm over (b) and (c) (D9).
///
/// Every draw of the parameters is lived through by populations of the scenario's size with luck of
/// their own, so that one of them varies by what the outcome of such a population varies by (b) and
/// by the parameters that nobody knows (c). The share is counted, over all of them, of those in which
/// every goal of the arm is met and every guardrail kept by the value itself; no interval, and so
/// nothing of (a), is in it.
public struct GoalChance: Sendable, Hashable {
  /// The arm.
  public let arm: String
  /// Populations: draws × replications.
  public let populations: Int
  /// Those in which every line held.
  public let met: Int
  /// The standard error of the share, draws being independent; nothing with a single draw.
  public let standardError: Double?

  /// The share of populations in which every line held.
  public var probability: Double { Double(met) / Double(populations) }

  /// Counts the populations of every draw.
  ///
  /// - Parameter held: by draw, one entry a population: whether every line held in it.
  init?(arm: String, held: [[Bool]]) {
    let populations = held.reduce(0) { $0 + $1.count }
    guard populations > 0 else { return nil }
    self.arm = arm
    self.populations = populations
    met = held.reduce(0) { $0 + $1.count { $0 } }
    let shares = held.map { Double($0.count { $0 }) / Double(max(1, $0.count)) }
    let count = Double(shares.count)
    let mean = shares.reduce(0, +) / count
    let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardError = count > 1 ? (squares / (count - 1) / count).squareRoot() : nil
  }

  /// One for each arm but control that has goals or guardrails which every population can be held
  /// against; lines against a baseline are left to `check`.
  ///
  /// - Parameter populations: by draw, the arms of each population.
  static func chances(_ populations: [[Comparison]], of scenario: Scenario) -> [GoalChance] {
    let lines = scenario.expectations.filter {
      [.goal, .guardrail].contains($0.role) && $0.reference != .baseline
    }
    return scenario.arms.dropFirst().compactMap { arm in
      var held: [[Bool]] = []
      for draw in populations {
        var ofDraw: [Bool] = []
        for population in draw {
          let findings = ExpectationJudge(population, currency: scenario.currency).judge(lines)
            .filter { $0.arm == arm.name }.map(\.byPoint)
          guard !findings.isEmpty, !findings.contains(.notEvaluated) else { return nil }
          ofDraw.append(findings.allSatisfy { $0 == .holds })
        }
        held.append(ofDraw)
      }
      return GoalChance(arm: arm.name, held: held)
    }
  }
}
