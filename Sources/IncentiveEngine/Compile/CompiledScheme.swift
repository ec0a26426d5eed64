public import PointsLedger

/// A scheme that was checked, with its rules numbered; the engine runs it, reports name its rules.
///
/// Rules are numbered in a fixed order, so that arms that differ in a figure number alike: 1 earning
/// points, 2 paying with points, 3 expiry, 4 the expiry warning, 5 earning growth value, 6 its
/// reset, 7 the tier review; from 8 on the tiers, then the multipliers, the offers and the rewards,
/// each as listed, then the stamp card, the rules of interaction, the budgets, the rules of earning
/// and the registration pack, the exchanges, claims, the privileges, the quiet hours, the frequency
/// caps, the broadcasts, the referral program and the rules against abuse. A number below 8 whose part the scheme lacks stays
/// unused.
public struct CompiledScheme: Sendable, Hashable {
  /// The scheme as its planner wrote it.
  public let scheme: Scheme

  /// Takes a scheme without problems.
  init(checked scheme: Scheme) { self.scheme = scheme }

  /// The scheme that grants nothing.
  public static let none = CompiledScheme(checked: .none)

  /// The scheme's name.
  public var name: String { scheme.name }
  /// The names of the offers, by position.
  public var offerNames: [String] { scheme.offers.map(\.name) }
  /// The names of the rewards, by position.
  public var rewardNames: [String] { scheme.rewards.map(\.name) }
  /// The names of the gifts, in the order of their bits in a ``GiftSet``.
  public var giftNames: [String] { scheme.gifts.map(\.name) }
  /// The names of the tiers, lowest first; empty if the scheme has none.
  public var tierNames: [String] { scheme.tiers?.tiers.map(\.name) ?? [] }
  /// The names of the multipliers, by position.
  public var multiplierNames: [String] { scheme.multipliers.map(\.name) }

  /// The names of the rules of earning, by position.
  public var earningNames: [String] { scheme.points?.rules.map(\.name) ?? [] }
  /// The names of the rules of interaction, by position.
  public var interactionNames: [String] { scheme.points?.interactions.map(\.name) ?? [] }

  /// The names of the privileges, in the order of their bits in a ``PrivilegeSet``.
  public var privilegeNames: [String] { scheme.privileges.map(\.name) }

  /// The names of the tags, in the order of their bits in a ``TagSet``.
  public var tagNames: [String] { scheme.tags?.tags.map(\.name) ?? [] }

  /// The names of the journeys, by position.
  public var journeyNames: [String] { scheme.journeys.map(\.name) }

  /// Whether another scheme has the very same rules, whatever its name: an account that passes from
  /// one to the other goes on as it was.
  func hasRules(of other: CompiledScheme) -> Bool {
    var renamed = other.scheme
    renamed.name = scheme.name
    return renamed == scheme
  }

  /// How many rules are numbered, used or not.
  public var ruleCount: Int {
    RuleNumber.firstTier - 1 + lists.reduce(0) { $0 + $1.count }
  }

  /// The keys of the rules that are listed, in the order of their numbers; new lists come last.
  private var lists: [[String]] {
    [
      tierNames.map { "tiers.\($0)" }, multiplierNames.map { "multipliers.\($0)" },
      offerNames.map { "offers.\($0)" }, rewardNames.map { "rewards.\($0)" },
      scheme.stampCard == nil ? [] : ["stamps"],
      interactionNames.map { "points.interactions.\($0)" },
      budgetNames.map { "budgets.\($0)" },
      earningNames.map { "points.earn.\($0)" },
      scheme.points?.registrationPack == nil ? [] : ["points.registration-pack"],
      scheme.exchanges.map { "exchange.\($0.partner)" },
      scheme.points?.claims == nil ? [] : ["points.claim-external-orders"],
      privilegeNames.map { "privileges.\($0)" },
      scheme.contact?.quiet == nil ? [] : ["contact.quiet"],
      (scheme.contact?.caps ?? []).map { "contact.caps.\($0.name)" },
      broadcastNames.map { "broadcasts.\($0)" },
      scheme.referral == nil ? [] : ["referral"],
      scheme.risk?.ruleNames ?? [],
    ]
  }

  /// The rule of a tier's price.
  public func rule(tier: Int) -> RuleID { rule(tier, in: 0) }

  /// The rule of a multiplier.
  public func rule(multiplier: Int) -> RuleID { rule(multiplier, in: 1) }

  /// The rule of an offer.
  public func rule(offer: Int) -> RuleID { rule(offer, in: 2) }

  /// The rule of a reward of the points mall.
  public func rule(reward: Int) -> RuleID { rule(reward, in: 3) }

  /// The rule of the stamp card; no rule of its own if the scheme has none.
  public var stampRule: RuleID { rule(0, in: 4) }

  /// The rule of an interaction.
  public func rule(interaction: Int) -> RuleID { rule(interaction, in: 5) }

  /// The rule of an earning.
  public func rule(earning: Int) -> RuleID { rule(earning, in: 7) }

  /// The rule of the registration pack; no rule of its own if the scheme has none.
  public var registrationRule: RuleID { rule(0, in: 8) }

  /// The rule of an exchange.
  public func rule(exchange: Int) -> RuleID { rule(exchange, in: 9) }

  /// The rule of claims; no rule of its own if the scheme has none.
  public var claimRule: RuleID { rule(0, in: 10) }

  /// The rule of a privilege.
  public func rule(privilege: Int) -> RuleID { rule(privilege, in: 11) }

  /// The rule of the quiet hours; no rule of its own if the scheme has none.
  public var quietRule: RuleID { rule(0, in: 12) }

  /// The rule of a frequency cap.
  public func rule(cap: Int) -> RuleID { rule(cap, in: 13) }

  /// The rule of a broadcast.
  public func rule(broadcast: Int) -> RuleID { rule(broadcast, in: 14) }

  /// The names of the broadcasts, by position.
  public var broadcastNames: [String] { scheme.broadcasts.map(\.name) }

  /// The rule of the referral program; no rule of its own if the scheme has none.
  public var referralRule: RuleID { rule(0, in: 15) }

  /// A rule against abuse: those of velocity as listed, then the others.
  func rule(risk: Int) -> RuleID { rule(risk, in: 16) }

  private func rule(_ position: Int, in list: Int) -> RuleID {
    let before = lists[..<list].reduce(0) { $0 + $1.count }
    return RuleID(UInt16(RuleNumber.firstTier + before + position))
  }

  /// The rule of a budget.
  public func rule(budget: Int) -> RuleID { rule(budget, in: 6) }

  /// The names of the budgets, by position.
  public var budgetNames: [String] { scheme.budgets.map(\.name) }

  /// The key of a rule below `scheme`, such as `points.earn` or `offers.welcome`; `none` for no
  /// rule of this scheme.
  public func ruleName(_ rule: RuleID) -> String {
    let index = Int(rule.index)
    if RuleNumber.fixedNames.indices.contains(index) { return RuleNumber.fixedNames[index] }
    let names = lists.flatMap(\.self)
    let position = index - RuleNumber.firstTier
    return names.indices.contains(position) ? names[position] : RuleNumber.fixedNames[0]
  }
}

/// The numbers of the rules that a scheme has at most once.
enum RuleNumber {
  static let earn = RuleID(1)
  static let redeem = RuleID(2)
  static let expiry = RuleID(3)
  static let warning = RuleID(4)
  static let growth = RuleID(5)
  static let growthReset = RuleID(6)
  static let tierReview = RuleID(7)
  static let firstTier = 8
  static let fixedNames = [
    "none", "points.earn", "points.redeem", "points.expire", "points.warn", "growth.earn",
    "growth.reset", "tiers.review",
  ]
}
