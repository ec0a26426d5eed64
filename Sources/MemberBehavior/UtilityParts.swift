internal import PortableMath

/// u, part by part, with what follows from it: for explanations, not for the hot path.
///
/// ``ReactionModel/utility(of:response:wear:)`` is the sum that counts; a test holds the parts
/// against it.
public struct UtilityParts: Sendable, Hashable {
  /// Of what tier prices and promotions take off.
  public var price: Double
  /// Of what coupons take off.
  public var coupon: Double
  /// Of gifts with the basket.
  public var gift: Double
  /// Of the points that the order earns.
  public var points: Double
  /// Of a reward that is near.
  public var reward: Double
  /// Of a tier that is near.
  public var tier: Double
  /// Of points about to expire.
  public var urgency: Double
  /// Of an offer about to end.
  public var deadline: Double
  /// Of a coupon just delivered.
  public var exposure: Double
  /// Of having risen or, below zero, fallen between tiers.
  public var tierFeeling: Double
  /// Of having just been rewarded.
  public var rewardFeeling: Double
  /// Of opened messages still in mind.
  public var adstock: Double
  /// Of points that the order makes spendable beside those it earns.
  public var waitingPoints: Double
  /// Of a friend's having brought one here; below zero, of fitting less.
  public var referred: Double
  /// Of the scheme's being new.
  public var novelty: Double
  /// All that attracts, saturated; u before the person's response and wear.
  public var attraction: Double
  /// ρ: the person's response.
  public var response: Double
  /// What wear takes away, zero or more.
  public var wear: Double
  /// u: all of it, saturated, times the person's response, less wear.
  public var utility: Double
  /// The share of such occasions that become an order.
  public var acceptance: Double
}

extension UtilityParts {
  /// All that attracts in the long run, before it saturates.
  fileprivate var offered: Double {
    price + coupon + gift + points + reward + tier + urgency + deadline + exposure
      + max(0, tierFeeling) + rewardFeeling + adstock + waitingPoints + max(0, referred)
  }
}

extension ReactionModel {
  /// Why an occasion has the utility it has, and how many of its kind become orders.
  public func parts(
    of stimulus: Stimulus, stream: OccasionStream, response: Double, wear: Double, hasLapsed: Bool
  ) -> UtilityParts {
    let utility = utility(of: stimulus, response: response, wear: wear)
    let unworn = self.utility(of: stimulus, response: 1, wear: 0)
    var parts = UtilityParts(
      price: priceAttraction(stimulus), coupon: couponAttraction(stimulus),
      gift: giftAttraction(stimulus),
      points: pointsAttraction(stimulus), reward: rewardAttraction(stimulus),
      tier: tierAttraction(stimulus), urgency: urgencyAttraction(stimulus),
      deadline: deadlineAttraction(stimulus), exposure: exposureAttraction(stimulus),
      tierFeeling: tierPleasure(stimulus) - tierGrievance(stimulus),
      rewardFeeling: rewardPleasure(stimulus), adstock: adstockAttraction(stimulus),
      waitingPoints: waitingPointsAttraction(stimulus),
      referred: referredFit(stimulus) - referredMisfit(stimulus), novelty: 0,
      attraction: unworn, response: response, wear: wearWeight * wear, utility: utility,
      acceptance: acceptance(of: stream, utility: utility, hasLapsed: hasLapsed))
    if noveltyWeight > 0 { parts.novelty = parts.offered * novelty(stimulus) }
    return parts
  }

  /// The share of occasions of a stream that become an order at utility u.
  public func acceptance(
    of stream: OccasionStream, utility: Double, hasLapsed: Bool
  ) -> Double {
    switch stream {
    case .need:
      return min(1, PortableMath.logistic(baselineUtility + utility) / baselineConversion)
    case .impulse:
      let acceptance = utility > 0 ? impulseAcceptance(utility) : 0
      return hasLapsed ? afterLapse(acceptance) : acceptance
    case .message:
      let acceptance = messageVisitAcceptance(utility)
      return hasLapsed ? afterLapse(acceptance) : acceptance
    }
  }
}
