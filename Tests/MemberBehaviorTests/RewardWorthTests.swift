import MemberBehavior
import Testing

/// What a reward is worth, by hand.
@Suite struct RewardWorthTests {
  @Test(arguments: [
    // Worth as a share of the basket, e, and 0.3 · share^e of a reward at hand.
    (1.0, 0.88, 0.3), (0.5, 1, 0.15), (2, 1, 0.6), (0.25, 0.5, 0.15), (0.01, 0.88, 0.005_213_402_5),
    (0, 0.5, 0), (0, 0, 0.3), (0.01, 0, 0.3),
  ])
  func `a reward pulls by its worth to the power e, and e of zero looks at nearness only`(
    share: Double, exponent: Double, worth: Double
  ) {
    let seen = stimulus {
      $0.rewardNearness = 1
      $0.pointsReward = RewardInSight(nearness: 1, share: share)
    }
    let model = reaction([.rewardWorth: exponent])
    #expect(close(model.utility(of: seen, response: 1, wear: 0), worth))
    let without = reaction([.rewardWorth: exponent], off: [.rewardWorth])
    #expect(close(without.utility(of: seen, response: 1, wear: 0), 0.3))
    #expect(
      reaction([.rewardWorth: exponent], off: [.reward]).utility(
        of: seen, response: 1, wear: 0) == 0)
  }

  @Test func `of several rewards the one that pulls most counts, not the nearest`() {
    // A coin at hand, a card three quarters full worth a basket, a privilege worth nothing:
    // 0.3 · max(1 · 0.01, 0.75² · 1, 0).
    let seen = stimulus {
      $0.rewardNearness = 1
      $0.pointsReward = RewardInSight(nearness: 1, share: 0.01)
      $0.cardReward = RewardInSight(nearness: 0.75, share: 1)
      $0.privilegeReward = RewardInSight(nearness: 1, share: 0)
    }
    #expect(close(reaction([.rewardWorth: 1]).utility(of: seen, response: 1, wear: 0), 0.16875))
    #expect(close(reaction().utility(of: seen, response: 1, wear: 0), 0.3))
  }

  @Test func `a reward pleases by what it was worth, held against the basket at hand`() {
    var memory = Memory()
    memory.rewardedMinute = 0
    memory.rewardMinor = 1500
    let model = reaction([.rewardWorth: 1])
    // ¥15 on the day of the reward: 0.2 · 15 ÷ 60, and 0.2 · 15 ÷ 30.
    for (list, worth) in [(Int64(6000), 0.05), (3000, 0.1)] {
      var seen = Stimulus()
      model.recall(memory, at: 0, listMinor: list, in: &seen)
      #expect(close(model.utility(of: seen, response: 1, wear: 0), worth))
      #expect(close(reaction().utility(of: seen, response: 1, wear: 0), 0.2))
    }
  }

  @Test func `who looks ahead on a card foresees what it is worth`() {
    // One stamp missing, γ as good as 1: V(0) − V(1) falls with the worth of the card.
    func pull(_ share: Double) -> Double {
      let seen = stimulus {
        $0.stampsMissing = 1
        $0.cardReward = RewardInSight(nearness: 0.9, share: share)
      }
      return reaction([.rewardWorth: 1, .foresight: 0.5, .rewardWeight: 1]).utility(
        of: seen, response: 1, wear: 0)
    }
    #expect(pull(0) == 0)
    #expect(pull(0.5) > 0 && pull(1) > pull(0.5) && pull(2) > pull(1))
  }
}
