internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
public import Quantities
internal import Randomness
internal import Timeline

/// What members order elsewhere (M14), and what telling them of its points costs.
public struct ExternalOrders: Sendable, Hashable {
  /// The mean amount of an order in minor units.
  public var meanMinor: Double
  /// Standard deviation of the logarithm of amounts.
  public var spread: Double
  /// What the text message costs that offers the points.
  public var messageCost: Money
  /// For each of the engine's schemes whether it has claims.
  public var accepts: [Bool]

  /// Creates the orders.
  public init(meanMinor: Double, spread: Double, messageCost: Money, accepts: [Bool]) {
    self.meanMinor = meanMinor
    self.spread = spread
    self.messageCost = messageCost
    self.accepts = accepts
  }
}

/// External order ─▶ text message ─▶ claim ─▶ points.
///
/// The message is about the member's own order: it reaches those who opted out of marketing, and
/// wears nobody out (`assumption:`).
extension ArmRun {
  mutating func claim(_ errand: Errand, _ orders: ExternalOrders) {
    guard orders.accepts[scheme] else { return }
    let person = Int(errand.person)
    let minute = Minute(index: errand.minute)
    if isMeasuring { tallyInvitation(of: person, cost: orders.messageCost.minor, at: minute) }
    let event = Event.claim(amount(of: errand, orders))
    let points = plan.engine.award(for: event, person, in: accounts, at: minute)
    let face = isMeasuring ? plan.face(ofArm: arm) : plan.pointFaceValue[scheme]
    let reaction = reaction(of: person)
    guard points > .zero,
      reaction.takes(
        plan.errandStreams[Int(errand.stream)].response,
        worthMinor: face.value * Double(points.count), response: people[person].response,
        mark: errand.mark)
    else { return }
    let decision = handle(event, for: person, at: minute)
    noteAward()
    if sinks.second.watches(person) { sinks.second.observe(.errand(errand, decision), of: person) }
    if isMeasuring, decision.refusal == .none { tally.add(to: .claims) }
  }

  /// The amount of an order elsewhere, the same in every arm: at least one minor unit.
  private func amount(of errand: Errand, _ orders: ExternalOrders) -> Money {
    let number = plan.errandStreams[Int(errand.stream)].number
    // The mean of a lognormal is e^(m + s²/2): 1 here.
    let factor = draws.lognormal(
      logMean: -orders.spread * orders.spread / 2, logStandardDeviation: orders.spread,
      at: DrawAddress(
        subject: people[Int(errand.person)].number, purpose: .externalAmount,
        occurrence: Errand.occurrence(number: number, index: errand.index)))
    return Money(minor: Int64(min(max((orders.meanMinor * factor).rounded(), 1), 1e12)))
  }

  private mutating func tallyInvitation(of person: Int, cost: Int64, at minute: Minute) {
    tally.add(to: .claimMessages)
    tally.add(cost, to: .messageCostMinor)
    tally.add(cost, to: .costMinor, channel: Int(Channel.sms.rawValue))
    tallyIncentive(cost, of: person, at: minute)
  }
}
