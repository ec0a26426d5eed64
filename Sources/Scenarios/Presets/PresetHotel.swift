internal import MemberBehavior
internal import MemberPopulation

extension Preset {
  /// Guests of a hotel chain: few stays a year, dear ones, with tiers that are felt.
  ///
  /// The published hotel panels (Kopalle et al. 2012; Wang, Lewis, Cryder & Sprigg 2016, 95,532
  /// members) do not state their rates; the levels are assumptions, the directions theirs.
  public static let hotel = Preset(
    name: "hotel", summary: "guests of a hotel chain, few and dear stays (kind of merchant: hotel)",
    population: PopulationProfile(
      timing: .bgNBD, spend: .lognormal,
      parameters: [
        .rateShape: .assumed(0.6, 0.3, 1, "business travelers beside yearly holidays"),
        .rateScale: .assumed(9, 5, 15, "a mean of three and a half stays a year"),
        .dropoutA: .assumed(0.8, 0.4, 1.5, "jobs and routes change"),
        .dropoutB: .assumed(8, 4, 16, "about 9% at each stay"),
        .spendMedian: .assumed(900, 400, 2000, "two nights"),
        .spendWithin: .assumed(0.6, 0.4, 0.9, "one night or a week"),
        .spendBetween: .assumed(0.5, 0.3, 0.8, "travelers differ"),
      ]),
    behavior: everyReaction(but: [
      .pantryShare: .assumed(0.3, 0.1, 0.6, "a trip taken early is one trip fewer later"),
      .redemptionCost: .assumed(30, 10, 100, "award nights have to be found and booked"),
      .joiningProbability: .assumed(0.25, 0.1, 0.5, "asked at the desk and when booking"),
      .topUpWeight: .assumed(0.2, 0, 0.6, "a night is seldom added for a threshold"),
    ]))
}
