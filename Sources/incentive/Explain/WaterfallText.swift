internal import IncentiveEngine
internal import Quantities

/// A waterfall as people read it: what a rule takes off or adds, what is left, and the rule.
extension StoryWords {
  /// A row a rule, from the list price down to what is paid, then what the order earns; nothing
  /// under a scheme without rules.
  func rows(_ waterfall: Waterfall) -> [String] {
    guard !waterfall.steps.isEmpty else { return [] }
    let changes = waterfall.steps.map { change($0.finding) }
    let changeWidth = changes.map(\.count).max() ?? 0
    let leftWidth = [waterfall.list, waterfall.paid].map { currency.text($0).count }.max() ?? 0
    func row(_ change: String, _ left: Money?, _ text: String) -> String {
      let left = left.map(currency.text) ?? ""
      return Self.padded(change, changeWidth) + "  " + Self.padded(left, leftWidth) + "  " + text
    }
    let rows = zip(waterfall.steps, changes).map { step, change in
      let takesOff = step.finding.isApplied && step.finding.money > .zero
      return row(change, takesOff ? step.left : nil, text(step.finding))
    }
    let priced = waterfall.steps.count { $0.finding.stage.isOfPrice }
    return [row("", waterfall.list, language("list price", "原价"))] + rows[..<priced]
      + [row("", waterfall.paid, language("paid", "实付"))] + rows[priced...]
  }

  /// What a rule does to the figures; nothing if it does nothing.
  private func change(_ finding: RuleFinding) -> String {
    guard finding.isApplied else { return "" }
    switch finding.stage {
    case .price, .payment:
      return finding.money > .zero ? "−" + currency.text(finding.money) : ""
    case .earning, .growth:
      return finding.points > .zero ? "+" + Currency.grouped(finding.points.count.magnitude) : ""
    }
  }

  /// The rule, in what it counts, and why it did nothing, with the reason's stable name.
  private func text(_ finding: RuleFinding) -> String {
    guard let reason = language.words(finding.outcome) else {
      switch finding.stage {
      case .price: return finding.name
      case .payment: return "\(finding.name) (\(points(finding.points)))"
      case .earning: return "\(finding.name) (\(language("points", "积分")))"
      case .growth: return "\(finding.name) (\(language("growth value", "成长值")))"
      }
    }
    return "\(finding.name): \(reason) [\(finding.outcome.code)]"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension RuleFinding {
  var isApplied: Bool { outcome == .applied }
}

extension RuleFinding.Stage {
  /// Whether the stage comes before what is paid.
  fileprivate var isOfPrice: Bool {
    switch self {
    case .price, .payment: true
    case .earning, .growth: false
    }
  }
}
