internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// What a reward is, as it stands in the file: goods with their cost, or a coupon by its name.
struct RewardKeys: Sendable {
  var cost: Money?
  var worth: Money?
  var coupon: String?

  /// The content, once the coupons of the scheme are known.
  func content(_ offers: [Offer], _ node: LocatedNode, _ reading: Reading) -> RewardContent? {
    guard let coupon else { return item(node, reading) }
    for key in ["cost", "worth"] where node[key] != nil {
      reading.report(
        node.place(of: key), "\"\(key)\" means nothing for a coupon: it costs when it is used",
        hint: "remove it, or remove coupon:")
      return nil
    }
    let granted = offers.enumerated().filter { $0.element.access.isReward }
    guard let found = granted.first(where: { $0.element.name == coupon }) else {
      let isThere = offers.contains { $0.name == coupon }
      reading.report(
        node.valuePlace(of: "coupon"),
        isThere
          ? "the offer \"\(coupon)\" is not granted as a reward"
          : "unknown coupon \"\(coupon.shortened)\"",
        hint: isThere
          ? "write \"grant: as a reward\" in its line of coupons:"
          : Suggestion.hint(for: coupon, among: granted.map(\.element.name)))
      return nil
    }
    return .coupon(offer: found.offset)
  }

  private func item(_ node: LocatedNode, _ reading: Reading) -> RewardContent? {
    guard let cost else {
      reading.report(
        node.place, "the reward does not say what it is",
        hint: "add \"cost: ¥6, worth: ¥12\" for goods or a service, or \"coupon: name\"")
      return nil
    }
    return .item(cost: cost, value: worth ?? cost)
  }
}

extension Offer.Access {
  /// Whether the offer is a coupon that is granted as a reward.
  fileprivate var isReward: Bool {
    if case .coupon(.asReward, _) = self { return true }
    return false
  }
}

/// One reward as it stands in the file.
struct RewardLine: Sendable {
  /// All but its content and its tier.
  var reward: Reward
  /// The stock that all members share, if it has one.
  var stock: ShortBudget?
  var keys: RewardKeys
  var tier: String?
  var node: LocatedNode

  /// The reward, once tiers and coupons are known.
  func reward(tiers: [TierLine], offers: [Offer], _ reading: Reading) -> Reward? {
    guard let content = keys.content(offers, node, reading) else { return nil }
    var reward = reward
    reward.content = content
    guard let tier else { return reward }
    reward.lowestTier = tiers.firstIndex { $0.name == tier }
    guard reward.lowestTier == nil else { return reward }
    reading.report(
      node.valuePlace(of: "tier"), "unknown tier \"\(tier.shortened)\"",
      hint: Suggestion.hint(for: tier, among: tiers.map(\.name)))
    return nil
  }
}

/// `points-mall:` — what points buy besides paying for orders.
extension Form where Value == RewardLine {
  static var reward: Form {
    ObjectForm(
      "a reward", "A reward that points buy: goods, a privilege, a partner's membership, a coupon.",
      keys: .required("name", .name(of: "a reward", example: "mug"), "Its name."),
      .required("price", .points, "What it costs in points."),
      .optional("cost", .money, "What one costs the merchant.", fallback: "see coupon"),
      .optional("worth", .money, "What one is worth to a member.", fallback: "its cost"),
      .optional(
        "coupon", .name(of: "a coupon", example: "five-off"),
        "The coupon that it is, of those granted as a reward.", fallback: "none"),
      .defaulted("when", .promotionWindow, "When it may be taken.", .always, text: "always"),
      .optional(
        "tier", .name(of: "a tier", example: "gold"), "The lowest tier that may take it.",
        fallback: "all members"),
      .optional(
        "stock", .stock,
        "How many there are, of all members together or of each community; first come, first "
          + "served.",
        fallback: "as many as are asked for"),
      .optional(
        "per-member", .rewardLimit, "The most that one member takes.", fallback: "no limit"),
      .optional(
        "automatic", .integer(1...10, example: "1"),
        "How many a day are taken by themselves when an order leaves the points for it.",
        fallback: "members ask for it")
    ) { node, reading, name, price, cost, worth, coupon, when, tier, stock, limit, automatic in
      let shared = stock.flatMap { $0.scope == .programme ? $0 : nil }
      if let most = automatic, most > 1, shared != nil {
        reading.report(
          node.place(of: "stock"), "an order takes \(most) of it by itself from a shared stock",
          hint: "write \"automatic: 1\", or a stock \"20 per community\"")
        return nil
      }
      return RewardLine(
        reward: Reward(
          name: name, price: price, content: .item(cost: .zero, value: .zero), window: when,
          stock: shared == nil ? stock?.amount : nil, limit: limit, automaticPerDay: automatic),
        stock: shared.map { ShortBudget.stock(ofReward: name, $0, node) },
        keys: RewardKeys(cost: cost, worth: worth, coupon: coupon), tier: tier, node: node)
    }.form
  }
}

extension Form where Value == Reward.Limit {
  /// `2 per month`, `1 ever`.
  static var rewardLimit: Form {
    .scalar(
      ScalarShape(
        "how many one member takes",
        patterns: ["^[0-9][0-9_]* (per (day|week|month|quarter|year)|ever)$"],
        examples: ["2 per month", "1 ever"])
    ) { (text, _) throws(ScalarFailure) in
      let (amount, period) = text.splitAtPeriod
      guard (period == nil) == text.hasSuffix(" ever"), period != .halfYear else {
        throw ScalarFailure("\"\(text.shortened)\" does not say in which period")
      }
      let digits = period == nil ? String(text.dropLast(5)).trimmed : amount
      guard let count = try DecimalText(digits).scaled(by: 0), (1...1_000_000).contains(count)
      else { throw ScalarFailure("a limit is a whole number from 1 to 1000000") }
      return Reward.Limit(count: Int(count), period: period)
    }
  }
}
