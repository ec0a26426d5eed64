internal import CommunitySimulation
internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Timeline

/// Goods that a member sent back.
extension StoryBuilder {
  /// What came back, and what that undid; of a refused return, why.
  mutating func add(_ record: ReturnRecord) {
    let words = words(at: record.minute)
    add(record.minute, .goodsBack, words.returned(record.list, record.decision))
    guard let decision = record.decision, decision.refusal == .none else { return }
    growth -= decision.earnedGrowth.count
    entries[entries.count - 1].details += words.undone(decision)
  }
}

extension StoryWords {
  /// The headline of a return.
  func returned(_ goods: Money, _ decision: Decision?) -> String {
    guard let decision else {
      let list = currency.text(goods)
      return language("goods for \(list) sent back, not as a member", "退货 \(list)，非会员")
    }
    guard decision.refusal == .none else {
      let (list, reason) = (currency.text(goods), language.words(decision.refusal))
      return language(
        "goods for \(list) not taken back: \(reason)", "退货 \(list) 未受理：\(reason)")
    }
    let (list, paid) = (currency.text(decision.terms.list), currency.text(decision.paid))
    let part =
      decision.refund.isWhole
      ? language("nothing is left of the order", "整单已退")
      : language("part of an order", "部分退货")
    return language(
      "goods for \(list) sent back (\(part)), \(paid) paid back",
      "退货，原价 \(list)（\(part)），退款 \(paid)")
  }

  /// What a return undid beside the money, a line each.
  func undone(_ decision: Decision) -> [String] {
    [reductionsUndone(decision), withheld(decision.refund.withheld)].compactMap { $0 }
      + pointsUndone(decision) + standingUndone(decision)
  }

  private func reductionsUndone(_ decision: Decision) -> String? {
    let terms = decision.terms
    let reductions = terms.tierDiscount + terms.promotionDiscount + terms.couponDiscount
    guard reductions != .zero else { return nil }
    let money = currency.text(reductions)
    return language("reductions of \(money) go with them", "随之取消的优惠 \(money)")
  }

  private func withheld(_ money: Money) -> String? {
    let amount = currency.text(Money(minor: abs(money.minor)))
    if money > .zero {
      return language(
        "\(amount) withheld: what is kept costs more without them",
        "扣回优惠 \(amount)：留下的商品不再满足优惠条件")
    }
    guard money < .zero else { return nil }
    return language("\(amount) withheld before is paid back", "退还先前扣回的 \(amount)")
  }

  /// Points given back and taken back, and those that could not be.
  private func pointsUndone(_ decision: Decision) -> [String] {
    let note = decision.refund
    let taken = decision.earnedPoints - note.owed
    return [
      (decision.spentPoints, "that paid for them are given back", "曾用于支付，已退回"),
      (note.lost, "that paid for them are lost: they had expired", "曾用于支付，已过期，不再退回"),
      (taken, "earned with them are taken back", "由此单获得，已收回"),
      (note.owed, "earned with them are spent and owed", "由此单获得，已用掉，记为欠分"),
      (note.kept, "earned with them stay with the member", "由此单获得，会员保留"),
      (note.expired, "earned with them have expired already", "由此单获得，此前已过期"),
    ].filter { $0.0 > .zero }.map { count, english, chinese in
      language("\(points(count)) \(english)", "\(points(count))\(chinese)")
    }
  }

  /// Growth value, stamps, tier and coupons that go or come with the order.
  private func standingUndone(_ decision: Decision) -> [String] {
    var lines: [String] = []
    if decision.earnedGrowth > .zero {
      let count = Currency.grouped(decision.earnedGrowth.count.magnitude)
      lines.append(language("growth value \(count) taken back", "成长值 \(count) 收回"))
    }
    if decision.earnedStamps > 0 {
      lines.append(
        language("stamps taken back: \(decision.earnedStamps)", "收回印章 \(decision.earnedStamps) 枚"))
    }
    lines += [tierChange(decision)].compactMap { $0 }
    for (position, name) in scheme.offerNames.enumerated() {
      let offer = OfferSet(offer: position)
      if decision.refund.couponsReturned.contains(offer) {
        lines.append(language("coupon given back: offers.\(name)", "退回优惠券：offers.\(name)"))
      }
      if decision.refund.couponsWithdrawn.contains(offer) {
        lines.append(language("coupon taken back: offers.\(name)", "收回优惠券：offers.\(name)"))
      }
    }
    return lines
  }
}
