internal import PortableMath

// A price reduction: w · −ln(price share). With a baseline conversion of 10% the elasticity of
// demand at the list price is −0.9 w; short promotions reach −3.63 on average (Bijmolt, van Heerde
// & Pieters 2005, in van Heerde & Neslin 2008). Off switch: `price`.

extension ReactionModel {
  /// Utility of what tier prices and promotions take off.
  func priceAttraction(_ stimulus: Stimulus) -> Double {
    guard stimulus.priceShare < 1, priceWeight > 0 else { return 0 }
    return priceWeight * -PortableMath.log(max(stimulus.priceShare, 0.01))
  }
}
