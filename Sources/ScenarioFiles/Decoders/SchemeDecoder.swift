internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// `scheme:` — one complete set of incentive rules.
extension Form where Value == Scheme {
  static var scheme: Form {
    .object(
      "scheme", "One complete set of incentive rules.", planned: plannedSchemeKeys,
      KeyGroup(joining: .standing, .offering, .limits, .reach) {
        node, reading, standing, offering, limits, reach in
        SchemeParts(standing: standing, offering: offering, limits: limits, reach: reach)
          .scheme(node, reading)
      })
  }
}

/// The parts of a scheme, before it is known whether they fit together.
struct SchemeParts {
  var standing: StandingPart
  var offering: OfferingPart
  var limits: LimitPart
  var reach: ReachPart

  func scheme(_ node: LocatedNode, _ reading: Reading) -> Scheme? {
    let before = reading.reportCount
    checkNames(node, reading)
    checkNeeds(node, reading)
    let factors = resolvedMultipliers(node, reading)
    let mall = offering.rewards.compactMap {
      $0.reward(tiers: standing.tiers, offers: offering.offers, reading)
    }
    let resolvedGroups = offering.groups.compactMap { $0.group(offers: offering.offers, reading) }
    let program = standing.points?.program(tiers: standing.tiers, reading)
    let card = offering.stamps?.card(offers: offering.offers, reading)
    let referral = offering.referral.flatMap { $0.program(offers: offering.offers, reading) }
    let privileges = standing.privileges.compactMap {
      $0.privilege(tiers: standing.tiers, offers: offering.offers, reading)
    }
    let offers = taggedOffers(reading)
    let names = JourneyNames(
      coupons: offers.map { $0.isCoupon ? $0.name : nil },
      tags: standing.tags?.tags.map(\.name) ?? [], tiers: standing.tiers.map(\.name))
    let journeys = offering.journeys.compactMap { $0.journey(names, reading) }
    let broadcasts = reach.broadcasts.compactMap {
      $0.broadcast(offers: offering.offers, tags: standing.tags, reading)
    }
    guard reading.reportCount == before else { return nil }
    let scheme = Scheme(
      name: "scheme", points: program, growth: standing.growth, tiers: ladder, multipliers: factors,
      multiplierCombination: standing.combine ?? .multiplicative, offers: offers,
      rewards: mall, stampCard: card, mergesAccounts: limits.joinsAccounts,
      budgets: limits.budgets + offering.stocks + shortBudgets.map(\.budget),
      groups: resolvedGroups, refunds: limits.refunds,
      exchanges: standing.points?.exchanges ?? [], privileges: privileges, tags: standing.tags,
      contact: reach.contact, broadcasts: broadcasts, referral: referral,
      journeys: journeys, risk: limits.risk)
    SchemeProblemPlace.report(scheme.problems, of: node, reading)
    guard reading.reportCount == before else { return nil }
    SchemeBounds(scheme: scheme, node: node, reading: reading).check()
    return reading.reportCount == before ? scheme : nil
  }

  /// The offers, those that go to who has a tag with the tag's position.
  private func taggedOffers(_ reading: Reading) -> [Offer] {
    var offers = offering.offers
    for (position, line) in offering.audiences {
      guard let audience = line.audience(standing.tags, reading),
        case .coupon(let grant, let days) = offers[position].access
      else { continue }
      offers[position].access = .coupon(grant.going(to: audience), validDays: days)
    }
    return offers
  }

  /// The limits that stand beside what they limit.
  private var shortBudgets: [ShortBudget] {
    offering.limits + (standing.points?.budget.map { [$0] } ?? [])
  }

  private var basis: TierBasis { standing.tiers.compactMap(\.from).last?.basis ?? .spend }

  private var ladder: TierLadder? {
    guard !standing.tiers.isEmpty else { return nil }
    let lines = standing.tiers.map {
      Tier(
        name: $0.name, threshold: $0.from?.amount ?? 0, price: $0.price, memberPrices: $0.prices,
        isForEver: $0.isForEver, expiry: $0.expiry)
    }
    return TierLadder(tiers: lines, basis: basis, review: standing.review)
  }

  /// The multipliers of the list, then the birthdays of the tiers.
  private func resolvedMultipliers(
    _ node: LocatedNode, _ reading: Reading
  ) -> [Multiplier] {
    var resolved: [Multiplier] = []
    for line in standing.multipliers {
      let tier = line.tier.flatMap { name in standing.tiers.firstIndex { $0.name == name } }
      if let name = line.tier, tier == nil {
        reading.report(
          line.node.valuePlace(of: "tier"), "unknown tier \"\(name.shortened)\"",
          hint: Suggestion.hint(for: name, among: standing.tiers.map(\.name)))
      }
      guard let window = line.window(offers: offering.offers, reading) else { continue }
      resolved.append(
        Multiplier(name: line.name, factor: line.factor, window: window, tier: tier))
    }
    for (index, tier) in standing.tiers.enumerated() {
      guard let factor = tier.birthday else { continue }
      resolved.append(
        Multiplier(
          name: "birthday-\(tier.name)", factor: factor, window: .birthday(.week), tier: index))
    }
    return resolved
  }

  private func checkNames(_ node: LocatedNode, _ reading: Reading) {
    let lists = ["promotions", "coupons", "presales", "flash-sale"].flatMap {
      node[$0]?.elements ?? []
    }
    let names = lists.compactMap { line in
      line["name"].flatMap { name in name.text.map { ($0, name.place) } }
    }
    _ = reading.checkDistinct(names, of: "offers")
    let budgets = (node["budgets"]?.elements ?? []).compactMap { line in
      line["name"].flatMap { name in name.text.map { ($0, name.place) } }
    }
    _ = reading.checkDistinct(
      budgets + shortBudgets.map { ($0.budget.name, $0.place) }, of: "budgets")
    _ = reading.checkDistinct(
      offering.journeys.map { ($0.name, $0.node.valuePlace(of: "name")) }, of: "automation")
    _ = reading.checkDistinct(
      offering.groups.map { ($0.group.name, $0.node.valuePlace(of: "name")) }, of: "groups")
    _ = reading.checkDistinct(
      standing.multipliers.map { ($0.name, $0.node.valuePlace(of: "name")) }, of: "multipliers")
    _ = reading.checkDistinct(
      offering.rewards.map { ($0.reward.name, $0.node.valuePlace(of: "name")) }, of: "rewards")
    _ = reading.checkDistinct(
      reach.broadcasts.map { ($0.broadcast.name, $0.node.valuePlace(of: "name")) },
      of: "broadcasts")
    _ = reading.checkDistinct(
      standing.privileges.map { ($0.privilege.name, $0.node.valuePlace(of: "name")) },
      of: "privileges")
    if offering.offers.count > Scheme.maximumOfferCount {
      let line = lists[min(Scheme.maximumOfferCount, lists.count - 1)]
      reading.report(
        line.place,
        "a scheme has at most \(Scheme.maximumOfferCount) promotions, coupons, presales and steps of"
          + " flash sales together"
      )
    }
  }

  private func checkNeeds(_ node: LocatedNode, _ reading: Reading) {
    if basis == .growth, !standing.tiers.isEmpty, standing.growth == nil {
      reading.report(
        node.place(of: "tiers"),
        "the tiers count growth value, but the scheme has none",
        hint: "add \"growth: { earn: 1 per ¥1 }\", or count spend: \"from: ¥1_000 spend\"")
    }
    if standing.review != nil, standing.tiers.isEmpty {
      reading.report(node.place(of: "tier-review"), "a review needs tiers")
    }
    if !offering.rewards.isEmpty, standing.points == nil {
      reading.report(
        node.place(of: "points-mall"), "a points mall needs points: in the scheme",
        hint: "add \"points: { earn: 1 per ¥1 }\"")
    }
    let birthdays = standing.tiers.filter { $0.birthday != nil }
    let hasFactor = !standing.multipliers.isEmpty || !birthdays.isEmpty
    if hasFactor, standing.points == nil {
      let place = standing.multipliers.first?.node.place ?? birthdays[0].node.place(of: "birthday")
      reading.report(place, "a factor on points needs points: in the scheme")
    }
    let couldMeet = standing.multipliers.count + (birthdays.isEmpty ? 0 : 1) > 1
    if couldMeet, standing.combine == nil {
      reading.report(
        node.place(of: "multipliers"), "several factors could meet on one order",
        hint: "say how: \"combine: additive\" (×2 and ×3 give ×4) or "
          + "\"combine: multiplicative\" (×6)")
    }
  }
}
