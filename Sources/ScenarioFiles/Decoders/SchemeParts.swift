internal import IncentiveEngine

/// What members earn and where they stand: points, growth value, tiers, privileges.
struct StandingPart {
  var points: PointsLine?
  var growth: GrowthProgram?
  var tiers: [TierLine]
  var review: TierReview?
  var multipliers: [MultiplierLine]
  var combine: MultiplierCombination?
  var privileges: [PrivilegeLine]
  var tags: TagRules?
}

extension KeyGroup where Value == StandingPart {
  static var standing: KeyGroup {
    KeyGroup(
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
        "privileges", .list(of: .privilege), "What only members who qualify have.", [],
        text: "none"),
      .optional("tags", .tags, "Groups of members by what they did.", fallback: "none")
    ) { _, _, points, growth, tiers, review, multipliers, combine, privileges, tags in
      StandingPart(
        points: points, growth: growth, tiers: tiers ?? [], review: review,
        multipliers: multipliers, combine: combine, privileges: privileges, tags: tags)
    }
  }
}

/// What members are offered: reductions, rewards, stamps.
struct OfferingPart {
  var offers: [Offer]
  /// Offers that go to who has a tag, by position.
  var audiences: [(offer: Int, audience: TagAudience)]
  var groups: [GroupLine]
  var rewards: [RewardLine]
  var stamps: StampLine?
  var referral: ReferralLine?
  /// What is done for members step by step.
  var journeys: [JourneyLine]
  /// Stock of flash sales, which no other budget holds.
  var stocks: [Budget]
  /// The limits that stand beside offers and rewards.
  var limits: [ShortBudget]
}

extension KeyGroup where Value == OfferingPart {
  static var offering: KeyGroup {
    KeyGroup(
      keys: .defaulted(
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
        "flash-sale", .list(of: .flashSale), "Limited stock at prices that rise by steps.", [],
        text: "none"),
      .optional("referral", .referral, "Rewards for inviting others.", fallback: "none"),
      .defaulted(
        "automation", .list(of: .journey), "What is done for members step by step.", [],
        text: "nothing")
    ) { _, _, promotions, coupons, groups, rewards, stamps, presales, sales, referral, journeys in
      let lines = promotions + coupons
      let listed = lines.map(\.offer)
      return OfferingPart(
        offers: listed + presales.offers(after: listed.count) + sales.flatMap(\.offers),
        audiences: lines.enumerated().compactMap { position, line in
          line.audience.map { (position, $0) }
        },
        groups: groups + sales.map(\.group), rewards: rewards, stamps: stamps,
        referral: referral, journeys: journeys, stocks: sales.flatMap(\.budgets),
        limits: lines.flatMap(\.budgets) + rewards.compactMap(\.stock))
    }
  }
}

/// What bounds a scheme: accounts, returned orders, budgets.
struct LimitPart {
  var joinsAccounts: Bool
  var refunds: RefundPolicy?
  var budgets: [Budget]
  /// Rules against abuse.
  var risk: RiskPolicy?
}

extension KeyGroup where Value == LimitPart {
  static var limits: KeyGroup {
    KeyGroup(
      keys: .defaulted(
        "accounts", .accounts,
        "Whether a member's accounts stay apart, or are joined into one when the member asks.",
        false, text: "apart"),
      .optional(
        "refunds", .refunds,
        "What a returned order undoes; economics.returns says what comes back.",
        fallback: "the usual policy, where anything comes back"),
      .defaulted(
        "budgets", .list(of: .budget), "Limits on what the scheme gives.", [], text: "none"),
      .optional("risk", .risk, "Rules against abuse.", fallback: "none")
    ) { _, _, joinsAccounts, refunds, budgets, risk in
      LimitPart(joinsAccounts: joinsAccounts, refunds: refunds, budgets: budgets, risk: risk)
    }
  }
}
