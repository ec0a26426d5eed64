import IncentiveEngine
import Quantities
import Timeline

/// Finds what a scheme allows, or never does, by running the engine: no rule is read, all are tried.
public enum Linter {
  /// Everything that was found, the worst first, then in the order of the checks.
  public static func findings(_ subject: LintSubject) -> [LintFinding] {
    let shop = LintShop(subject)
    var search = DiscountSearch(shop)
    search.run()
    var firing = FiringCheck(shop)
    var refunds = RefundCheck(shop)
    let all =
      discounts(search) + refunds.run() + firing.run() + BudgetCheck(subject: subject).run()
    return all.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
  }

  private static func discounts(_ search: DiscountSearch) -> [LintFinding] {
    var findings: [LintFinding] = []
    func add(
      _ severity: LintFinding.Severity, _ kind: LintFinding.Kind, _ found: DiscountSearch.Found,
      rule: String? = nil
    ) {
      findings.append(
        LintFinding(
          severity: severity, kind: kind, rule: rule ?? found.purchase.rules.first ?? "scheme",
          steps: found.steps))
    }
    for found in search.worst where found.purchase.net < .zero {
      add(.warning, .belowCost(found.purchase), found)
    }
    if let found = search.roundTrip {
      add(.error, .pointsWorthThePrice(found.purchase), found, rule: "points.earn")
    }
    let deepest = search.best.min { left, right in
      Int128(left.purchase.pay.minor) * Int128(right.purchase.list.minor)
        < Int128(right.purchase.pay.minor) * Int128(left.purchase.list.minor)
    }
    if let deepest, deepest.purchase.off > .zero {
      add(.note, .deepestDiscount(deepest.purchase), deepest)
    }
    return findings
  }
}
