internal import PortableMath

// The pull of points about to be lost: w · min(1, value ÷ basket) · e^(−days ÷ τ). Redemption has a
// second mode just before expiry (Inman & McAlister 1994, JMR 31:423–428). Off switch: `urgency`.

extension ReactionModel {
  /// Utility of not losing what expires next.
  func urgencyAttraction(_ stimulus: Stimulus) -> Double {
    guard stimulus.expiringShare > 0, urgencyWeight > 0 else { return 0 }
    let fading = PortableMath.exp(-stimulus.daysToExpiry * urgencyPerDay)
    return urgencyWeight * min(1, stimulus.expiringShare) * fading
  }
}
