// Points earned: w · their value as a share of the basket; a weight below a coupon's, because points
// are a promise in another currency (direction: Stourm, Bradlow & Fader 2015, JMR 52:253–267).
// Off switch: `points`.

extension ReactionModel {
  /// Utility of the points that the order would earn.
  func pointsAttraction(_ stimulus: Stimulus) -> Double { pointsWeight * stimulus.earnedShare }
}
