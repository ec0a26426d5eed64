internal import PortableMath

// Points that wait for the member's next order, and expired ones that it would bring back, are a
// reward that is had by ordering now: w · (worth ÷ basket)^e, worth being that of the points that
// this order would make spendable beside those it earns, and e as `RewardWorth.swift` says, 1 where
// that is off. That they pull at all, and as a reward at hand does, is an `assumption:`: merchants
// give points for the next order to bring members back, and nothing published says how many come.
// Points that wait for a day pull by nothing: no order brings them sooner.
// Off switch: `waiting-points`.

extension ReactionModel {
  /// Whether members of this segment look at points that wait for them.
  public var seesWaitingPoints: Bool { waitingPointsWeight > 0 }

  /// Utility of the points that this order would make spendable.
  func waitingPointsAttraction(_ stimulus: Stimulus) -> Double {
    guard waitingPointsWeight > 0, stimulus.waitingShare > 0 else { return 0 }
    let worth =
      rewardWorth > 0
      ? PortableMath.exp(rewardWorth * PortableMath.log(stimulus.waitingShare))
      : stimulus.waitingShare
    return waitingPointsWeight * worth
  }
}
