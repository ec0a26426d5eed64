internal import Measurement
public import Quantities
public import Scenarios
internal import Statistics

/// Judges the lines of `expect:` by point and by interval.
///
/// A line fails only when the whole interval is past its limit and passes only when it is wholly
/// inside; otherwise it is inconclusive. A line that cannot be evaluated is *not modeled*.
public struct ExpectationJudge: Sendable {
  /// The arms against control.
  public let comparison: Comparison
  /// What lines against a baseline are held against, if there is one.
  public let baseline: BaselineFile?
  /// The currency of the sentences.
  public let currency: Currency

  /// Creates a judge.
  public init(_ comparison: Comparison, currency: Currency, baseline: BaselineFile? = nil) {
    self.comparison = comparison
    self.currency = currency
    self.baseline = baseline
  }

  /// One judgement a line and arm, in the order of lines, then of arms.
  public func judge(_ expectations: [Expectation]) -> [Judgement] {
    expectations.flatMap { expectation in
      arms(of: expectation).map { judge(expectation, armNamed: $0) }
    }
  }

  private func arms(of expectation: Expectation) -> [String] {
    if let arm = expectation.arm { return [arm] }
    // No arm is held against itself.
    return comparison.treatments.map(\.name).filter { expectation.reference != .arm($0) }
  }

  private func judge(_ expectation: Expectation, armNamed name: String) -> Judgement {
    guard let arm = comparison.arm(named: name) else {
      return notModeled(expectation, name, .noArm(name))
    }
    if let gap = gap(in: expectation) { return notModeled(expectation, name, gap) }
    do throws(Judgement.Gap) {
      let subject = try Subject(expectation, arm: arm, in: comparison, baseline: baseline)
      return judge(expectation, name, subject)
    } catch {
      return notModeled(expectation, name, error)
    }
  }

  /// Why the words of a line cannot be judged, whatever was measured.
  private func gap(in expectation: Expectation) -> Judgement.Gap? {
    switch (expectation.condition, expectation.reference) {
    case (.up, .absolute), (.down, .absolute), (.change, .absolute):
      return .changeOfNothing
    default: break
    }
    switch expectation.role {
    case .goal, .guardrail:
      return expectation.metric.mayBeGoal ? nil : .movesWhoIsCounted(expectation.role)
    case .check, .claim: return nil
    }
  }

  private func judge(
    _ expectation: Expectation, _ arm: String, _ subject: Subject
  ) -> Judgement {
    let limits = Limits(expectation, reference: subject.reference, currency: currency)
    let byPoint: Finding = limits.fail.contains(subject.judged) ? .holds : .broken
    let byInterval = limits.fail.finding(subject.confidence)
    let chosen = expectation.judge == .point ? byPoint : byInterval
    let verdict = verdict(chosen, limits.warn, expectation, subject)
    let interval = subject.confidence.interval
    let evidence = Evidence(
      value: subject.value, reference: subject.reference, judged: subject.judged,
      lower: interval?.lower, upper: interval?.upper,
      distance: limits.fail.distance(from: subject.judged))
    return Judgement(
      expectation: expectation, arm: arm, verdict: verdict, byInterval: byInterval,
      byPoint: byPoint, evidence: evidence, limit: limits.words,
      isImprovement: improves(limits.stale, expectation, subject),
      sentence: JudgementText.sentence(
        expectation, arm, verdict, evidence, limit: limits.words, currency))
  }

  private func verdict(
    _ finding: Finding, _ warn: Region?, _ expectation: Expectation, _ subject: Subject
  ) -> Judgement.Verdict {
    switch finding {
    case .broken: return .fail
    case .crosses: return .inconclusive
    case .notEvaluated where comparison.warning != nil && subject.mayHaveInterval:
      return .inconclusive
    case .notEvaluated: return .notModeled(.noInterval)
    case .holds:
      guard let warn else { return .pass }
      let isInside =
        expectation.judge == .point
        ? warn.contains(subject.judged) : warn.finding(subject.confidence) == .holds
      return isInside ? .pass : .warn
    }
  }

  private func improves(
    _ stale: Region?, _ expectation: Expectation, _ subject: Subject
  ) -> Bool {
    guard let stale else { return false }
    return expectation.judge == .point
      ? !stale.contains(subject.judged) : stale.finding(subject.confidence) == .broken
  }

  private func notModeled(
    _ expectation: Expectation, _ arm: String, _ gap: Judgement.Gap
  ) -> Judgement {
    Judgement(
      expectation: expectation, arm: arm, verdict: .notModeled(gap), byInterval: .notEvaluated,
      byPoint: .notEvaluated, evidence: nil, limit: "", isImprovement: false,
      sentence: JudgementText.sentence(
        expectation, arm, .notModeled(gap), nil, limit: "", currency))
  }
}
