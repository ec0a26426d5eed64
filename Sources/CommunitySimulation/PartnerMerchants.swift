public import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// Another merchant whose points program the engine runs, too (M12).
///
/// Its ledger is apart from ours: no transfer of one is ever booked in the other, and what goes from
/// one to the other is settled in money.
public struct MerchantPlan<E: Engine>: Sendable {
  /// Runs its program: for each scheme of the plan's engine one that exchanges points as that scheme
  /// does, seen from its side.
  public var engine: E
  /// The share of people who are its members from the first simulated day on.
  public var memberShare: Double
  /// What one of its orders costs at list price, in minor units.
  public var basketMinor: Int64
  /// What tells its draws from those of other partners, 0 to 255.
  public var number: UInt8

  /// Creates a merchant.
  public init(engine: E, memberShare: Double, basketMinor: Int64, number: UInt8) {
    self.engine = engine
    self.memberShare = memberShare
    self.basketMinor = basketMinor
    self.number = number
  }
}

/// What a partner's books say of one community: an account for each person, empty for who is none of
/// its members.
struct PartnerBooks<E: Engine>: Sendable {
  var accounts: E.Accounts
  let isMember: [Bool]
  var recorder: PartnerRecorder

  /// Hands the partner's engine an event of one account.
  mutating func handle(
    _ event: Event, _ basket: borrowing [BasketLine], of person: Int, at minute: Minute,
    by engine: E
  ) -> Decision {
    engine.handle(
      event, basket: basket.span, for: person, in: &accounts, at: minute, into: &recorder)
  }

  /// Expires what is due by the end of a day, on all accounts.
  mutating func settle(through day: Day, by engine: E) {
    for person in isMember.indices where isMember[person] {
      engine.settle(person, in: &accounts, through: day, into: &recorder)
    }
  }
}

/// Listens to a partner's ledger.
struct PartnerRecorder: TransferSink, Sendable {
  private(set) var outstanding: Int64 = 0
  private(set) var opening: Int64 = 0
  /// Points that came and went within the horizon, by the column's number.
  private(set) var flows = [Int64](repeating: 0, count: MerchantColumn.allCases.count)
  private var isMeasuring = false
  private let end: Minute

  init(until end: Minute) { self.end = end }

  /// The horizon begins.
  mutating func begin() {
    isMeasuring = true
    opening = outstanding
  }

  mutating func record(_ transfer: Transfer) {
    guard transfer.minute < end, transfer.source.isMember != transfer.target.isMember else {
      return
    }
    let isIn = transfer.target.isMember
    outstanding += isIn ? transfer.points.count : -transfer.points.count
    guard isMeasuring else { return }
    let column: MerchantColumn =
      if isIn {
        transfer.reason == .exchange ? .receivedPoints : .issuedPoints
      } else if transfer.target == .redemption {
        transfer.reason == .exchange ? .givenPoints : .redeemedPoints
      } else { .expiredPoints }
    flows[column.rawValue] += transfer.points.count
  }
}

extension ArmRun {
  /// Opens the accounts of all partners' members, before the first simulated day.
  static func partnerBooks(_ plan: SimulationPlan<E>, _ people: [Person], _ draws: Draws)
    -> [PartnerBooks<E>]
  {
    plan.merchants.map { merchant in
      let isMember = people.map { person in
        draws.uniform(
          at: DrawAddress(
            subject: person.number, purpose: .partnerMembership,
            occurrence: UInt32(merchant.number))) < merchant.memberShare
      }
      var books = PartnerBooks<E>(
        accounts: merchant.engine.makeAccounts(count: people.count, scheme: plan.historyScheme),
        isMember: isMember, recorder: PartnerRecorder(until: plan.horizon.end))
      for person in people.indices where isMember[person] {
        _ = books.handle(
          .join(people[person].birthday), [], of: person, at: plan.firstDay.start,
          by: merchant.engine)
      }
      return books
    }
  }

  /// The horizon begins: partners exchange with us as the arm's scheme says.
  mutating func beginPartners() {
    let lastOfHistory = plan.horizon.firstDay.advanced(by: -1)
    for position in merchants.indices {
      let engine = plan.merchants[position].engine
      merchants[position].settle(through: lastOfHistory, by: engine)
      merchants[position].recorder.begin()
      for person in people.indices where merchants[position].isMember[person] {
        _ = merchants[position].handle(
          .adopt(scheme: scheme), [], of: person, at: plan.horizon.start, by: engine)
      }
    }
  }

  /// One of a partner's members orders there: the same orders in every arm, paid with points by the
  /// same choice as with us.
  mutating func orderAtPartner(_ position: Int, _ errand: Errand) {
    let person = Int(errand.person)
    guard merchants[position].isMember[person] else { return }
    let merchant = plan.merchants[position]
    let minute = Minute(index: errand.minute)
    let basket = [BasketLine(listMinor: merchant.basketMinor)]
    let quote = merchant.engine.quote(
      basket.span, for: person, in: merchants[position].accounts, at: minute)
    let reaction = reaction(of: person)
    let spends =
      quote.spendablePoints > .zero
      && reaction.spendsPoints(worth: quote.spendableValue.minor, mark: errand.mark)
    let decision = merchants[position].handle(
      .order(offers: quote.offers, points: spends ? quote.spendablePoints : .zero), basket,
      of: person, at: minute, by: merchant.engine)
    guard isMeasuring, decision.refusal == .none else { return }
    tally.add(1, to: .orders, merchant: position)
    tally.add(decision.paid.minor, to: .paidMinor, merchant: position)
  }

  /// The points that a person would bring from a partner; nothing from one where the person has no
  /// account.
  func partnerPoints(_ partner: PartnerPoints, of person: Int, at minute: Minute) -> Points? {
    guard let position = partner.merchant else { return partner.brought }
    guard merchants[position].isMember[person] else { return nil }
    return plan.merchants[position].engine.balance(
      of: person, in: merchants[position].accounts, on: minute.day)
  }

  /// Books in the partner's accounts what ours have booked: points that left one arrive in the other,
  /// and who is owed here owes there.
  mutating func exchangeAtPartner(
    _ partner: PartnerPoints, _ decision: Decision, of person: Int, at minute: Minute
  ) {
    guard let position = partner.merchant else { return }
    let other = merchants[position].handle(
      .exchange(rule: partner.rules[scheme], points: decision.exchange.given), [], of: person,
      at: minute, by: plan.merchants[position].engine)
    precondition(
      other.refusal == .none && other.exchange.received == decision.exchange.received,
      "both merchants exchange by one rule")
    guard isMeasuring else { return }
    tally.add(decision.exchange.payable.minor, to: .payableMinor, merchant: position)
    tally.add(decision.exchange.receivable.minor, to: .receivableMinor, merchant: position)
    tally.add(other.exchange.receivable.minor, to: .partnerReceivableMinor, merchant: position)
    tally.add(other.exchange.payable.minor, to: .partnerPayableMinor, merchant: position)
  }

  /// Closes the partners' books at the end of the horizon.
  mutating func closePartners() {
    for position in merchants.indices {
      merchants[position].settle(
        through: plan.horizon.lastDay, by: plan.merchants[position].engine)
      let recorder = merchants[position].recorder
      for column in MerchantColumn.allCases {
        tally.add(recorder.flows[column.rawValue], to: column, merchant: position)
      }
      tally.add(recorder.opening, to: .openingPoints, merchant: position)
      tally.add(recorder.outstanding, to: .outstandingPoints, merchant: position)
    }
  }
}
