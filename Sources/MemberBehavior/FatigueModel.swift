internal import PortableMath

/// The parameters of fatigue beyond a level that adds up and halves, ready for use: plain numbers.
///
/// All of them zero is ``Wear`` alone: nothing is kept by channel and topic.
public struct FatigueModel: Sendable, Hashable {
  /// Minutes without a message after which rest begins.
  let restDelay: Int32
  let topicWear, topicDecayPerMinute, samenessWeight, scarcityWeight: Double
  let openingWear, optOutWear: Double
  let adstockWeight, adstockDecayPerMinute: Double
  /// Whether anything is kept of a person by channel and topic.
  public let isOn: Bool

  /// Prepares a profile, the value of a parameter being zero where its sub-model is off.
  init(
    _ profile: BehaviorProfile, switchedOff: [Submodel],
    _ value: (BehaviorParameter, Submodel) -> Double
  ) {
    func perMinute(_ halfLife: BehaviorParameter) -> Double {
      PortableMath.log(2) / (profile.value(halfLife) * 1440)
    }
    restDelay = Int32((value(.restDelay, .wear) * 1440).rounded())
    topicWear = profile.value(.topicWear)
    topicDecayPerMinute = switchedOff.contains(.rest) ? 0 : perMinute(.topicHalfLife)
    samenessWeight = value(.samenessWeight, .sameness)
    scarcityWeight = value(.scarcityWeight, .scarcity)
    openingWear = value(.openingWear, .wear)
    optOutWear = value(.optOutWear, .wear)
    adstockWeight = value(.adstockWeight, .adstock)
    adstockDecayPerMinute = perMinute(.adstockHalfLife)
    isOn =
      samenessWeight > 0 || scarcityWeight > 0 || openingWear > 0 || optOutWear > 0
      || adstockWeight > 0
  }

  /// Whether wear keeps messages from being opened: such visits are looked at without it.
  public var wearsOpening: Bool { openingWear > 0 }
}
