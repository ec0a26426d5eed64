internal import MemberBehavior
internal import MemberPopulation

extension Preset {
  /// Parents who buy formula and diapers in cycles for as long as the child needs them.
  ///
  /// No public panel was found: every figure is the trade's common sense, to be replaced by
  /// `incentive calibrate` on the merchant's own orders.
  public static let motherAndBaby = Preset(
    name: "mother-and-baby",
    summary:
      "parents who buy in cycles until the child grows out (kind of merchant: mother-and-baby)",
    population: PopulationProfile(
      timing: .mbgCNBD, spend: .lognormal,
      parameters: [
        .rateShape: .assumed(3, 2, 6, "babies eat alike: little between households"),
        .rateScale: .assumed(9, 6, 15, "a mean of one purchase in three weeks"),
        .regularity: .assumed(3, 2, 5, "a tin is empty when it is empty: more regular than food"),
        .dropoutA: .assumed(2, 1, 4, "households stay about as long as the child needs it"),
        .dropoutB: .assumed(50, 25, 100, "about 4% at each purchase: a year and a half"),
        .spendMedian: .assumed(280, 150, 450, "a tin of formula, or diapers for a month"),
        .spendWithin: .assumed(0.5, 0.3, 0.8, "one tin or a case"),
        .spendBetween: .assumed(0.4, 0.2, 0.6, "brands differ in price"),
      ]),
    behavior: everyReaction(but: [
      .pantryShare: .assumed(0.85, 0.5, 1, "what is stored is used up: tins keep"),
      .joiningProbability: .assumed(0.4, 0.2, 0.7, "sales guides ask everybody"),
      .openProbability: .assumed(0.4, 0.2, 0.6, "advice for the child's age is read"),
    ]))
}
