internal import Measurement
internal import Quantities
internal import Scenarios

/// A judgement in one English sentence.
enum JudgementText {
  static func sentence(
    _ expectation: Expectation, _ arm: String, _ verdict: Judgement.Verdict,
    _ evidence: Evidence?, limit: String, _ currency: Currency
  ) -> String {
    let name = expectation.metric.rawValue + (expectation.isPerProgram ? ", whole program," : "")
    let lead = "\(word(verdict)): \(expectation.role.rawValue) \(name) of \(arm)"
    if case .notModeled(let gap) = verdict { return "\(lead) is not evaluated: \(gap)." }
    guard let evidence else { return "\(lead)." }
    let metric = expectation.metric
    let text = { (value: Double) in FixedText.value(value, of: metric, in: currency) }
    var sentence = "\(lead) is \(text(evidence.value))"
    if let reference = evidence.reference {
      sentence += " against \(text(reference)) of \(against(expectation.reference))"
      sentence += ", a difference of \(text(evidence.judged))"
    }
    if let lower = evidence.lower, let upper = evidence.upper {
      sentence += " (95%: \(text(lower)) to \(text(upper)))"
    } else if verdict == .inconclusive {
      sentence += " (95%: not bounded)"
    }
    sentence += "; limit: \(limit)."
    return sentence
  }

  static func word(_ verdict: Judgement.Verdict) -> String {
    switch verdict {
    case .pass: "pass"
    case .warn: "warn"
    case .fail: "fail"
    case .inconclusive: "inconclusive"
    case .notModeled: "not modeled"
    }
  }

  private static func against(_ reference: Expectation.Reference) -> String {
    switch reference {
    case .arm(let name): name
    case .baseline: "the baseline"
    case .absolute: "nothing"
    }
  }
}
