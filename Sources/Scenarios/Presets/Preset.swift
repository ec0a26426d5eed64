internal import MemberBehavior
internal import MemberPopulation

/// A named profile that scenarios `use:`.
public struct Preset: Sendable, Hashable {
  /// The name in kebab-case.
  public var name: String
  /// What kind of members it describes, in one line.
  public var summary: String
  /// The profile.
  public var profile: MemberProfile

  /// The presets that come with the sandbox.
  public static let all: [Preset] = [
    .cdnow, .groceryHabit, .dealSeekers, .groceryPromotions, .grocery, .discretionary, .cafe,
    .motherAndBaby, .hotel, .homeImprovement, .permissionMail,
  ]

  /// The preset of that name, if there is one.
  public static func named(_ name: String) -> Preset? { all.first { $0.name == name } }

  init(
    name: String, summary: String, population: PopulationProfile,
    behavior: [BehaviorParameter: Parameter] = [:]
  ) {
    let parameters = Self.commonBehavior.merging(Self.channelBehavior) { own, _ in own }
      .merging(behavior) { _, own in own }
    self.name = name
    self.summary = summary
    self.profile = MemberProfile(
      preset: name, population: population, behavior: BehaviorProfile(parameters: parameters))
  }

  /// How members react unless a preset says otherwise.
  static let commonBehavior: [BehaviorParameter: Parameter] = [
    .baselineConversion: .assumed(0.10, 0.03, 0.25, "visits to a store or mini-program"),
    .unresponsiveShare: .assumed(
      0.5, 0.3, 0.7, "most members barely react (direction: Hartmann & Viard 2008; Meyer-Waarden)"),
    .responsivenessShape: .assumed(1, 0.5, 3, "the others differ widely"),
    .attractionLimit: .assumed(1.5, 0.8, 2.5, "incentives saturate"),
    .priceWeight: .assumed(
      2, 0.5, 4, "upper end: elasticity −3.63 of short promotions (Bijmolt et al. 2005)"),
    .couponWeight: .assumed(2, 0.5, 4, "as a price reduction"),
    .giftWeight: .assumed(
      2.34, 0, 4, "17% above a coupon of equal worth (trade claim K02, not reviewed)"),
    .pointsWeight: .assumed(1, 0, 2, "points are worth less than money now"),
    .rewardWeight: .assumed(0.3, 0, 0.6, "goal gradient (direction: Kivetz et al. 2006)"),
    .rewardWorth: .off,
    .tierWeight: .assumed(2, 0, 4, "a near tier pulls by what it is worth"),
    .urgencyWeight: .assumed(
      0.5, 0, 1, "points about to be lost (direction: Inman & McAlister 1994)"),
    .urgencyDays: .assumed(5, 2, 14, "the pull is felt in the last days"),
    .wearWeight: .assumed(0.5, 0, 1, "messages wear (direction: Naik et al. 1998)"),
    .wearPerMessage: .assumed(0.1, 0.02, 0.3, "one message of ten units"),
    .wearHalfLife: .assumed(14, 5, 60, "rest restores (direction: Naik et al. 1998)"),
    .openProbability: .assumed(0.3, 0.1, 0.5, "one-to-one WeCom messages, trade figure above 30%"),
    .visitProbability: .assumed(0.2, 0.05, 0.4, "one visit in five opened messages"),
    .optOutProbability: .assumed(0.002, 0.0005, 0.01, "no peer-reviewed figure found"),
    .redemptionCost: .assumed(2, 0.5, 10, "the effort of spending points, as money"),
    .redemptionSteepness: .assumed(1.5, 0.5, 3, "logistic in the logarithm of value over effort"),
    .pointThrift: .assumed(
      0.5, 0, 1, "points are kept in an account of their own (direction: Stourm et al. 2015)"),
    .joiningProbability: .assumed(0.15, 0.05, 0.4, "asked at the till, one in seven joins"),
    .lapsedShare: .assumed(0.1, 0.02, 0.3, "the lapsed hardly look"),
    .restartProbability: .assumed(0.3, 0.1, 0.6, "a win-back lasts in a third of cases"),
    .topUpWeight: .off,
    .pantryShare: .off,
    .deadlineWeight: .off,
    .deadlineDays: .assumed(3, 1, 7, "the pull is felt in the last days"),
    .exposureWeight: .off,
    .exposureDays: .assumed(14, 5, 30, "a coupon is remembered for two weeks"),
    .promotionWeight: .off,
    .demotionWeight: .off,
    .failureWeight: .off,
    .feelingHalfLife: .assumed(45, 15, 120, "half a quarter"),
    .rewardFeelingWeight: .off,
    .rewardFeelingDays: .assumed(14, 5, 30, "a reward is remembered for two weeks"),
    .noveltyWeight: .off,
    .noveltyDays: .assumed(100, 60, 200, "erodes in 6–9 months (direction: Meyer-Waarden)"),
    .responseDecline: .off,
    .foresight: Parameter(
      0, .range(0, 0.99), source: "assumption: members follow nearness; looking ahead is an option"),
    .restDelay: .off,
    .topicWear: .off,
    .topicHalfLife: .assumed(21, 7, 60, "a topic is told apart for some weeks"),
    .samenessWeight: .off,
    .scarcityWeight: .off,
    .openingWear: .off,
    .optOutWear: .off,
    .adstockWeight: .off,
    .adstockHalfLife: .assumed(7, 2, 21, "a message is in mind for a week"),
    .waitingPointsWeight: Parameter(
      0, .notStated, source: "assumption: left out, nothing published says how many come for them"),
    .visitConversion: .off,
    .referredWeight: .off,
    .referredDays: .assumed(
      365, 180, 700, "a lead that fades within 30 months (Schmitt et al. 2011)"),
    .referredLoyalty: .off,
    .inviterLoyalty: .off,
  ]
}

extension Parameter {
  /// A sub-model that the preset leaves out; a scenario or another preset gives it a weight.
  fileprivate static let off = Parameter(
    0, .notStated, source: "assumption: left out here; see the preset grocery")
}
