import Experiments
import Quantities
import Scenarios

extension Words {
  /// What to do about an arm, in a few words.
  func text(of verdict: ArmVerdict) -> String {
    language(verdict.text, chineseText(verdict.status))
  }

  /// The rule that gave a verdict, in a sentence or two.
  func rule(_ ground: ArmVerdict.Ground, _ currency: Currency) -> String {
    language("\(ground)", chineseRule(ground, currency))
  }

  private func chineseText(_ status: ArmVerdict.Status) -> String {
    switch status {
    case .ship: ReportVerdict.Status.ship.chinese
    case .doNotShip: ReportVerdict.Status.doNotShip.chinese
    case .runARealTest: ReportVerdict.Status.runRealTest.chinese
    case .unhealthy: ReportVerdict.Status.unhealthy.chinese
    case .inconclusive(let more):
      more < ArmVerdict.mostReplications
        ? "尚无定论：再做 \(more) 次重复"
        : "尚无定论：再做 \(ArmVerdict.mostReplications) 次重复也未必够"
    }
  }

  private func chineseRule(_ ground: ArmVerdict.Ground, _ currency: Currency) -> String {
    let met = "目标全部达成，护栏全部守住"
    switch ground {
    case .unhealthy(let check):
      return "健康检查未通过：\(name(check.law))（\(detail(of: check))）。"
    case .missed(let line): return "有目标未达成，或有护栏被突破。\(sentence(line, currency))"
    case .noInterval(let replications, let line):
      let warning = chineseWarning(replications)
      return "没有置信区间：\(warning)。\(sentence(line, currency))"
    case .crosses(let line): return "有区间跨过要求的界限。\(sentence(line, currency))"
    case .notEvaluated(let line): return "有一行无法评估。\(sentence(line, currency))"
    case .noGoal: return "场景没有为该方案设定目标，谈不上达成。"
    case .parametersNotStated(let isPartly):
      return "在模型中\(met)；但对人的未知 (c) \(isPartly ? "只说明了一部分" : "没有说明")，因此不给出更好的结论。"
    case .openWithParameters(let line):
      return "按现有参数\(met)；把对人的未知 (c) 计入区间后则不然。\(sentence(line, currency))"
    case .met: return "\(met)，对人的未知已计入区间。"
    }
  }
}

extension Report {
  /// What to do about each arm but control, a line each, with the rule that gave it.
  public var verdictLines: [String] {
    input.verdicts.map { verdict in
      let text = words.text(of: verdict)
      let rule = words.rule(verdict.ground, input.scenario.currency)
      return words.language(
        "\(verdict.arm): \(text). \(rule)", "\(verdict.arm)：\(text)。\(rule)")
    }
  }
}
