internal import PortableMath

// The pull of an offer about to end: w · the share it takes off · e^(−days ÷ τ). Redemption of
// coupons has a second mode just before expiry (Inman & McAlister 1994, JMR 31:423–428); the
// exponential is an `assumption:`, as for points about to expire. Off switch: `deadline`.

extension ReactionModel {
  /// Utility of using an offer while it lasts.
  func deadlineAttraction(_ stimulus: Stimulus) -> Double {
    guard stimulus.endingShare > 0, deadlineWeight > 0 else { return 0 }
    let fading = PortableMath.exp(-stimulus.daysToDeadline * deadlinePerDay)
    return deadlineWeight * min(1, stimulus.endingShare) * fading
  }
}
