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
    if let tolerance { lines += Self.costLines(tolerance, besides: lines) }
    let judge = ExpectationJudge(comparison, currency: currency, baseline: baseline)
    judgements = judge.judge(lines)
  }

  /// Incentive cost and liability against the baseline, where the scenario has no such line.
  private static func costLines(
    _ tolerance: Expectation.Tolerance, besides lines: [Expectation]
  ) -> [Expectation] {
    [Metric.incentiveCostPerMember, .liabilityPerMember].compactMap { metric in
      guard !lines.contains(where: { $0.metric == metric && $0.reference == .baseline }) else {
        return nil
      }
      return Expectation(
        metric: metric, role: .check, reference: .baseline,
        condition: .change(fail: .init(increase: tolerance), warn: .init()))
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
