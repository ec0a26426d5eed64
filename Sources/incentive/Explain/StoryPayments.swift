internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Timeline

/// Orders that were placed earlier and are paid, or canceled.
extension StoryBuilder {
  /// What the payment brought; of a canceled order, what went back.
  mutating func addPayment(_ decision: Decision?, _ isPaid: Bool, at minute: Minute) {
    let words = words(at: minute)
    guard isPaid else {
      add(minute, .payment, say("an order was not paid: canceled", "订单未付款，已取消"))
      guard let decision else { return }
      entries[entries.count - 1].details += words.releasedLines(decision)
      return
    }
    guard let decision else {
      return add(minute, .payment, say("the order is paid, not as a member", "订单已付款，非会员"))
    }
    let paid = words.amount(decision.paid)
    add(minute, .payment, say("the order is paid: \(paid)", "订单已付款：\(paid)"))
    growth += decision.earnedGrowth.count
    entries[entries.count - 1].details += words.outcome(decision)
  }
}

extension StoryWords {
  /// What a canceled order had set aside, a line each.
  fileprivate func releasedLines(_ decision: Decision) -> [String] {
    let lost = decision.refund.lost
    let counts: [(Points, String, String)] = [
      (decision.spentPoints - lost, "set aside for it are given back", "曾为此单预留，已退回"),
      (lost, "set aside for it have expired meanwhile", "曾为此单预留，期间已过期"),
    ]
    let coupons = scheme.offerNames.enumerated().filter {
      decision.refund.couponsReturned.contains(OfferSet(offer: $0.offset))
    }.map { language("coupon given back: offers.\($0.element)", "退回优惠券：offers.\($0.element)") }
    return counts.filter { $0.0 > .zero }.map { count, english, chinese in
      language("\(points(count)) \(english)", "\(points(count))\(chinese)")
    } + coupons
  }
}
