internal import MemberBehavior
internal import MemberPopulation

extension Preset {
  /// Weights for the sub-models that ``commonBehavior`` leaves out, the same for every kind of
  /// merchant unless a preset says otherwise.
  static let everyReaction: [BehaviorParameter: Parameter] =
    groceryPromotions.profile.behavior.parameters.filter { leftOut.contains($0.key) }
    .merging(lastingReactions) { _, own in own }
    .merging(calibratedReactions) { _, own in own }

  /// What `grocery-promotions` gave a weight first.
  private static let leftOut: [BehaviorParameter] = [
    .topUpWeight, .pantryShare, .deadlineWeight, .exposureWeight, .promotionWeight,
    .demotionWeight, .failureWeight,
  ]

  private static let lastingReactions: [BehaviorParameter: Parameter] = [
    .rewardFeelingWeight: .assumed(
      0.1, 0, 0.3,
      "a smaller lift after the reward than before it (direction: Taylor & Neslin 2005)"
    ),
    .rewardWorth: .assumed(
      0.88, 0.5, 1,
      "gains are felt less than in proportion: 0.88 for money (Tversky & Kahneman 1992)"),
    .noveltyWeight: .assumed(1, 0, 3, "a new scheme moves most (direction: Meyer-Waarden)"),
    .responseDecline: .assumed(
      0.5, 0, 1.5, "heavy buyers are nearly insensitive (direction: Hartmann & Viard 2008)"),
  ]

  /// Set so that the patterns come out that `docs/patterns.md` declares as calibrated.
  private static let calibratedReactions: [BehaviorParameter: Parameter] = [
    .priceWeight: .assumed(
      4, 2, 6, "calibrated to P39: elasticity of a week at a fifth off (Bijmolt et al. 2005)"),
    .deadlineWeight: .assumed(
      10, 2, 15, "calibrated to P34: second mode before expiry (Inman & McAlister 1994)"),
    .redemptionCost: .assumed(
      5, 1, 10, "calibrated to P30: a fifth to nearly half of all points is never spent"),
  ]

  /// Everything above with what a preset says otherwise.
  static func everyReaction(
    but own: [BehaviorParameter: Parameter]
  ) -> [BehaviorParameter: Parameter] {
    everyReaction.merging(own) { _, own in own }
  }
}
