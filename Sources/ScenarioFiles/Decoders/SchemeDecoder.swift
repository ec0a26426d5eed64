internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// `scheme:` — one complete set of incentive rules.
extension Form where Value == Scheme {
  static var scheme: Form {
    ObjectForm(
      "scheme", "One complete set of incentive rules.", planned: plannedSchemeKeys,
      keys: .optional("points", .points, "Points that members earn and spend.", fallback: "none"),
      .optional("growth", .growth, "Growth value, which counts toward tiers.", fallback: "none"),
      .optional("tiers", .tiers, "Tiers from lowest to highest.", fallback: "none"),
      .optional("tier-review", .tierReview, "When tiers may be lost.", fallback: "never"),
      .defaulted(
        "multipliers", .list(of: .multiplier), "Factors on points.", [], text: "none"),
      .optional(
        "combine", .combination,
        "How several factors on one order combine; needed where two could meet.",
        fallback: "one factor at most"),
      .defaulted(
        "promotions", .list(of: .promotion), "Reductions open to every member.", [], text: "none"),
      .defaulted(
        "coupons", .list(of: .coupon), "Reductions that are granted and held.", [], text: "none"),
      .defaulted(
        "groups", .list(of: .group), "Offers with a rule of stacking of their own.", [],
        text: "none"),
      .defaulted(
        "points-mall", .list(of: .reward), "Rewards that points buy, besides paying for orders.",
        [], text: "none"),
      .optional(
        "stamp-card", .stampCard, "A card that fills with stamps and is turned in for a reward.",
        fallback: "none"),
      .defaulted(
        "presales", .list(of: .presale), "Deposits that count for more when the balance is paid.",
        [], text: "none"),
      .defaulted(
        "accounts", .accounts,
        "Whether a member's accounts stay apart, or are joined into one when the member asks.",
        false, text: "apart"),
      .optional(
        "refunds", .refunds,
        "What a returned order undoes; economics.returns says what comes back.",
        fallback: "the usual policy, where anything comes back")
    ) {
      node, reading, points, growth, tiers, review, multipliers, combine, promotions, coupons,
      groups, rewards, stamps, presales, joinsAccounts, refunds in
      let listed = promotions + coupons
      let parts = SchemeParts(
        points: points, growth: growth, tiers: tiers ?? [], review: review,
        multipliers: multipliers, combine: combine,
        offers: listed + presales.offers(after: listed.count), groups: groups, rewards: rewards,
        stamps: stamps, joinsAccounts: joinsAccounts, refunds: refunds)
      return parts.scheme(node, reading)
    }.form
  }
}

/// The parts of a scheme, before it is known whether they fit together.
struct SchemeParts {
  var points: PointsLine?
  var growth: GrowthProgram?
  var tiers: [TierLine]
  var review: TierReview?
  var multipliers: [MultiplierLine]
  var combine: MultiplierCombination?
  var offers: [Offer]
  var groups: [GroupLine]
  var rewards: [RewardLine]
  var stamps: StampLine?
  var joinsAccounts: Bool
  var refunds: RefundPolicy?

  func scheme(_ node: LocatedNode, _ reading: Reading) -> Scheme? {
    let before = reading.reportCount
    checkNames(node, reading)
    checkNeeds(node, reading)
    let factors = resolvedMultipliers(node, reading)
    let mall = rewards.compactMap { $0.reward(tiers: tiers, offers: offers, reading) }
    let resolvedGroups = groups.compactMap { $0.group(offers: offers, reading) }
    let program = points?.program(tiers: tiers, reading)
    let card = stamps?.card(offers: offers, reading)
    guard reading.reportCount == before else { return nil }
    let scheme = Scheme(
      name: "scheme", points: program, growth: growth, tiers: ladder, multipliers: factors,
      multiplierCombination: combine ?? .multiplicative, offers: offers,
      rewards: mall, stampCard: card, mergesAccounts: joinsAccounts, groups: resolvedGroups,
      refunds: refunds)
    SchemeProblemPlace.report(scheme.problems, of: node, reading)
    guard reading.reportCount == before else { return nil }
    SchemeBounds(scheme: scheme, node: node, reading: reading).check()
    return reading.reportCount == before ? scheme : nil
  }

  private var basis: TierBasis { tiers.compactMap(\.from).last?.basis ?? .spend }

  private var ladder: TierLadder? {
    guard !tiers.isEmpty else { return nil }
    let lines = tiers.map {
      Tier(
        name: $0.name, threshold: $0.from?.amount ?? 0, price: $0.price, memberPrices: $0.prices,
        isForEver: $0.isForEver)
    }
    return TierLadder(tiers: lines, basis: basis, review: review)
  }

  /// The multipliers of the list, then the birthdays of the tiers.
  private func resolvedMultipliers(
    _ node: LocatedNode, _ reading: Reading
  ) -> [Multiplier] {
    var resolved: [Multiplier] = []
    for line in multipliers {
      let tier = line.tier.flatMap { name in tiers.firstIndex { $0.name == name } }
      if let name = line.tier, tier == nil {
        reading.report(
          line.node.valuePlace(of: "tier"), "unknown tier \"\(name.shortened)\"",
          hint: Suggestion.hint(for: name, among: tiers.map(\.name)))
      }
      resolved.append(
        Multiplier(name: line.name, factor: line.factor, window: line.window, tier: tier))
    }
    for (index, tier) in tiers.enumerated() {
      guard let factor = tier.birthday else { continue }
      resolved.append(
        Multiplier(
          name: "birthday-\(tier.name)", factor: factor, window: .birthday(.week), tier: index))
    }
    return resolved
  }

  private func checkNames(_ node: LocatedNode, _ reading: Reading) {
    let lists = ["promotions", "coupons", "presales"].flatMap { node[$0]?.elements ?? [] }
    let names = lists.compactMap { line in
      line["name"].flatMap { name in name.text.map { ($0, name.place) } }
    }
    _ = reading.checkDistinct(names, of: "offers")
    _ = reading.checkDistinct(
      groups.map { ($0.group.name, $0.node.valuePlace(of: "name")) }, of: "groups")
    _ = reading.checkDistinct(
      multipliers.map { ($0.name, $0.node.valuePlace(of: "name")) }, of: "multipliers")
    _ = reading.checkDistinct(
      rewards.map { ($0.reward.name, $0.node.valuePlace(of: "name")) }, of: "rewards")
    if offers.count > Scheme.maximumOfferCount {
      let line = lists[min(Scheme.maximumOfferCount, lists.count - 1)]
      reading.report(
        line.place,
        "a scheme has at most \(Scheme.maximumOfferCount) promotions, coupons and presales together"
      )
    }
  }

  private func checkNeeds(_ node: LocatedNode, _ reading: Reading) {
    if basis == .growth, !tiers.isEmpty, growth == nil {
      reading.report(
        node.place(of: "tiers"), "the tiers count growth value, but the scheme has none",
        hint: "add \"growth: { earn: 1 per ¥1 }\", or count spend: \"from: ¥1_000 spend\"")
    }
    if review != nil, tiers.isEmpty {
      reading.report(node.place(of: "tier-review"), "a review needs tiers")
    }
    if !rewards.isEmpty, points == nil {
      reading.report(
        node.place(of: "points-mall"), "a points mall needs points: in the scheme",
        hint: "add \"points: { earn: 1 per ¥1 }\"")
    }
    let birthdays = tiers.filter { $0.birthday != nil }
    let hasFactor = !multipliers.isEmpty || !birthdays.isEmpty
    if hasFactor, points == nil {
      let place = multipliers.first?.node.place ?? birthdays[0].node.place(of: "birthday")
      reading.report(place, "a factor on points needs points: in the scheme")
    }
    let couldMeet = multipliers.count + (birthdays.isEmpty ? 0 : 1) > 1
    if couldMeet, combine == nil {
      reading.report(
        node.place(of: "multipliers"), "several factors could meet on one order",
        hint: "say how: \"combine: additive\" (×2 and ×3 give ×4) or "
          + "\"combine: multiplicative\" (×6)")
    }
  }
}
