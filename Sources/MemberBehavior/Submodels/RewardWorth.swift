internal import PortableMath

// What a reward is worth to who looks at it: (worth ÷ basket)^e, so that a reward worth a whole
// basket, such as the free cup of a café's card, counts once. e = 0 looks at nearness only; with
// e = 1 twice the worth moves twice as much. People feel gains less than in proportion: e = 0.88
// (median of Tversky & Kahneman 1992, Journal of Risk and Uncertainty 5:297–323, for gains of money;
// that it holds for rewards, and that a basket is what they are held against, is an `assumption:`).
// It acts on the pull of a reward before it comes and on the pleasure after it. Nearness and worth are
// those of one and the same reward, for points the smallest: a balance beyond it pulls no more.
// Off switch: `reward-worth`.

extension ReactionModel {
  /// How much a reward counts that is worth such a share of the basket.
  func rewardFactor(share: Double) -> Double {
    guard rewardWorth > 0 else { return 1 }
    guard share > 0 else { return 0 }
    return PortableMath.exp(rewardWorth * PortableMath.log(share))
  }

  /// Nearness² times worth, of the reward in sight that pulls most.
  func pull(of stimulus: Stimulus) -> Double {
    max(
      pull(of: stimulus.pointsReward), pull(of: stimulus.cardReward),
      pull(of: stimulus.privilegeReward))
  }

  private func pull(of reward: RewardInSight) -> Double {
    guard reward.nearness > 0 else { return 0 }
    return rewardFactor(share: reward.share) * (reward.nearness * reward.nearness)
  }
}
