/// What a row says, apart from how it is drawn.
enum Verdict {
  case better
  case worse
  case unclear
  case same
  /// The row has no favorable side, or no value.
  case none
}

extension ForestPlot.Row {
  var verdict: Verdict {
    guard favorable != .neither, let estimate else { return .none }
    guard case .bounded(let lower, let upper) = extent else { return .unclear }
    if estimate == 0, lower == 0, upper == 0 { return .same }
    guard lower > 0 || upper < 0 else { return .unclear }
    return (lower > 0) == (favorable == .higher) ? .better : .worse
  }

  func verdictText(_ words: ChartWords) -> String {
    switch verdict {
    case .better: words.better
    case .worse: words.worse
    case .unclear: words.unclear
    case .same: words.same
    case .none: ""
    }
  }

  func directionText(_ words: ChartWords) -> String? {
    switch favorable {
    case .higher: words.higherIsBetter
    case .lower: words.lowerIsBetter
    case .neither: nil
    }
  }

  func estimateText(_ words: ChartWords) -> String {
    estimate.map(text) ?? words.undefined
  }

  func extentText(_ words: ChartWords) -> String {
    switch extent {
    case .bounded(let lower, let upper): "\(text(lower)) \(words.to) \(text(upper))"
    case .exterior(let lower, let upper):
      "\(words.upTo) \(text(lower)), \(words.from) \(text(upper))"
    case .unbounded: words.unbounded
    case .unknown: "–"
    }
  }

  private func text(_ value: Double) -> String {
    unit.text(value, decimals: decimals, signed: true)
  }
}
