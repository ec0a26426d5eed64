internal import PortableMath

// A coupon that was delivered reminds of the shop, used or not: w · e^(−days since ÷ τ) on every
// visit. Most of the lift of coupons comes from recipients who never redeem (Venkatesan & Farris
// 2012, Journal of Marketing 76:76–94); size and fading are assumptions. Off switch: `exposure`.

extension ReactionModel {
  /// Utility of having been sent a coupon lately.
  func exposureAttraction(_ stimulus: Stimulus) -> Double {
    guard stimulus.daysSinceDelivery >= 0, exposureWeight > 0 else { return 0 }
    return exposureWeight * PortableMath.exp(-stimulus.daysSinceDelivery * exposurePerDay)
  }
}
