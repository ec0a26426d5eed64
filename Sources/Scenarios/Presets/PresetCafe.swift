internal import MemberBehavior
internal import MemberPopulation

extension Preset {
  private static let kivetz = "Kivetz, Urminsky & Zheng 2006, JMR 43:39–58"

  /// Guests of a café with a stamp card: small, frequent, on the way.
  ///
  /// The mean gap of those who filled a card of ten was 29.4 ÷ 9 = 3.3 days at their first rate
  /// (Kivetz, Urminsky & Zheng 2006); all guests together come about half as often: `assumption:`.
  public static let cafe = Preset(
    name: "cafe", summary: "guests of a café, a cup or two a week (kind of merchant: café)",
    population: PopulationProfile(
      timing: .mbgCNBD, spend: .lognormal,
      parameters: [
        .rateShape: .assumed(1.2, 0.7, 2, "regulars beside occasional guests"),
        .rateScale: .assumed(
          1.1, 0.6, 2, "a mean of 1.1 a week; 2.1 a week who fill a card of ten (\(kivetz))"),
        .regularity: .assumed(1, 1, 2, "no clock: thirst, weather, company"),
        .dropoutA: .assumed(0.5, 0.3, 1, "few leave at any one cup"),
        .dropoutB: .assumed(40, 20, 80, "about 1.2% at each purchase"),
        .spendMedian: .assumed(20, 10, 40, "a cup, sometimes with cake"),
        .spendWithin: .assumed(0.35, 0.2, 0.6, "alone or in company"),
        .spendBetween: .assumed(0.25, 0.1, 0.4, "guests differ little"),
      ]),
    behavior: everyReaction(but: [
      .baselineConversion: .assumed(0.25, 0.1, 0.5, "one in four who pass and look goes in"),
      .rewardWeight: .assumed(0.6, 0.3, 1, "calibrated to P16: gaps along a card (\(kivetz))"),
      .pantryShare: .assumed(0, 0, 0.1, "coffee is not stored"),
      .redemptionCost: .assumed(1, 0.2, 3, "a card is handed over at the till"),
      .joiningProbability: .assumed(0.3, 0.1, 0.6, "a paper card needs no registration"),
    ]))
}
