internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Timeline

/// What members do in the points mall.
extension ArmRun {
  /// Looks at the rewards at hand and takes the best of them, or none.
  mutating func visitMall(_ errand: Errand) {
    let person = Int(errand.person)
    let minute = Minute(index: errand.minute)
    let choices = plan.engine.rewardChoices(for: person, in: accounts, at: minute)
    guard !choices.isEmpty else { return }
    let reaction = reaction(of: person)
    let face = isMeasuring ? plan.face(ofArm: arm) : plan.pointFaceValue[scheme]
    let taken = reaction.choice(
      among: choices.map { RewardOption(points: $0.price.count, worthMinor: $0.value.minor) },
      pointMinor: face.value, mark: errand.mark)
    guard let taken else { return }
    let decision = handle(
      .redeem(reward: choices[taken].position), for: person, at: minute)
    noteAward()
    // The wish closed a stock that all communities share: the member looks again without it.
    if decision.refusal == .stockOut, steering.livesTogether { return visitMall(errand) }
    assert(decision.refusal == .none, "a reward that was at hand is never refused")
    rememberReward(choices[taken].value, of: person, at: minute)
    if sinks.second.watches(person) { sinks.second.observe(.errand(errand, decision), of: person) }
    guard isMeasuring else { return }
    tallyGranted(decision.granted, to: person)
    tallyRewards(of: errand.person, decision, at: minute)
  }
}
