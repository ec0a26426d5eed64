import Quantities
import Timeline

extension LoyaltyEngine {
  /// What rules against abuse leave of the findings on an order, and those that act on it.
  func withinRisk(_ findings: [RuleFinding], price: Int64, _ touch: Touch) -> [RuleFinding] {
    let (refusal, rule) = riskRefusal(ofPrice: price, touch)
    var found = findings
    if refusal != .none {
      for index in found.indices
      where found[index].stage == .earning && found[index].outcome == .applied {
        found[index].outcome = .refused(refusal)
        found[index].points = .zero
      }
      found.append(finding(rule, .earning, .refused(refusal)))
    } else if touch.risk.isHeld {
      found.append(finding(touch.risk.rule, .earning, .refused(.fraudHold)))
    } else if touch.risk.coupons != .none {
      found.append(finding(touch.risk.rule, .price, .refused(touch.risk.coupons)))
    }
    return found
  }
}
