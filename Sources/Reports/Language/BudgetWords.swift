import Experiments
import IncentiveEngine
import Quantities

extension Words {
  /// What became of each budget of each arm, a line each, and what that means for intervals.
  func lines(_ budgets: BudgetSummary) -> [String] {
    language == .chinese ? chineseLines(budgets) : budgets.lines
  }

  private func chineseLines(_ budgets: BudgetSummary) -> [String] {
    let lines = budgets.entries.map { entry in
      var parts = [
        "\(entry.arm)：预算 \(entry.budget)，额度 " + limit(of: entry, budgets.currency),
        "已用 \(used(of: entry, budgets.currency))"
          + (entry.replications > 1 ? "（\(entry.replications) 次重复合计）" : ""),
        "\(entry.refusedOrders) 单未享受或少享受",
      ]
      if let first = entry.firstClosed { parts.append("首次用尽 \(BudgetSummary.text(first))") }
      return clauses(parts)
    }
    guard let replications = budgets.tooFewReplications else { return lines }
    let place = budgets.place.map { "\($0)：" } ?? ""
    return lines + ["\(place)警告：\(chineseWarning(replications))"]
  }

  private func limit(of entry: BudgetSummary.Entry, _ currency: Currency) -> String {
    guard entry.measure == .liability else { return text(entry.limit, entry.measure, currency) }
    return currency.text(Money(minor: entry.limit)) + "（按面值）"
  }

  private func used(of entry: BudgetSummary.Entry, _ currency: Currency) -> String {
    text(entry.used, entry.measure, currency)
  }

  private func text(_ amount: Int64, _ measure: Budget.Measure, _ currency: Currency) -> String {
    switch measure {
    case .money: currency.text(Money(minor: amount))
    case .uses: "\(amount) 次"
    case .pointsIssued, .pointsRedeemed: "\(amount) 积分"
    case .liability: "\(amount) 积分（发放多于核销）"
    }
  }
}
