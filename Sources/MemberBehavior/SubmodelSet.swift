/// A set of sub-models, one bit each.
public struct SubmodelSet: OptionSet, Sendable, Hashable {
  /// One bit for each sub-model, in the order of their cases.
  public let rawValue: UInt64

  /// The set of those bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// One sub-model.
  public init(_ submodel: Submodel) { rawValue = 1 << Self.position(of: submodel) }

  /// Several.
  public init(_ submodels: [Submodel]) {
    self = submodels.reduce(into: []) { $0.formUnion(Self($1)) }
  }

  /// What any offer at all gives something to act on.
  public static let ofOffers = Self([.novelty, .responseDecline])
  /// What any delivered message gives something to act on.
  public static let ofMessages = Self([
    .wear, .messageVisits, .rest, .sameness, .scarcity, .adstock,
  ])
  /// What people do that is no order.
  public static let ofErrands = Self([
    .interactions, .pointsMall, .pointsExchange, .plannedBalance, .responseDecline, .referred,
    .inviterLoyalty,
  ])

  /// Whether a sub-model is in the set.
  public func contains(_ submodel: Submodel) -> Bool { contains(Self(submodel)) }

  private static func position(of submodel: Submodel) -> UInt64 {
    UInt64(Submodel.allCases.firstIndex(of: submodel) ?? 0)
  }
}

extension Stimulus {
  /// The sub-models that find something to act on here; the others may be off or on, the utility is the
  /// same to the last bit.
  ///
  /// A scorecard that knows which found nothing in a whole situation need not live through it again
  /// without them.
  public var concerns: SubmodelSet {
    var set: SubmodelSet = []
    if priceShare != 1 { set.formUnion(Self.price) }
    if couponShare != 0 { set.formUnion(Self.coupon) }
    if giftShare != 0 { set.formUnion(Self.gift) }
    if earnedShare != 0 { set.formUnion(Self.points) }
    if rewardNearness != 0 || pointsReward.nearness != 0 || cardReward.nearness != 0
      || privilegeReward.nearness != 0 || stampsMissing > 0
    {
      set.formUnion(Self.reward)
    }
    if tierNearness != 0, tierGain != 0 { set.formUnion(Self.tier) }
    if expiringShare != 0 { set.formUnion(Self.urgency) }
    if waitingShare != 0 { set.formUnion(Self.waiting) }
    if endingShare != 0 { set.formUnion(Self.deadline) }
    if daysSinceDelivery >= 0 { set.formUnion(Self.exposure) }
    if tierFeeling != 0 { set.formUnion(Self.feeling) }
    if daysSinceReward >= 0 { set.formUnion(Self.rewarded) }
    if daysSinceInvited >= 0 { set.formUnion(Self.invited) }
    if adstock != 0 { set.formUnion(Self.adstocked) }
    return set.isEmpty ? set : set.union(.ofOffers)
  }

  // Made once: finding a sub-model's bit takes longer than the rest.
  private static let price = SubmodelSet(.price)
  private static let coupon = SubmodelSet(.coupon)
  private static let gift = SubmodelSet(.gift)
  private static let points = SubmodelSet(.points)
  private static let reward = SubmodelSet([.reward, .rewardWorth, .forwardLooking])
  private static let tier = SubmodelSet(.tier)
  private static let urgency = SubmodelSet(.urgency)
  private static let deadline = SubmodelSet(.deadline)
  private static let exposure = SubmodelSet(.exposure)
  private static let feeling = SubmodelSet(.tierFeeling)
  private static let rewarded = SubmodelSet([.rewardFeeling, .rewardWorth])
  private static let waiting = SubmodelSet([.waitingPoints, .rewardWorth])
  private static let invited = SubmodelSet(.referred)
  private static let adstocked = SubmodelSet(.adstock)
}
