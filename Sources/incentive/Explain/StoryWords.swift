internal import CommunitySimulation
internal import Foundation
internal import IncentiveEngine
internal import MemberBehavior
internal import PointsLedger
internal import Quantities
internal import Timeline

/// Engine and behavior in plain words, under one scheme.
struct StoryWords {
  let scheme: CompiledScheme
  let currency: Currency
  var language = Language.en

  /// A movement of points, such as `+30 points by points.earn (lot 2026-01, last day 2027-01-31)`.
  func transfer(_ transfer: Transfer) -> String {
    let sign = transfer.memberChange < 0 ? "−" : "+"
    let expiry = life(of: transfer.lot)
    let isExpiry = transfer.reason == .expiry
    let (rule, lot) = (scheme.ruleName(transfer.rule), transfer.lot.vintage.text)
    return "\(sign)\(points(transfer.points)) "
      + language(
        "\(isExpiry ? "issued by" : "by") \(rule) (lot of \(lot), \(expiry))",
        "\(isExpiry ? "发放规则" : "规则") \(rule)（\(lot) 批次，\(expiry)）")
  }

  private func life(of lot: LotKey) -> String {
    switch lot.expiry {
    case .never: return language("never expires", "永久有效")
    case .sliding: return language("lives while the member is active", "活跃期间有效")
    default:
      let lastDay = CivilDate(lot.expiry).text
      return language("last day \(lastDay)", "有效至 \(lastDay)")
    }
  }

  func points(_ points: Points) -> String {
    let count = Currency.grouped(points.count.magnitude)
    return language("\(count) point\(points.count == 1 ? "" : "s")", "\(count) 积分")
  }

  func tier(_ position: UInt8) -> String {
    let names = scheme.tierNames
    return names.indices.contains(Int(position)) ? names[Int(position)] : language("none", "无")
  }

  /// What the rules would take off a basket that was not ordered, a line each, and in one line what
  /// was not granted.
  func findings(_ findings: [RuleFinding]) -> [String] {
    let priced = findings.filter { $0.stage == .price }
    let lines = priced.filter { $0.isApplied && $0.money > .zero }.map { finding in
      let money = currency.text(finding.money)
      return language("\(finding.name) takes off \(money)", "\(finding.name) 减 \(money)")
    }
    let refused = priced.compactMap { finding in
      language.words(finding.outcome).map { "\(finding.name) (\($0))" }
    }
    guard !refused.isEmpty else { return lines }
    return lines + [language("not granted: ", "未给予：") + language.list(refused)]
  }

  /// Which points could pay for a basket that was not ordered.
  func spending(_ record: OccasionRecord) -> String? {
    guard let quote = record.quote, quote.spendablePoints > .zero else { return nil }
    let (count, value) = (points(quote.spendablePoints), currency.text(quote.spendableValue))
    return language("\(count) could pay \(value)", "\(count)可抵 \(value)")
  }

  /// Why an occasion became an order or not.
  func reason(_ record: OccasionRecord) -> [String] {
    guard let parts = record.parts else {
      return [
        language("a need; who is no member is offered nothing", "刚需；非会员没有优惠")
      ]
    }
    let (share, mark) = (percent(parts.acceptance), percent(record.occasion.mark))
    let drawn = language("the mark of this one is \(mark)", "本次抽到 \(mark)")
    var lines: [String]
    switch record.occasion.stream {
    case .need where parts.acceptance >= 1:
      return [
        language("a need: it becomes an order whatever is offered", "刚需：无论有何优惠都会下单")
      ]
    case .need:
      lines = [
        language(
          "a need: \(share) become orders at this wear, \(drawn)",
          "刚需：在此疲劳下 \(share) 会下单，\(drawn)")
      ]
    case .impulse:
      lines = [
        language(
          "a visit: \(share) become orders at this offer, \(drawn)",
          "到访：在此优惠下 \(share) 会下单，\(drawn)")
      ]
    case .message:
      lines = [
        language(
          "a visit that a message brought: \(share) become orders at this offer, \(drawn)",
          "消息带来的到访：在此优惠下 \(share) 会下单，\(drawn)")
      ]
    }
    if record.hasLapsed {
      lines[0] += language(" (the customer had lapsed)", "（该顾客此前已流失）")
    }
    return lines + [utility(parts)]
  }

  private func utility(_ parts: UtilityParts) -> String {
    let named = [
      (language("price", "价格"), parts.price), (language("coupon", "优惠券"), parts.coupon),
      (language("points", "积分"), parts.points),
      (language("reward near", "临近兑换"), parts.reward),
      (language("tier near", "临近升级"), parts.tier),
      (language("expiry near", "临近过期"), parts.urgency),
      (language("gift", "赠品"), parts.gift),
      (language("offer ends", "优惠将止"), parts.deadline),
      (language("coupon in mind", "券的提醒"), parts.exposure),
      (language("feeling about the tier", "等级感受"), parts.tierFeeling),
      (language("reward in mind", "奖励余味"), parts.rewardFeeling),
      (language("points that wait", "待激活积分"), parts.waitingPoints),
      (language("brought by a friend", "好友引荐"), parts.referred),
      (language("novelty", "新鲜感"), parts.novelty),
    ].filter { abs($0.1) >= 0.005 }.map { "\($0.0) \(decimal($0.1))" }
    let attraction =
      named.isEmpty ? language("nothing attracts", "没有吸引力") : language.list(named)
    let wear =
      parts.wear >= 0.005
      ? language(" − \(decimal(parts.wear)) of wear", " − 疲劳 \(decimal(parts.wear))") : ""
    let product = "\(decimal(parts.response)) × \(decimal(parts.attraction))"
    return language("utility", "效用")
      + " \(decimal(parts.utility)) = \(product)\(wear) (\(attraction))"
  }

  /// What a notice tells.
  func notice(_ notice: Notice) -> String? {
    switch notice {
    case .none: nil
    case .expiryWarning(let count, let value, let lastDay):
      warning(of: points(count), worth: value, after: CivilDate(lastDay).text)
    case .couponGranted(let offer): granted(offer: scheme.offerNames[offer])
    case .balanceDue(let offer):
      language(
        "the balance is due: offers.\(scheme.offerNames[offer])",
        "尾款开始支付：offers.\(scheme.offerNames[offer])")
    case .tierProgress(let missing, let next):
      language(
        "\(Currency.grouped(missing.count.magnitude)) growth value short of \(tier(next))",
        "差 \(Currency.grouped(missing.count.magnitude)) 分升级 \(tier(next))")
    case .tierWarning(let missing, let tier, let lastDay, let countsSpend):
      warning(of: tier, missing: missing, countsSpend, after: CivilDate(lastDay).text)
    case .journey: nil
    case .broadcast(let position):
      language(
        "a message: broadcasts.\(scheme.broadcastNames[position])",
        "群发消息：broadcasts.\(scheme.broadcastNames[position])")
    }
  }

  private func warning(
    of position: UInt8, missing: Int64, _ countsSpend: Bool, after day: String
  ) -> String {
    let count = Currency.grouped(missing.magnitude)
    let short =
      countsSpend
      ? currency.text(Money(minor: missing)) : language("\(count) growth value", "\(count) 成长值")
    return language(
      "warning: \(tier(position)) is lost after \(day) unless \(short) more is counted",
      "保级提醒：还差 \(short)，否则 \(day) 后失去 \(tier(position))")
  }

  private func warning(of points: String, worth value: Money, after day: String) -> String {
    let worth = currency.text(value)
    return language(
      "warning: \(points)\(value > .zero ? " worth \(worth)" : "") are lost after \(day)",
      "提醒：\(points)\(value > .zero ? "（价值 \(worth)）" : "")将于 \(day) 后失效")
  }

  private func granted(offer name: String) -> String {
    language("coupon granted: offers.\(name)", "发放优惠券：offers.\(name)")
  }

  /// An amount of money.
  func amount(_ money: Money) -> String { currency.text(money) }

  /// The headline of an order.
  func ordered(_ list: Money, paid: Money) -> String {
    let (listed, payment) = (currency.text(list), currency.text(paid))
    return paid == list
      ? language("ordered for \(listed)", "下单 \(listed)")
      : language("ordered for \(listed), paid \(payment)", "下单 \(listed)，实付 \(payment)")
  }

  /// That goods were added to a basket.
  func toppedUp(from list: Money) -> String {
    language(
      "goods were added to \(currency.text(list)) to reach a threshold",
      "原价 \(currency.text(list))，凑单达到门槛")
  }

  /// A rise or fall between tiers, if there is one.
  func tierChange(_ decision: Decision) -> String? {
    guard decision.tierBefore != decision.tierAfter else { return nil }
    let rises = decision.tierAfter > decision.tierBefore
    let (before, after) = (tier(decision.tierBefore), tier(decision.tierAfter))
    return language(
      "\(rises ? "rises" : "falls") from \(before) to \(after)",
      "由 \(before) \(rises ? "升" : "降")至 \(after)")
  }

  /// The coupons that a decision grants, a line each.
  func granted(_ decision: Decision) -> [String] {
    scheme.offerNames.enumerated().compactMap { position, name in
      decision.granted.contains(OfferSet(offer: position)) ? granted(offer: name) : nil
    }
  }

  /// What an order brought besides points and growth value: a tier, coupons, rewards.
  func outcome(_ decision: Decision) -> [String] {
    let gifts = scheme.giftNames.enumerated().compactMap { position, name in
      decision.terms.gifts.rawValue & (1 << UInt16(position)) == 0
        ? nil : language("gift: \(name)", "赠品：\(name)")
    }
    let others = Int(decision.rewardCount) - gifts.count
    let rewards =
      gifts + (others > 0 ? [language("rewards: \(others)", "礼品 \(others) 份")] : [])
    return [tierChange(decision)].compactMap { $0 } + granted(decision) + rewards
      + privileges(decision)
  }

  /// Two decimals; a number that rounds to zero has no sign.
  func decimal(_ number: Double) -> String {
    let hundredths = (number * 100).rounded()
    return (hundredths < 0 ? "−" : "") + String(format: "%.2f", abs(hundredths) / 100)
  }

  func percent(_ share: Double) -> String {
    String(format: share < 0.1 ? "%.2f%%" : "%.1f%%", share * 100)
  }
}
