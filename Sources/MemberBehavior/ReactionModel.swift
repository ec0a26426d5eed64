internal import PortableMath

/// The parameters of a segment's reactions, ready for use: plain numbers, no look-ups.
///
/// A sub-model that is switched off has a weight, or a probability, of zero.
public struct ReactionModel: Sendable, Hashable {
  /// σ(c): the share of visits that end in an order with no incentive.
  public let baselineConversion: Double
  /// c: the baseline's utility, the logit of the baseline conversion.
  let baselineUtility: Double
  let unresponsiveShare, responsivenessShape, attractionLimit: Double
  let priceWeight, couponWeight, giftWeight, pointsWeight: Double
  let rewardWeight, rewardWorth, tierWeight, urgencyWeight, urgencyPerDay: Double
  let wearWeight: Double
  /// Wear that one delivered message adds.
  public let wearPerMessage: Double
  let wearDecayPerMinute: Double
  /// What members do with messages, by channel.
  public let channels: ChannelResponse
  let hourResponse, activeHour, activeHourSpread, activeHourKnown: Double
  let redemptionCostMinor, redemptionSteepness: Double
  let joiningProbability, lapsedShare, restartProbability: Double
  let redeems: Bool
  let pointThrift: Double
  let visitsMall: Bool
  let exchangesPoints: Bool
  let plansBalances: Bool
  let topUpWeight: Double
  let pantryShare: Double
  let deadlineWeight, deadlinePerDay: Double
  let exposureWeight, exposurePerDay: Double
  let promotionWeight, demotionWeight, failureWeight, feelingDecayPerMinute: Double
  let rewardFeelingWeight, rewardFeelingPerDay: Double
  let noveltyWeight, noveltyPerDay: Double
  let responseDecline, foresight: Double
  let waitingPointsWeight: Double
  let visitConversion: Double
  let referredWeight, referredPerDay, referredLoyalty, inviterLoyalty: Double
  /// What messages wear beyond a level that adds up and halves.
  public let fatigue: FatigueModel

  /// Prepares a profile, leaving out the sub-models that are switched off.
  public init(
    _ profile: BehaviorProfile, switchedOff: [Submodel], minorPerMajor: Int64
  ) {
    func value(_ name: BehaviorParameter, of submodel: Submodel) -> Double {
      switchedOff.contains(submodel) ? 0 : profile.value(name)
    }
    baselineConversion = profile.value(.baselineConversion)
    baselineUtility = PortableMath.log(baselineConversion / (1 - baselineConversion))
    unresponsiveShare = profile.value(.unresponsiveShare)
    responsivenessShape = profile.value(.responsivenessShape)
    attractionLimit = profile.value(.attractionLimit)
    priceWeight = value(.priceWeight, of: .price)
    giftWeight = value(.giftWeight, of: .gift)
    couponWeight = value(.couponWeight, of: .coupon)
    pointsWeight = value(.pointsWeight, of: .points)
    rewardWeight = value(.rewardWeight, of: .reward)
    rewardWorth = value(.rewardWorth, of: .rewardWorth)
    tierWeight = value(.tierWeight, of: .tier)
    urgencyWeight = value(.urgencyWeight, of: .urgency)
    urgencyPerDay = 1 / profile.value(.urgencyDays)
    wearWeight = value(.wearWeight, of: .wear)
    wearPerMessage = value(.wearPerMessage, of: .wear)
    wearDecayPerMinute =
      switchedOff.contains(.rest)
      ? 0 : PortableMath.log(2) / (profile.value(.wearHalfLife) * 1440)
    fatigue = FatigueModel(profile, switchedOff: switchedOff, value)
    channels = ChannelResponse { value($0, of: $1) }
    hourResponse = value(.hourResponse, of: .messageVisits)
    activeHour = profile.value(.activeHour)
    activeHourSpread = profile.value(.activeHourSpread)
    activeHourKnown = profile.value(.activeHourKnown)
    redemptionCostMinor = profile.value(.redemptionCost) * Double(minorPerMajor)
    redemptionSteepness = profile.value(.redemptionSteepness)
    pointThrift = profile.value(.pointThrift)
    visitsMall = !switchedOff.contains(.pointsMall)
    exchangesPoints = !switchedOff.contains(.pointsExchange)
    plansBalances = !switchedOff.contains(.plannedBalance)
    redeems = !switchedOff.contains(.redemption)
    joiningProbability = value(.joiningProbability, of: .joining)
    lapsedShare = value(.lapsedShare, of: .winBack)
    restartProbability = value(.restartProbability, of: .winBack)
    topUpWeight = value(.topUpWeight, of: .topUp)
    pantryShare = value(.pantryShare, of: .pantry)
    deadlineWeight = value(.deadlineWeight, of: .deadline)
    deadlinePerDay = 1 / profile.value(.deadlineDays)
    exposureWeight = value(.exposureWeight, of: .exposure)
    exposurePerDay = 1 / profile.value(.exposureDays)
    promotionWeight = value(.promotionWeight, of: .tierFeeling)
    demotionWeight = value(.demotionWeight, of: .tierFeeling)
    failureWeight = value(.failureWeight, of: .tierFeeling)
    feelingDecayPerMinute = PortableMath.log(2) / (profile.value(.feelingHalfLife) * 1440)
    rewardFeelingWeight = value(.rewardFeelingWeight, of: .rewardFeeling)
    rewardFeelingPerDay = 1 / profile.value(.rewardFeelingDays)
    noveltyWeight = value(.noveltyWeight, of: .novelty)
    noveltyPerDay = 1 / profile.value(.noveltyDays)
    responseDecline = value(.responseDecline, of: .responseDecline)
    foresight = value(.foresight, of: .forwardLooking)
    waitingPointsWeight = value(.waitingPointsWeight, of: .waitingPoints)
    visitConversion = value(.visitConversion, of: .messageVisits)
    referredWeight = value(.referredWeight, of: .referred)
    referredPerDay = 1 / profile.value(.referredDays)
    referredLoyalty = value(.referredLoyalty, of: .referred)
    inviterLoyalty = value(.inviterLoyalty, of: .inviterLoyalty)
  }
}
