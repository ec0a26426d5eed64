import MemberBehavior
import Testing

/// Which sub-models find something to act on.
@Suite struct SubmodelSetTests {
  @Test func `where nothing is offered none of them does`() {
    #expect(Stimulus().concerns == [])
    // What was lived through is no offer.
    #expect(stimulus { $0.daysWithScheme = 40 }.concerns == [])
  }

  @Test func `a coupon concerns coupons, and whatever any offer does`() {
    let set = stimulus { $0.couponShare = 0.1 }.concerns
    #expect(set == SubmodelSet([.coupon, .novelty, .responseDecline]))
    #expect(set.contains(.coupon) && !set.contains(.price))
  }

  @Test func `a sub-model that is not concerned may be off: the utility is the same`() {
    let stimuli: [Stimulus] = [
      stimulus { $0.priceShare = 0.8 }, stimulus { $0.couponShare = 0.1 },
      stimulus { $0.giftShare = 0.1 }, stimulus { $0.earnedShare = 0.02 },
      stimulus {
        $0.rewardNearness = 0.5
        $0.cardReward = RewardInSight(nearness: 0.5, share: 1)
        $0.stampsMissing = 5
      },
      stimulus {
        $0.tierNearness = 0.5
        $0.tierGain = 0.05
      },
      stimulus {
        $0.expiringShare = 0.1
        $0.daysToExpiry = 3
      },
      stimulus {
        $0.endingShare = 0.1
        $0.daysToDeadline = 1
      },
      stimulus { $0.waitingShare = 0.1 }, stimulus { $0.daysSinceDelivery = 2 },
      stimulus { $0.tierFeeling = -0.2 },
      stimulus {
        $0.daysSinceReward = 3
        $0.lastRewardShare = 1
      },
      stimulus { $0.daysSinceInvited = 30 }, stimulus { $0.adstock = 1 },
    ]
    let all: [BehaviorParameter: Double] = [
      .rewardWorth: 0.9, .noveltyWeight: 1, .foresight: 0.5, .adstockWeight: 0.3,
      .referredWeight: 0.4, .responseDecline: 0.5,
    ]
    let full = reaction(all)
    for (number, stimulus) in stimuli.enumerated() {
      let utility = full.utility(of: stimulus, response: 0.7, wear: 0)
      for submodel in Submodel.allCases where !stimulus.concerns.contains(submodel) {
        let off = reaction(all, off: [submodel])
        #expect(
          off.utility(of: stimulus, response: 0.7, wear: 0) == utility,
          "stimulus \(number), \(submodel.rawValue)")
      }
    }
  }
}
