internal import MemberBehavior
internal import MemberPopulation

// Readers of a retailer's messages, twice: the literature contradicts itself on whether too few
// messages or too many do more harm (P44 against P45), so each has a preset of its own. Both lose
// value on both sides of seven messages a month.
extension Preset {
  /// Customers of a home-improvement retailer who do not mind its messages much: too few cost more
  /// than too many (Zhang, Kumar & Cosguner 2017, JMR 54:851–866: an optimum of 7 a month, 4 lose
  /// 32%, 10 lose 16%).
  public static let homeImprovement = Preset(
    name: "home-improvement",
    summary: "customers of a home-improvement retailer who read its messages (under-mailing worse)",
    population: readers,
    behavior: mail(
      [
        .wearWeight: .assumed(0.99, 0.5, 1.5, "calibrated to P44: an optimum of 7 a month"),
        .wearPerMessage: .assumed(0.03, 0.01, 0.1, "one message of thirty units"),
        .openingWear: .assumed(2, 0.5, 3, "calibrated to P44: an optimum of 7 a month"),
        .optOutWear: .assumed(2, 0, 5, "who is worn leaves more readily"),
        .adstockWeight: .assumed(0.2, 0.05, 0.5, "calibrated to P44: an optimum of 7 a month"),
        .adstockHalfLife: .assumed(5, 2, 14, "a message is in mind for days"),
      ]))

  /// Subscribers who asked for messages, may leave, and need their rest: too many cost
  /// more than too few (direction: Drèze & Bonfrer 2008, JIM 22:36–50).
  public static let permissionMail = Preset(
    name: "permission-mail",
    summary: "subscribers who need rest between messages (over-mailing worse)",
    population: readers,
    behavior: mail(
      [
        .wearWeight: .assumed(1, 0.5, 1.5, "set for P45: gaps too short hurt more"),
        .wearPerMessage: .assumed(0.03, 0.01, 0.1, "one message of thirty units"),
        .restDelay: .assumed(1, 0, 3, "nobody rests on the day after a message"),
        .openingWear: .assumed(1, 0.5, 2, "half of the preset home-improvement"),
        .adstockWeight: .assumed(0.3, 0.05, 0.5, "set for P45: gaps too short hurt more"),
        .adstockHalfLife: .assumed(7, 2, 14, "a message is in mind for a week"),
      ]))

  /// Who they are and how often they buy: assumptions of a merchant of durables.
  private static let readers = PopulationProfile(
    timing: .mbgCNBD, spend: .lognormal,
    parameters: [
      .rateShape: .assumed(1, 0.5, 2, "some have a house to mend, others a shelf"),
      .rateScale: .assumed(6.5, 4, 12, "a mean of eight purchases a year"),
      .regularity: .assumed(1, 1, 2, "projects, not habits"),
      .dropoutA: .assumed(0.5, 0.3, 1, "few leave"),
      .dropoutB: .assumed(30, 15, 60, "about 1.6% at each purchase"),
      .spendMedian: .assumed(250, 120, 500, "tools, paint, timber"),
      .spendWithin: .assumed(0.7, 0.4, 1, "a screw or a kitchen"),
      .spendBetween: .assumed(0.4, 0.2, 0.6, "members differ"),
    ])

  private static func mail(
    _ own: [BehaviorParameter: Parameter]
  ) -> [BehaviorParameter: Parameter] {
    let common: [BehaviorParameter: Parameter] = [
      .unresponsiveShare: .assumed(
        0.2, 0.1, 0.4, "who signed up for messages reads some of them"),
      .responsivenessShape: .assumed(2, 1, 4, "readers differ"),
      .visitProbability: .assumed(0.2, 0.05, 0.4, "one visit in five opened messages"),
      .visitConversion: Parameter(
        1, .range(0, 1), source: "assumption: who follows a message looks as on any other visit"),
      .optOutProbability: .assumed(0.001, 0.0005, 0.01, "no peer-reviewed figure found"),
      .wearHalfLife: .assumed(10, 5, 60, "rest restores (direction: Naik et al. 1998)"),
    ]
    return common.merging(own) { _, own in own }
  }
}
