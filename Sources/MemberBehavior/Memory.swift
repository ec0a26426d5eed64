/// What a person remembers of incentives beside wear: 32 bytes, kept only where a segment uses it.
public struct Memory: Sendable, Hashable {
  /// When the pantry was filled by an order beyond what was needed; before all time if empty.
  public var stockedMinute: Int32 = .min
  /// When a coupon was last delivered; before all time if never.
  public var deliveredMinute: Int32 = .min
  /// What the person feels about the own tier.
  public var tierFeeling = TierFeeling()
  /// When the person was last rewarded; before all time if never.
  public var rewardedMinute: Int32 = .min
  /// What that reward was worth, in minor units.
  public var rewardMinor: Int32 = 0
  /// When the person joined, or the scheme began if that was later.
  public var schemeMinute: Int32 = 0

  /// Remembers nothing.
  public init() {}

  /// Whether there is stock at home.
  public var hasStock: Bool { stockedMinute != .min }
}

extension ReactionModel {
  /// Whether people of this segment remember anything beside wear.
  public var remembers: Bool {
    pantryShare > 0 || exposureWeight > 0 || hasTierFeelings || rewardFeelingWeight > 0
      || noveltyWeight > 0 || referredWeight != 0
  }

  /// Adds what a person remembers to what the person sees.
  ///
  /// - Parameter listMinor: the basket at hand at list price, in minor units.
  public func recall(
    _ memory: Memory, at minute: Int32, listMinor: Int64, in stimulus: inout Stimulus
  ) {
    if memory.deliveredMinute != .min {
      stimulus.daysSinceDelivery = Double(minute - memory.deliveredMinute) / 1440
    }
    stimulus.tierFeeling = memory.tierFeeling.level(at: minute, self)
    if memory.rewardedMinute != .min {
      stimulus.daysSinceReward = Double(minute - memory.rewardedMinute) / 1440
      stimulus.lastRewardShare = Double(memory.rewardMinor) / Double(max(1, listMinor))
    }
    stimulus.daysWithScheme = Double(minute - memory.schemeMinute) / 1440
  }
}
