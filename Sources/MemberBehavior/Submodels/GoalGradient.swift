// The pull of a goal that is near: w · nearness², nearness from 0 to 1. Effort rises as a reward
// comes near (Kivetz, Urminsky & Zheng 2006, JMR 43:39–58: gaps shorten by 20% along a stamp card);
// the square is an `assumption:`. What the reward is worth counts as `RewardWorth.swift` says. A tier
// pulls by what it is worth: w · gain · nearness².
// Off switches: `reward`, `tier`.

extension ReactionModel {
  /// Utility of coming nearer to a reward, or of one at hand.
  func rewardAttraction(_ stimulus: Stimulus) -> Double {
    if foresight > 0, stimulus.stampsMissing > 0 {
      let worth = rewardWeight * rewardFactor(share: stimulus.cardReward.share)
      return foreseenPull(stampsMissing: stimulus.stampsMissing, worth: worth)
    }
    guard rewardWorth > 0 else {
      return rewardWeight * stimulus.rewardNearness * stimulus.rewardNearness
    }
    return rewardWeight * pull(of: stimulus)
  }

  /// Utility of coming nearer to the next tier.
  func tierAttraction(_ stimulus: Stimulus) -> Double {
    tierWeight * stimulus.tierGain * stimulus.tierNearness * stimulus.tierNearness
  }
}
