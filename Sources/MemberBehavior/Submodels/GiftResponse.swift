// A gift with the purchase: w · the share of the basket that it is worth. A gift converts better
// than a reduction of equal worth (claim K02: by 17%), so its weight stands a little above a
// coupon's; `assumption:`. Off switch: `gift`.

extension ReactionModel {
  /// Utility of the gifts that come with the basket.
  func giftAttraction(_ stimulus: Stimulus) -> Double { giftWeight * stimulus.giftShare }
}
