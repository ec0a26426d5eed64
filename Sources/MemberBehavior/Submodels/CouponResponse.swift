// A coupon: w · the share of the basket it takes off. Kept apart from the price, so that coupons
// and prices can be told apart in a knock-out. Off switch: `coupon`.

extension ReactionModel {
  /// Utility of the coupons that apply to the basket.
  func couponAttraction(_ stimulus: Stimulus) -> Double { couponWeight * stimulus.couponShare }
}
