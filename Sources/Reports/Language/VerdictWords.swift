import Experiments

extension Words {
  /// What to do about an arm, in a few words.
  func text(of verdict: ArmVerdict) -> String {
    language(verdict.text, chineseText(verdict.status))
  }

  /// The rule that gave a verdict, in a sentence.
  func rule(of verdict: ArmVerdict) -> String { verdict.rule }

  private func chineseText(_ status: ArmVerdict.Status) -> String {
    switch status {
    case .ship: ReportVerdict.Status.ship.chinese
    case .doNotShip: ReportVerdict.Status.doNotShip.chinese
    case .runARealTest: ReportVerdict.Status.runRealTest.chinese
    case .unhealthy: ReportVerdict.Status.unhealthy.chinese
    case .inconclusive(let more):
      more < ArmVerdict.mostReplications
        ? "尚无定论：再做 \(more) 次重复" : "尚无定论：再做 \(more) 次重复也未必够"
    }
  }
}

extension Report {
  /// What to do about each arm but control, a line each, with the rule that gave it.
  public var verdictLines: [String] {
    input.verdicts.map { verdict in
      let (text, rule) = (words.text(of: verdict), words.rule(of: verdict))
      return words.language(
        "\(verdict.arm): \(text). \(rule)", "\(verdict.arm)：\(text)。\(rule)")
    }
  }
}
