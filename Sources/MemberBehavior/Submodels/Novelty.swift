internal import PortableMath

// What is new attracts more: all that a scheme offers counts (1 + w · e^(−days ÷ τ)) times, days
// being those since the member joined, or since the scheme began if that was later. What joining
// changes erodes in six to nine months (Meyer-Waarden, grocery panels); the exponential is an
// `assumption:`. It acts before attraction saturates, so nobody's ceiling moves.
// Off switch: `novelty`.

extension ReactionModel {
  /// By how much more the scheme attracts, as a share of what it attracts in the long run.
  func novelty(_ stimulus: Stimulus) -> Double {
    noveltyWeight * PortableMath.exp(-stimulus.daysWithScheme * noveltyPerDay)
  }
}
