internal import MemberBehavior
internal import MemberPopulation

extension Preset {
  /// Buyers of groceries and other habits: frequent, regular, small baskets.
  public static let groceryHabit = Preset(
    name: "grocery-habit",
    summary: "habitual buyers, about every two weeks and regular",
    population: PopulationProfile(
      timing: .mbgCNBD, spend: .lognormal,
      parameters: [
        .rateShape: .assumed(1.5, 1, 2.5, "moderate differences between households"),
        .rateScale: .assumed(3, 2, 5, "a mean of half a purchase a week"),
        .regularity: Parameter(
          2, .range(1, 3),
          source: "k = 2 fits grocery purchases best (BTYDplus vignette, Platzer 2016)"),
        .dropoutA: .assumed(0.5, 0.3, 1, "few leave"),
        .dropoutB: .assumed(30, 15, 60, "about 1.6% at each purchase"),
        .spendMedian: .assumed(60, 30, 120, "a small basket"),
        .spendWithin: .assumed(0.5, 0.3, 0.8, "baskets of one household differ"),
        .spendBetween: .assumed(0.4, 0.2, 0.6, "households differ"),
      ]))

  /// The grocer's default: habitual buyers with every reaction.
  public static let grocery = Preset(
    name: "grocery", summary: "habitual buyers with every reaction (kind of merchant: grocery)",
    population: groceryHabit.profile.population,
    behavior: everyReaction(but: [
      .noveltyWeight: .assumed(
        3.5, 1, 5, "calibrated to P24: what joining changes erodes in 6–9 months (Meyer-Waarden)")
    ]))

  /// Members who come for what is cheap and react to almost every incentive.
  public static let dealSeekers = Preset(
    name: "deal-seekers",
    summary: "members who wait for offers and react strongly",
    population: PopulationProfile(
      timing: .mbgCNBD, spend: .lognormal,
      parameters: [
        .rateShape: .assumed(0.8, 0.4, 1.5, "wide differences"),
        .rateScale: .assumed(8, 4, 16, "a mean of one purchase in ten weeks"),
        .regularity: .assumed(1, 1, 2, "no habit"),
        .dropoutA: .assumed(0.6, 0.3, 1, "loose ties"),
        .dropoutB: .assumed(8, 4, 16, "about 7% at each purchase"),
        .spendMedian: .assumed(50, 25, 100, "a small basket"),
        .spendWithin: .assumed(0.6, 0.3, 0.9, "baskets follow offers"),
        .spendBetween: .assumed(0.4, 0.2, 0.6, "members differ"),
      ]),
    behavior: [
      .unresponsiveShare: .assumed(0.05, 0, 0.2, "they are here for the offers"),
      .priceWeight: .assumed(4, 2, 6, "twice as sensitive as others"),
      .couponWeight: .assumed(4, 2, 6, "twice as sensitive as others"),
      .redemptionCost: .assumed(0.5, 0.1, 2, "they know the rules"),
      .joiningProbability: .assumed(0.4, 0.2, 0.7, "they join where it pays"),
    ])
}
