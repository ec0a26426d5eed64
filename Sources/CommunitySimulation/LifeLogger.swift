internal import IncentiveEngine
internal import MemberBehavior
internal import PointsLedger
internal import Quantities
internal import Timeline

extension SimulationPlan {
  /// The sub-models that act otherwise than at an occasion or by a message.
  func concernedWithoutOccasion(_ people: [Person]) -> SubmodelSet {
    var set: SubmodelSet = errandStreams.isEmpty ? [] : .ofErrands
    if people.contains(where: { !$0.isMember }) { set.formUnion(SubmodelSet(.joining)) }
    if contacts != nil { set.formUnion(SubmodelSet(.contact)) }
    return set
  }
}

/// Watches everybody in a community and keeps what customer-base analysis looks at.
struct LifeLogger: LifeObserver {
  private static let optOut = SubmodelSet(.optOut)
  private static let pantry = SubmodelSet(.pantry)
  private static let winBack = SubmodelSet(.winBack)
  private static let topUp = SubmodelSet(.topUp)
  private static let redemption = SubmodelSet(.redemption)

  var log: CommunityLog
  let start: Int32
  /// The share of each person's impulses that were drawn at all.
  private let drawnShares: [Double]

  /// Begins to watch.
  ///
  /// - Parameter concerned: the sub-models that act without any occasion.
  init(
    people: [PersonSummary], drawnShares: [Double], concerned: SubmodelSet, start: Minute
  ) {
    log = CommunityLog(people: people)
    log.concerned = concerned
    self.drawnShares = drawnShares
    self.start = start.index
  }

  func watches(_ person: Int) -> Bool { true }
  var asksWhy: Bool { false }

  mutating func observe(_ moment: LifeMoment, of person: Int) {
    switch moment {
    case .occasion(let record):
      if record.isOrder { note(record) }
      noteConcerned(by: record)
      if let acceptance = record.acceptance, record.occasion.minute >= start {
        // Impulses above the ceiling were not drawn: one below it stands for several.
        let drawn = record.occasion.stream == .impulse ? drawnShares[person] : 1
        let expected = acceptance / drawn
        log.expectedOrders[person] += expected
        log.expectedListMinor += expected * Double(record.occasion.listMinor)
      }
    case .message(let minute, _, let bringsVisit, let optsOut):
      log.concerned.formUnion(.ofMessages)
      if optsOut { log.concerned.formUnion(Self.optOut) }
      guard minute.index >= start else { return }
      log.messages.append(
        LoggedMessage(
          person: Int32(person), minute: minute.index - start, bringsVisit: bringsVisit))
    case .joined(let minute): note(.joined, of: person, at: minute)
    case .lapsed(let minute): note(.lapsed, of: person, at: minute)
    case .invitation(let minute, let outcome, let isInviter):
      guard outcome.change == .registered || outcome.change == .valid else { return }
      note(isInviter ? .broughtFriend : .broughtByFriend, of: person, at: minute)
    case .metFromStock: log.concerned.formUnion(Self.pantry)
    case .calendar(let event, let decision):
      if decision.granted != [] { note(.couponGranted, of: person, at: event.minute) }
      if decision.tierBefore != decision.tierAfter {
        note(
          .tierChanged(from: decision.tierBefore, to: decision.tierAfter), of: person,
          at: event.minute)
      }
    default: break
    }
  }

  private mutating func noteConcerned(by record: OccasionRecord) {
    log.concerned.formUnion(record.stimulus.concerns)
    if record.hasLapsed, record.acceptance ?? 0 > 0 { log.concerned.formUnion(Self.winBack) }
    if record.toppedUpFrom != nil { log.concerned.formUnion(Self.topUp) }
    if let quote = record.quote, quote.spendablePoints > .zero {
      log.concerned.formUnion(Self.redemption)
    }
  }

  private mutating func note(_ kind: LoggedMoment.Kind, of person: Int, at minute: Minute) {
    log.moments.append(
      LoggedMoment(person: Int32(person), minute: minute.index - start, kind: kind))
  }

  private mutating func note(_ record: OccasionRecord) {
    let occasion = record.occasion
    let decision = record.decision
    log.orders.append(
      LoggedOrder(
        person: Int32(occasion.person), minute: occasion.minute - start, stream: occasion.stream,
        index: occasion.index, listMinor: occasion.listMinor,
        paidMinor: decision?.terms.pay.minor ?? occasion.listMinor,
        couponMinor: decision?.terms.couponDiscount.minor ?? 0,
        spentPoints: decision?.spentPoints.count ?? 0, rewardCount: decision?.rewardCount ?? 0,
        tier: decision?.tierAfter ?? 0))
  }

  mutating func record(_ transfer: Transfer) {
    let points = transfer.points.count
    if transfer.source.isIssuance { log.issuedPoints += points }
    if transfer.target == .redemption { log.spentPoints += points }
    if transfer.target == .breakage { log.expiredPoints += points }
    // Second accounts stand behind those of all persons.
    let person = Int(transfer.holder) % log.personCount
    if transfer.target == .memberActive { log.balances[person] += points }
    if transfer.source == .memberActive { log.balances[person] -= points }
  }
}

extension LedgerAccount {
  fileprivate var isIssuance: Bool {
    switch self {
    case .issuancePurchase, .issuancePromotional, .issuancePartner: true
    default: false
    }
  }
}
