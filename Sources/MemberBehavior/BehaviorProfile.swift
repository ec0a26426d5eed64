public import MemberPopulation

/// The parameters of how members react.
public enum BehaviorParameter: String, ParameterName {
  case baselineConversion = "baseline-conversion"
  case unresponsiveShare = "unresponsive-share"
  case responsivenessShape = "responsiveness-shape"
  case attractionLimit = "attraction-limit"
  case priceWeight = "price-weight"
  case couponWeight = "coupon-weight"
  case giftWeight = "gift-weight"
  case pointsWeight = "points-weight"
  case rewardWeight = "reward-weight"
  case rewardWorth = "reward-worth"
  case tierWeight = "tier-weight"
  case urgencyWeight = "urgency-weight"
  case urgencyDays = "urgency-days"
  case wearWeight = "wear-weight"
  case wearPerMessage = "wear-per-message"
  case wearHalfLife = "wear-half-life"
  case openProbability = "open-probability"
  case visitProbability = "visit-probability"
  case optOutProbability = "opt-out-probability"
  case redemptionCost = "redemption-cost"
  case redemptionSteepness = "redemption-steepness"
  case joiningProbability = "joining-probability"
  case lapsedShare = "lapsed-share"
  case restartProbability = "restart-probability"
  case pointThrift = "point-thrift"
  case topUpWeight = "top-up-weight"
  case pantryShare = "pantry-share"
  case deadlineWeight = "deadline-weight"
  case deadlineDays = "deadline-days"
  case exposureWeight = "exposure-weight"
  case exposureDays = "exposure-days"
  case promotionWeight = "tier-promotion-weight"
  case demotionWeight = "tier-demotion-weight"
  case failureWeight = "tier-failure-weight"
  case feelingHalfLife = "tier-feeling-half-life"
  case rewardFeelingWeight = "reward-feeling-weight"
  case rewardFeelingDays = "reward-feeling-days"
  case noveltyWeight = "novelty-weight"
  case noveltyDays = "novelty-days"
  case responseDecline = "response-decline"
  case foresight
  case wecomGroupOpening = "wecom-group-open-probability"
  case wecomGroupVisit = "wecom-group-visit-probability"
  case wecomGroupOptOut = "wecom-group-opt-out-probability"
  case smsOpening = "sms-open-probability"
  case smsVisit = "sms-visit-probability"
  case smsOptOut = "sms-opt-out-probability"
  case pushOpening = "push-open-probability"
  case pushVisit = "push-visit-probability"
  case pushOptOut = "push-opt-out-probability"
  case miniProgramOpening = "mini-program-open-probability"
  case miniProgramVisit = "mini-program-visit-probability"
  case miniProgramOptOut = "mini-program-opt-out-probability"
  case callOpening = "call-open-probability"
  case callVisit = "call-visit-probability"
  case callOptOut = "call-opt-out-probability"
  case storeOpening = "store-open-probability"
  case storeVisit = "store-visit-probability"
  case storeOptOut = "store-opt-out-probability"
  case hourResponse = "hour-response"
  case activeHour = "active-hour"
  case activeHourSpread = "active-hour-spread"
  case activeHourKnown = "active-hour-known"
  case restDelay = "rest-delay"
  case topicWear = "topic-wear"
  case topicHalfLife = "topic-half-life"
  case samenessWeight = "sameness-weight"
  case scarcityWeight = "scarcity-weight"
  case openingWear = "opening-wear"
  case optOutWear = "opt-out-wear"
  case adstockWeight = "adstock-weight"
  case adstockHalfLife = "adstock-half-life"
  case waitingPointsWeight = "waiting-points-weight"
  case visitConversion = "visit-conversion"
  case referredWeight = "referred-weight"
  case referredDays = "referred-days"
  case referredLoyalty = "referred-loyalty"
  case inviterLoyalty = "inviter-loyalty"

  /// The values that make sense.
  public var allowed: ClosedRange<Double> {
    switch self {
    case .baselineConversion: 0.001...0.9
    case .unresponsiveShare, .openProbability, .visitProbability, .optOutProbability,
      .joiningProbability, .lapsedShare, .restartProbability, .pantryShare, .rewardWorth,
      .visitConversion, .referredLoyalty, .inviterLoyalty:
      0...1
    case .responsivenessShape: 0.1...100
    case .attractionLimit: 0.01...5
    case .urgencyDays, .wearHalfLife, .deadlineDays, .exposureDays, .feelingHalfLife,
      .topicHalfLife, .adstockHalfLife:
      0.1...365
    case .referredDays: 0.1...3650
    case .referredWeight: -5...5
    case .restDelay: 0...365
    case .rewardFeelingDays, .noveltyDays: 0.1...730
    case .foresight: 0...0.999
    case .redemptionCost: 0.001...1e6
    case .activeHour: 0...24
    case .activeHourSpread: 0...12
    case .hourResponse, .activeHourKnown: 0...1
    default: channelSummary == nil ? 0...20 : 0...1
    }
  }

  /// The unit; empty for plain numbers.
  public var unit: String {
    switch self {
    case .urgencyDays, .wearHalfLife, .deadlineDays, .exposureDays, .feelingHalfLife,
      .rewardFeelingDays, .noveltyDays, .restDelay, .topicHalfLife, .adstockHalfLife,
      .referredDays:
      "days"
    case .redemptionCost: "major units of the currency"
    case .activeHour, .activeHourSpread: "hours"
    default: ""
    }
  }

  /// What it is, in one line.
  public var summary: String {
    switch self {
    case .baselineConversion: "share of visits that end in an order with no incentive, σ(c)"
    case .unresponsiveShare: "share of members whom no incentive moves"
    case .responsivenessShape: "shape of the gamma distribution (mean 1) of the others' response"
    case .attractionLimit: "the most that incentives together add to utility, at response 1"
    case .priceWeight: "utility of a price reduction, for each unit of −ln(price share)"
    case .couponWeight: "utility of a coupon, for each unit of its share of the basket"
    case .giftWeight: "utility of a gift, for each unit of its share of the basket"
    case .pointsWeight: "utility of points earned, for each unit of their share of the basket"
    case .rewardWeight: "pull of a reward that is near or at hand"
    case .rewardWorth:
      "how what is felt of a reward grows with its worth as a share of the basket; 0 not at all"
    case .tierWeight: "pull of a tier that is near, for each unit of its price advantage"
    case .urgencyWeight: "pull of points about to expire"
    case .urgencyDays: "days before expiry over which urgency fades by 1/e"
    case .wearWeight: "utility lost for each unit of wear"
    case .wearPerMessage: "wear that one delivered message adds"
    case .wearHalfLife: "time in which wear halves"
    case .openProbability: "probability that a delivered message is opened"
    case .visitProbability: "probability that an opened message brings a visit"
    case .optOutProbability: "probability that a delivered message makes a member opt out for ever"
    case .redemptionCost: "the effort of spending points, as money"
    case .redemptionSteepness: "how sharply the choice to spend points turns on their value"
    case .joiningProbability: "probability that a prospect joins at an order"
    case .lapsedShare: "acceptance of an impulse after lapse, as a share of that before (κ)"
    case .restartProbability: "probability that an order after lapse restarts the needs"
    case .pointThrift: "what a point kept is felt to be worth, as a share of its face value"
    case .topUpWeight: "how readily a basket grows to a threshold that is near"
    case .pantryShare: "probability that a need just after an extra order is met from stock at home"
    case .deadlineWeight: "pull of an offer that is about to end, for each unit of its share"
    case .deadlineDays: "days before an offer's end over which its pull fades by 1/e"
    case .exposureWeight: "pull of a coupon just delivered, used or not"
    case .exposureDays: "days after delivery over which that pull fades by 1/e"
    case .promotionWeight: "utility of having risen by a tier"
    case .demotionWeight: "utility lost by having fallen by a tier"
    case .failureWeight: "utility lost by missing a tier that was near"
    case .feelingHalfLife: "time in which feelings about one's tier halve"
    case .rewardFeelingWeight: "utility of having just been rewarded"
    case .rewardFeelingDays: "days after a reward over which that feeling fades by 1/e"
    case .noveltyWeight: "how much more a scheme attracts at first, as a share of what it attracts"
    case .noveltyDays: "days after joining, or after the scheme began, in which that fades by 1/e"
    case .responseDecline:
      "how fast response falls with the rate of needs, in units of the segment's mean rate"
    case .foresight:
      "what a reward is worth a visit sooner, as a share of it now; 0 looks at nearness only"
    case .hourResponse:
      "how much more often than on average a message is opened at the reader's active hour"
    case .activeHour: "the hour of the day at which members are active, on average"
    case .activeHourSpread: "standard deviation of members' active hours"
    case .activeHourKnown: "share of members whose active hour the shop knows, to the hour"
    case .restDelay: "days without a message after which rest begins to restore"
    case .topicWear: "wear that one delivered message adds to its topic"
    case .topicHalfLife: "time in which the wear of a topic halves"
    case .samenessWeight: "how much more a message wears, for each unit of wear of its topic"
    case .scarcityWeight: "how much more a message is opened whose topic has not been seen for long"
    case .openingWear: "how fast opening falls with the wear of a message's channel and topic"
    case .optOutWear: "how fast the hazard of opting out grows with the wear of a message's channel"
    case .adstockWeight: "utility of one opened message that is still in mind"
    case .adstockHalfLife: "time in which an opened message fades from the mind by half"
    case .waitingPointsWeight:
      "pull of points that the next order makes spendable, for each unit of their share of the basket"
    case .visitConversion:
      "share of messages' visits that convert as a visit of one's own; the others only what is offered"
    case .referredWeight:
      "utility of a shop that a friend brought one to; below zero, who is brought fits less"
    case .referredDays: "days after joining by an invitation over which that fades by 1/e"
    case .referredLoyalty: "share of the times at which who was invited stays, who would leave else"
    case .inviterLoyalty:
      "share of the times at which who has brought a friend stays, who would leave else"
    default: channelSummary ?? ""
    }
  }
}

/// How the members of a segment react: the parameters of every sub-model.
public struct BehaviorProfile: Sendable, Hashable {
  /// The parameters; all of them.
  public var parameters: [BehaviorParameter: Parameter]

  /// Creates a profile from all parameters.
  public init(parameters: [BehaviorParameter: Parameter]) { self.parameters = parameters }

  /// The value of a parameter.
  ///
  /// - Precondition: the parameter is there; scenarios are checked for it when they are read.
  public func value(_ name: BehaviorParameter) -> Double {
    guard let parameter = parameters[name] else {
      preconditionFailure("the profile lacks \(name.rawValue)")
    }
    return parameter.value
  }
}
