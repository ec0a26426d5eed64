internal import IncentiveEngine
internal import Quantities
internal import Scenarios

extension Economics {
  /// Whether the messages of all arms have a cost; if not, that is said where costs stand.
  ///
  /// A cost that was forgotten would make messages free and their arm look better than it is.
  func checkMessageCost(of arms: [Arm], _ node: LocatedNode, _ reading: Reading) -> Bool {
    guard messageCost[.wecom] == nil, let arm = arms.first(where: \.scheme.sendsMessages) else {
      return true
    }
    let economics = node["economics"] ?? node
    let sign = reading.currency.sign
    reading.report(
      economics.entry("message-cost")?.place ?? economics.place,
      "the arm \"\(arm.name)\" sends messages, and messages go through WeCom until they can name a "
        + "channel; state message-cost.wecom (\(sign)0 if free)",
      hint: economics["message-cost"] == nil
        ? "add \"message-cost: { wecom: \(sign)0 }\"" : "add \"wecom: \(sign)0\"")
    return false
  }
}

extension Scheme {
  /// Whether the scheme sends anything: a warning of expiry, or coupons granted on a day.
  fileprivate var sendsMessages: Bool {
    points?.warning != nil || growth?.progress != nil || tiers?.review?.warning != nil
      || offers.contains { offer in
        switch offer.access {
        case .coupon(.monthly, _), .coupon(.once, _): true
        case .coupon(.onJoining, _), .coupon(.onFirstOrder, _), .coupon(.onSpend, _),
          .coupon(.deposit, _),
          .coupon(.asReward, _), .promotion:
          false
        }
      }
  }
}
