public import Randomness

// How strongly a person reacts to incentives, ρ: a share of people not at all, the others by a
// gamma distribution of mean 1. Heterogeneity with mass at zero is what keeps a goal gradient from
// overstating lift (Hartmann & Viard 2008, QME 6:109–137; Meyer-Waarden).

extension ReactionModel {
  /// What is expected of ρ.
  public var meanResponse: Double { 1 - unresponsiveShare }

  /// The person's response ρ, without unit: multiplies all attraction.
  public func response(of person: UInt32, from draws: Draws) -> Double {
    let responds = draws.uniform(at: DrawAddress(subject: person, purpose: .responds))
    guard responds >= unresponsiveShare else { return 0 }
    return draws.gamma(
      shape: responsivenessShape, rate: responsivenessShape,
      at: DrawAddress(subject: person, purpose: .response))
  }
}
