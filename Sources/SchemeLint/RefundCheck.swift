import IncentiveEngine
import Quantities

/// Buys and gives back, with and without spending what was earned in between, and looks at what stays.
struct RefundCheck {
  private let shop: LintShop
  private var findings: [LintFinding] = []

  init(_ shop: LintShop) { self.shop = shop }

  /// What stays after a purchase is given back: the first case of each kind, by the smallest basket.
  mutating func run() -> [LintFinding] {
    guard shop.subject.scheme.scheme.refunds != nil else { return [] }
    for basket in shop.subject.baskets {
      buyAndReturn(basket, spendsBetween: false)
      buyAndReturn(basket, spendsBetween: true)
    }
    return findings
  }

  private mutating func buyAndReturn(_ basket: LintBasket, spendsBetween: Bool) {
    var state = shop.start()
    let purchase = shop.purchase(basket, state)
    let face = shop.quote(basket, state)
    let bought = shop.order(basket, &state)
    guard let order = bought.order else { return }
    state.steps.append(.order(purchase))
    if spendsBetween {
      let second = shop.purchase(basket, state)
      let spent = shop.order(basket, &state, spendingPoints: true)
      guard spent.refusal == .none, spent.spentPoints > .zero else { return }
      state.steps.append(.orderWithPoints(second, value: spent.spentValue))
    }
    let refund = shop.refund(order, &state)
    guard refund.refusal == .none else { return }
    state.steps.append(.refund(purchase))
    let worth = LintShop.worth(of: refund.refund.kept, face)
    if worth > .zero {
      add(.error, .refundKeepsPoints(refund.refund.kept, worth: worth), "refunds.earned", state)
    }
    if !spendsBetween, refund.tierAfter > bought.tierBefore {
      add(
        .warning, .refundKeepsTier(shop.tierName(refund.tierAfter)), "refunds.tier", state)
    }
  }

  private mutating func add(
    _ severity: LintFinding.Severity, _ kind: LintFinding.Kind, _ rule: String, _ state: LintState
  ) {
    let finding = LintFinding(severity: severity, kind: kind, rule: rule, steps: state.steps)
    guard !findings.contains(where: { $0.code == finding.code }) else { return }
    findings.append(finding)
  }
}
