internal import PortableMath

/// What a person feels about the own tier, without unit: rises please, falls and misses hurt, and
/// either fades.
///
/// Demotion hurts more than promotion helps, and who was demoted buys less than who never rose
/// (Wagner, Hennig-Thurau & Rudolph 2009, Journal of Marketing 73:69–85). A goal that is missed
/// lowers later buying, most in high tiers; one that is reached raises it, most in low tiers (Wang,
/// Lewis, Cryder & Sprigg 2016, Marketing Science 35:565–575). Sizes are assumptions.
/// Off switch: `tier-feeling`.
public struct TierFeeling: Sendable, Hashable {
  private var level: Float = 0
  private var minute: Int32 = 0
  /// The tier that the person knows of.
  private var known: UInt8 = 0

  /// No feeling, in the lowest tier.
  public init() {}

  /// What is left of it at a minute of the program's calendar.
  public func level(at minute: Int32, _ model: ReactionModel) -> Double {
    guard level != 0 else { return 0 }
    let age = Double(minute - self.minute)
    return Double(level) * PortableMath.exp(-age * model.feelingDecayPerMinute)
  }

  /// Takes over a tier that comes with another scheme: nobody rose or fell.
  public mutating func adopt(tier: Int) { known = UInt8(truncatingIfNeeded: tier) }

  /// Takes note of the own tier: each step up pleases, the less the higher it begins (by 1 ÷ (1 +
  /// tier)), and each step down hurts.
  public mutating func notice(tier: Int, at minute: Int32, _ model: ReactionModel) {
    let steps = Double(tier - Int(known))
    guard steps != 0 else { return }
    let change =
      steps > 0 ? model.promotionWeight / Double(1 + known) : model.demotionWeight
    add(steps * change, at: minute, model)
    known = UInt8(truncatingIfNeeded: tier)
  }

  /// Takes note of a period that ended without the next tier: the nearer it was and the higher the
  /// own tier, the worse (by nearness², and by (tier + 1) ÷ (tier + 2)).
  ///
  /// - Parameter nearness: 0 (far) to 1 (reached).
  public mutating func miss(nearness: Double, at minute: Int32, _ model: ReactionModel) {
    let height = Double(known + 1) / Double(known + 2)
    add(-model.failureWeight * nearness * nearness * height, at: minute, model)
  }

  private mutating func add(_ change: Double, at minute: Int32, _ model: ReactionModel) {
    level = Float(level(at: minute, model) + change)
    self.minute = minute
  }
}

extension ReactionModel {
  /// Whether this segment has feelings about tiers.
  public var hasTierFeelings: Bool { promotionWeight + demotionWeight + failureWeight > 0 }

  /// Utility of having risen.
  func tierPleasure(_ stimulus: Stimulus) -> Double { max(0, stimulus.tierFeeling) }

  /// Utility lost by having fallen or missed a tier.
  func tierGrievance(_ stimulus: Stimulus) -> Double { max(0, -stimulus.tierFeeling) }
}
