internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
public import Quantities
internal import Timeline

/// The points of a partner's program as members know them.
public struct PartnerPoints: Sendable, Hashable {
  /// What one is worth to a member, in minor units of money.
  public var minorEach: Rate
  /// How many a member brings at a time, if the scheme takes them; of a partner with accounts of its
  /// own, all that are there.
  public var brought: Points
  /// The partner's position among the plan's, if the engine runs its accounts, too.
  public var merchant: Int?
  /// Then, for each of the engine's schemes, the position of the rule by which the partner exchanges
  /// this way, or -1.
  public var rules: [Int] = []

  /// Creates the description.
  public init(minorEach: Rate, brought: Points) {
    self.minorEach = minorEach
    self.brought = brought
  }
}

/// Points that go to a partner's program, or come from it (M12).
extension ArmRun {
  /// Exchanges all whole steps at hand, if what they bring is worth it.
  mutating func exchangePoints(_ errand: Errand, rule: Int, with partner: PartnerPoints) {
    let person = Int(errand.person)
    let minute = Minute(index: errand.minute)
    guard rule >= 0,
      let brought = partnerPoints(partner, of: person, at: minute),
      let choice = plan.engine.exchangeChoice(
        rule, partnerPoints: brought, for: person, in: accounts, at: minute)
    else { return }
    let ours = (isMeasuring ? plan.face(ofArm: arm) : plan.pointFaceValue[scheme]).value
    let theirs = partner.minorEach.value
    let (given, received) = choice.direction == .out ? (ours, theirs) : (theirs, ours)
    let reaction = reaction(of: person)
    guard
      reaction.exchanges(
        givenMinor: given * Double(choice.outcome.given.count),
        receivedMinor: received * Double(choice.outcome.received.count), mark: errand.mark)
    else { return }
    let decision = handle(
      .exchange(rule: rule, points: choice.outcome.given), for: person, at: minute)
    assert(decision.refusal == .none, "an exchange that was open is never refused")
    exchangeAtPartner(partner, decision, of: person, at: minute)
    if sinks.second.watches(person) { sinks.second.observe(.errand(errand, decision), of: person) }
    guard isMeasuring else { return }
    tallyExchange(of: errand.person, choice.direction, decision, at: minute)
  }

  /// Points by the way they went, and the money that settles them.
  private mutating func tallyExchange(
    of person: UInt32, _ direction: ExchangeRule.Direction, _ decision: Decision, at minute: Minute
  ) {
    let outcome = decision.exchange
    switch direction {
    case .out: tally.add(outcome.given.count, to: .pointsToPartners)
    case .in: tally.add(outcome.received.count, to: .pointsFromPartners)
    }
    tally.add(outcome.payable.minor, to: .partnerPaymentsMinor)
    tally.add(outcome.receivable.minor, to: .partnerReceiptsMinor)
    book(
      cost: -outcome.receivable.minor, benefit: outcome.payable.minor - outcome.receivable.minor,
      of: Int(person))
    tallyIncentive(outcome.payable.minor, of: person, tier: decision.tierBefore, at: minute)
  }
}
