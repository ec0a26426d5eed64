import Experiments
import Measurement
import Quantities
import Scenarios

/// What became of a line of `expect:`, in the language of the report; English is said by
/// ``Experiments``, which `check` prints, too.
extension Words {
  /// The judgement in one sentence.
  func sentence(_ judgement: Judgement, _ currency: Currency) -> String {
    language(judgement.sentence, chineseSentence(judgement, currency))
  }

  /// The failing limit in words; empty for a line that could not be evaluated.
  func limit(of judgement: Judgement, _ currency: Currency) -> String {
    guard language == .chinese, !judgement.limit.isEmpty else { return judgement.limit }
    return chineseLimit(judgement.expectation) {
      Self.number($0, judgement.expectation.metric, currency)
    }
  }

  /// Why a line could not be evaluated.
  func reason(_ gap: Judgement.Gap) -> String { language("\(gap)", chineseReason(gap)) }

  private func chineseSentence(_ judgement: Judgement, _ currency: Currency) -> String {
    let line = judgement.expectation
    let program = line.isPerProgram ? "（整个项目合计）" : ""
    let lead =
      "\(Self.chineseWord(judgement.verdict))：\(judgement.arm) 的\(line.role.chinese)“"
      + "\(metric(line.metric))”\(program)"
    if case .notModeled(let gap) = judgement.verdict {
      return "\(lead)未能评估：\(chineseReason(gap))。"
    }
    guard let evidence = judgement.evidence else { return "\(lead)。" }
    let text = { (value: Double) in Self.number(value, line.metric, currency) }
    var sentence = "\(lead)为 \(text(evidence.value))"
    if let reference = evidence.reference {
      sentence += "，\(Self.chineseReference(line.reference))为 \(text(reference))"
      sentence += "，相差 \(text(evidence.judged))"
    }
    if let lower = evidence.lower, let upper = evidence.upper {
      sentence += "（95%：\(text(lower)) 至 \(text(upper))）"
    } else if judgement.verdict == .inconclusive {
      sentence += "（95%：无界）"
    }
    return sentence + "；要求：\(limit(of: judgement, currency))。"
  }

  /// A number with a true minus sign, after which no line breaks.
  private static func number(_ value: Double, _ metric: Metric, _ currency: Currency) -> String {
    FixedText.value(value, of: metric, in: currency).replacing("-", with: "−")
  }

  private static func chineseWord(_ verdict: Judgement.Verdict) -> String {
    switch verdict {
    case .pass: "通过"
    case .warn: "警告"
    case .fail: "未通过"
    case .inconclusive: "尚无定论"
    case .notModeled: "无法评估"
    }
  }

  private static func chineseReference(_ reference: Expectation.Reference) -> String {
    switch reference {
    case .arm(let name): "参照 \(name) "
    case .baseline: "基线"
    case .absolute: "参照值"
    }
  }

  private func chineseLimit(_ line: Expectation, _ text: (Double) -> String) -> String {
    switch line.condition {
    case .up: "高于零"
    case .down: "低于零"
    case .atMost(let most): "至多 \(text(most))"
    case .atLeast(let least): "至少 \(text(least))"
    case .between(let least, let most): "介于 \(text(least)) 与 \(text(most)) 之间"
    case .change(let fail, _): Self.chineseChange(fail, text)
    }
  }

  private static func chineseChange(
    _ limits: Expectation.ChangeLimits, _ text: (Double) -> String
  ) -> String {
    let parts = [("增加", limits.increase), ("减少", limits.decrease)].compactMap {
      name, tolerance -> String? in
      guard let tolerance else { return nil }
      let amounts = [tolerance.share.map(FixedText.percent), tolerance.amount.map(text)]
        .compactMap(\.self).joined(separator: tolerance.needsBoth ? " 且 " : " 或 ")
      return "\(name)至多 \(amounts)"
    }
    return parts.isEmpty ? "不设失败线" : parts.joined(separator: "，")
  }

  private func chineseReason(_ gap: Judgement.Gap) -> String {
    switch gap {
    case .noArm(let name): "没有名为 \(name) 的方案"
    case .noValue(let reason): reason?.chinese ?? "没有取值"
    case .controlHasNoValue(let reason): "对照组没有取值：\(reason?.chinese ?? "")"
    case .otherHasNoValue(let name, let reason): "\(name) 没有取值：\(reason?.chinese ?? "")"
    case .rateOfProgram: "比率没有整个项目的合计"
    case .ownPairing: "各方案的取值来自其与对照组的配对，方案之间不可比"
    case .needsBaseline: "需要基线"
    case .notInBaseline: "基线中没有该值"
    case .changeOfNothing: "变化需要有参照"
    case .movesWhoIsCounted(let role): "方案会改变统计的人群，因此该指标不能作\(role.chinese)"
    case .noInterval: "没有置信区间；可用 `judge: point` 按点估计判定"
    }
  }
}
