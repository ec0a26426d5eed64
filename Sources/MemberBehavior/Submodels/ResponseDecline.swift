internal import PortableMath
public import Randomness

// Who buys most is moved least (Hartmann & Viard 2008, QME 6:109–137: members who make over 80% of
// the rewards are nearly insensitive to them): ρ counts e^(−d·q) ÷ E[e^(−d·q)] times, q being the
// person's rate of needs over the segment's mean, the store's effect left out. Rates of a segment are
// gamma distributed with shape r, so q has mean 1 and E[e^(−d·q)] = (1 + d ÷ r)^(−r) exactly: the
// segment's mean of ρ stays what it is. The exponential is an `assumption:`.
// Off switch: `response-decline`.

extension ReactionModel {
  /// The factor on ρ of a person whose rate of needs is so many times the segment's mean.
  ///
  /// - Parameter rateShape: the shape of the gamma distribution of the segment's rates.
  public func responseFactor(relativeRate: Double, rateShape: Double) -> Double {
    guard responseDecline > 0 else { return 1 }
    let mean = PortableMath.exp(-rateShape * PortableMath.log(1 + responseDecline / rateShape))
    return PortableMath.exp(-responseDecline * relativeRate) / mean
  }

  /// What is expected of ρ × the rate of needs over the segment's mean: with q gamma distributed of
  /// shape r and mean 1, E[q e^(−d·q)] ÷ E[e^(−d·q)] = 1 ÷ (1 + d ÷ r).
  public func meanResponseByRate(rateShape: Double) -> Double {
    meanResponse / (1 + responseDecline / rateShape)
  }

  /// The person's response ρ where it falls with the rate of needs.
  public func response(
    of person: UInt32, relativeRate: Double, rateShape: Double, from draws: Draws
  ) -> Double {
    let response = response(of: person, from: draws)
    guard responseDecline > 0 else { return response }
    return response * responseFactor(relativeRate: relativeRate, rateShape: rateShape)
  }
}
