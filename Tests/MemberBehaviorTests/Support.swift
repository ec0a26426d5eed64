import MemberBehavior
import MemberPopulation

/// Parameters that are easy to reckon with: utilities hardly saturate, everybody responds.
func reaction(
  _ changes: [BehaviorParameter: Double] = [:], off switchedOff: [Submodel] = []
) -> ReactionModel {
  let values: [BehaviorParameter: Double] = [
    .baselineConversion: 0.1, .unresponsiveShare: 0, .responsivenessShape: 1,
    .attractionLimit: 1e9, .priceWeight: 2, .couponWeight: 2, .giftWeight: 2.4,
    .pointsWeight: 1,
    .rewardWeight: 0.3, .rewardWorth: 0, .tierWeight: 2, .urgencyWeight: 0.5, .urgencyDays: 5,
    .wearWeight: 0.5,
    .wearPerMessage: 0.1, .wearHalfLife: 14, .openProbability: 0.3, .visitProbability: 0.2,
    .optOutProbability: 0.002, .redemptionCost: 2, .redemptionSteepness: 1.5,
    .joiningProbability: 0.15, .lapsedShare: 0.1, .restartProbability: 0.3,
    .pointThrift: 0.5,
    .topUpWeight: 0.6, .pantryShare: 0.35, .deadlineWeight: 3, .deadlineDays: 3,
    .exposureWeight: 0.25, .exposureDays: 14, .promotionWeight: 0.15, .demotionWeight: 0.3,
    .failureWeight: 0.2, .feelingHalfLife: 45, .rewardFeelingWeight: 0.2, .rewardFeelingDays: 14,
    .noveltyWeight: 0, .noveltyDays: 100, .responseDecline: 0, .foresight: 0,
    .wecomGroupOpening: 0.15, .wecomGroupVisit: 0.1, .wecomGroupOptOut: 0.001, .smsOpening: 0.5,
    .smsVisit: 0.05, .smsOptOut: 0.004, .pushOpening: 0.06, .pushVisit: 0.3, .pushOptOut: 0.005,
    .miniProgramOpening: 0.1, .miniProgramVisit: 0.25, .miniProgramOptOut: 0.003, .callOpening: 0.6,
    .callVisit: 0.2, .callOptOut: 0.01, .storeOpening: 0.9, .storeVisit: 0.15, .storeOptOut: 0.0005,
    .hourResponse: 0, .activeHour: 20, .activeHourSpread: 3, .activeHourKnown: 0.7,
    .restDelay: 0, .topicWear: 0, .topicHalfLife: 21, .samenessWeight: 0, .scarcityWeight: 0,
    .openingWear: 0, .optOutWear: 0, .adstockWeight: 0, .adstockHalfLife: 7,
    .waitingPointsWeight: 2,
    .visitConversion: 0,
    .referredWeight: 0, .referredDays: 365, .referredLoyalty: 0, .inviterLoyalty: 0,
  ]
  let parameters = values.merging(changes) { _, changed in changed }
    .mapValues { Parameter($0, .notStated, source: "assumption: a test") }
  return ReactionModel(
    BehaviorProfile(parameters: parameters), switchedOff: switchedOff, minorPerMajor: 100)
}

/// A stimulus with some numbers changed.
func stimulus(_ change: (inout Stimulus) -> Void) -> Stimulus {
  var stimulus = Stimulus()
  change(&stimulus)
  return stimulus
}

/// Whether two numbers agree to nine digits.
func close(_ left: Double, _ right: Double) -> Bool {
  abs(left - right) <= 1e-8 * max(1e-3, abs(right))
}
