internal import Measurement
public import Quantities
public import Scenarios

/// All judgements of `incentive check`, and the exit code that they add up to.
public struct CheckOutcome: Sendable, Hashable {
  /// The judgements of lines against the baseline.
  public let judgements: [Judgement]

  /// Judges a run against a baseline.
  ///
  /// - Parameters:
  ///   - expectations: The scenario's lines; those of role `check` are judged, whatever they are
  ///     against.
  ///   - tolerance: The largest rise of incentive cost and liability that is tolerated; nothing if
  ///     only the scenario's own lines count.
  public init(
    _ comparison: Comparison, run: BaselineFile, baseline: BaselineFile, currency: Currency,
    expectations: [Expectation], tolerance: Expectation.Tolerance?
  ) throws(BaselineError) {
    if let problem = baseline.incompatibility(with: run) { throw problem }
    var lines = expectations.filter { $0.role == .check }
    if let tolerance {
      lines += Self.costLines(tolerance, arms: comparison.arms.map(\.name), besides: lines)
    }
    guard !lines.isEmpty else { throw .nothingToCheck }
    var held = baseline
    held.sharesLuck = run.luck == baseline.luck
    let judge = ExpectationJudge(comparison, currency: currency, baseline: held)
    judgements = judge.judge(lines)
  }

  /// Incentive cost and liability of every arm, control included, against the baseline, where the
  /// scenario has no such line of its own.
  private static func costLines(
    _ tolerance: Expectation.Tolerance, arms: [String], besides lines: [Expectation]
  ) -> [Expectation] {
    [Metric.incentiveCostPerMember, .liabilityPerMember].flatMap { metric in
      arms.compactMap { arm in
        let isStated = lines.contains {
          $0.metric == metric && $0.reference == .baseline
            && ($0.arm == arm || ($0.arm == nil && arm != arms[0]))
        }
        guard !isStated else { return nil }
        return Expectation(
          metric: metric, role: .check, arm: arm, reference: .baseline,
          condition: .change(fail: .init(increase: tolerance), warn: .init()))
      }
    }
  }

  /// What the command line ends with: 0 passed, 2 a check failed, 3 inconclusive where that fails
  /// or a check that could not be evaluated, 4 better than the tolerance when `strict`.
  public func exitCode(strict: Bool) -> Int32 {
    if judgements.contains(where: { $0.verdict == .fail }) { return 2 }
    if judgements.contains(where: { $0.consequence == .fail || $0.isNotModeled }) { return 3 }
    if strict, judgements.contains(where: \.isImprovement) { return 4 }
    return 0
  }

  /// The outcome in one sentence.
  public var sentence: String {
    let failed = judgements.count { $0.verdict == .fail }
    let open = judgements.count { $0.verdict == .inconclusive }
    let unknown = judgements.count(where: \.isNotModeled)
    let warned = judgements.count { $0.verdict == .warn }
    let better = judgements.count(where: \.isImprovement)
    let parts = [
      (failed, "failed"), (open, "inconclusive"), (unknown, "not evaluated"), (warned, "warned"),
      (better, "better than the tolerance"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let total = "\(judgements.count) \(judgements.count == 1 ? "check" : "checks")"
    guard !judgements.isEmpty else { return "Nothing was checked." }
    return parts.isEmpty
      ? "\(total) against the baseline, all passed."
      : "\(total) against the baseline: \(parts.joined(separator: ", "))."
  }
}

extension Judgement {
  /// Whether the line could not be evaluated.
  public var isNotModeled: Bool {
    if case .notModeled = verdict { true } else { false }
  }
}
