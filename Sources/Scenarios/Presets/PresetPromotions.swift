internal import MemberBehavior
internal import MemberPopulation

extension Preset {
  /// Habitual buyers whose baskets grow to thresholds, whose pantries fill, and who take deadlines,
  /// coupons in hand and their tier to heart: every sub-model of promotions and tiers.
  public static let groceryPromotions = Preset(
    name: "grocery-promotions",
    summary: "habitual buyers with every reaction to thresholds, stock, deadlines and tiers",
    population: groceryHabit.profile.population,
    behavior: [
      .topUpWeight: .assumed(0.6, 0.2, 1.5, "no published size of basket top-up (direction: K19)"),
      .pantryShare: .assumed(
        0.7, 0.3, 1, "dip of 4–25% of the bump (van Heerde, Leeflang & Wittink 2000)"),
      .deadlineWeight: .assumed(
        6, 2, 10, "second mode before expiry (direction: Inman & McAlister 1994)"),
      .exposureWeight: .assumed(
        0.5, 0.2, 1, "lift without redemption (direction: Venkatesan & Farris 2012)"),
      .promotionWeight: .assumed(
        0.15, 0.05, 0.3, "reaching a goal raises buying (direction: Wang et al. 2016)"),
      .demotionWeight: .assumed(
        0.3, 0.1, 0.6, "hurts more than promotion helps (direction: Wagner et al. 2009)"),
      .failureWeight: .assumed(
        0.2, 0.05, 0.4, "a missed goal lowers buying (direction: Wang et al. 2016)"),
    ])
}
