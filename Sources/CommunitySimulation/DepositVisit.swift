internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// A look at a presale (M23), for what the deposit counts for beyond itself.
extension ArmRun {
  mutating func payDeposit(_ errand: Errand, offer: Int) {
    guard offer >= 0, let terms = plan.engine.depositTerms(ofOffer: offer, inScheme: scheme)
    else { return }
    let person = Int(errand.person)
    let minute = Minute(index: errand.minute)
    let reaction = plan.segments[Int(people[person].traits.segment)].reaction
    guard
      reaction.takes(
        plan.errandStreams[Int(errand.stream)].response,
        worthMinor: Double((terms.countsAs - terms.price).minor),
        response: people[person].response, mark: errand.mark)
    else { return }
    let decision = handle(.deposit(offer: offer), for: person, at: minute)
    if sinks.second.watches(person) { sinks.second.observe(.errand(errand, decision)) }
    guard isMeasuring, decision.refusal == .none else { return }
    tally.add(decision.paid.minor, to: .depositsMinor)
    tally.add(Int64(decision.granted.count), to: .couponsGranted)
  }
}
