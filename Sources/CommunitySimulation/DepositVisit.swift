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
    let reaction = reaction(of: person)
    guard
      reaction.takes(
        plan.errandStreams[Int(errand.stream)].response,
        worthMinor: Double((terms.countsAs - terms.price).minor),
        response: people[person].response, mark: errand.mark)
    else { return }
    let decision = handle(.deposit(offer: offer), for: person, at: minute)
    if sinks.second.watches(person) { sinks.second.observe(.errand(errand, decision), of: person) }
    if decision.refusal == .none { planBalance(offer, terms, of: person) }
    guard isMeasuring, decision.refusal == .none else { return }
    tally.add(decision.paid.minor, to: .depositsMinor)
    book(cost: -decision.paid.minor, benefit: -decision.paid.minor, of: person)
    tally.add(Int64(decision.granted.count), to: .couponsGranted)
  }

  /// Plans the order that a paid deposit is for: a visit in the days of the balance, any time alike.
  ///
  /// Its address is the presale's campaign on the first day of the deposits, on which the campaign
  /// sends nothing; so it is the same visit in every arm that sells the presale.
  private mutating func planBalance(_ offer: Int, _ terms: DepositTerms, of person: Int) {
    let reaction = reaction(of: person)
    let campaign = plan.engine.campaign(of: .balanceDue(offer: offer), inScheme: scheme)
    let day = max(0, plan.firstDay.distance(to: terms.days.lowerBound))
    guard let index = try? Occurrence.campaign(campaign, day: day) else {
      preconditionFailure("a run of more than 179 years cannot be addressed")
    }
    let marks = draws.uniformPair(
      at: DrawAddress(
        subject: people[person].number, purpose: .plannedBalance, occurrence: index))
    guard reaction.plansBalance(mark: marks.0) else { return }
    let length = Double(terms.balanceDays.count) * 1440
    let minute = terms.balanceDays.lowerBound.start.index + Int32(marks.1 * length)
    // The decision was taken with the deposit: any attraction at all ends in the order.
    visits.add(
      Occasion(minute: minute, person: UInt32(person), stream: .message, index: index, mark: 0))
    balancePlans.append(BalancePlan(visit: index, person: UInt32(person), offer: offer))
  }

  /// Whether a visit is not planned, or its deposit still counts; a plan is forgotten when it is met.
  mutating func isStillMeant(_ visit: Occasion) -> Bool {
    guard !balancePlans.isEmpty,
      let place = balancePlans.firstIndex(where: {
        $0.visit == visit.index && $0.person == visit.person
      })
    else { return true }
    let planned = balancePlans.remove(at: place)
    return plan.engine.holdsCoupon(
      planned.offer, account(for: visit), in: accounts, on: Minute(index: visit.minute).day)
  }
}

/// An order that a member who paid a deposit means to place.
struct BalancePlan: Sendable {
  /// The index of the planned visit.
  var visit: UInt32
  /// The person's position in the community.
  var person: UInt32
  /// The offer that the deposit bought.
  var offer: Int
}
