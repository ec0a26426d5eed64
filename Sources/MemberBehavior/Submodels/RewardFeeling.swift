internal import PortableMath

// Rewarded behavior: after a full stamp card, a reward taken or points spent a member likes the shop
// better for a while: w · e^(−days ÷ τ). Purchases rise after a reward, too, less than before it
// (Taylor & Neslin 2005, Journal of Retailing 81:293–305), so the card starts again from a level
// above the first (Kivetz, Urminsky & Zheng 2006; Drèze & Nunes 2011, JMR 48:268–281). What the
// reward was worth counts as `RewardWorth.swift` says. The exponential is an `assumption:`.
// Off switch: `reward-feeling`.

extension ReactionModel {
  /// Utility of having been rewarded lately.
  func rewardPleasure(_ stimulus: Stimulus) -> Double {
    guard stimulus.daysSinceReward >= 0, rewardFeelingWeight > 0 else { return 0 }
    let pleasure =
      rewardFeelingWeight * PortableMath.exp(-stimulus.daysSinceReward * rewardFeelingPerDay)
    return rewardWorth > 0 ? pleasure * rewardFactor(share: stimulus.lastRewardShare) : pleasure
  }
}
