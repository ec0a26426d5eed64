internal import IncentiveEngine
public import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// One order, as far as customer-base analysis looks at it.
public struct LoggedOrder: Sendable, Hashable {
  /// The person's position in the community.
  public var person: Int32
  /// The minute, counted from the first of the horizon; negative in the history.
  public var minute: Int32
  /// Needs, impulses or visits that a message brought.
  public var stream: OccasionStream
  /// The index in its stream; with person and stream the same in every arm.
  public var index: UInt32
  /// The list price, in minor units.
  public var listMinor: Int64
  /// What was paid, in minor units, before points.
  public var paidMinor: Int64
  /// What coupons took off, in minor units.
  public var couponMinor: Int64
  /// Points spent.
  public var spentPoints: Int64
  /// Rewards that came with the order.
  public var rewardCount: Int32
  /// The tier after the order.
  public var tier: UInt8

  /// Days from the first of the horizon, with fractions.
  public var day: Double { Double(minute) / 1440 }
}

/// A moment of a person's life that is no order.
public struct LoggedMoment: Sendable, Hashable {
  /// What it was.
  public enum Kind: Sendable, Hashable {
    /// The person became a member.
    case joined
    /// The customer life ended.
    case lapsed
    /// A coupon was granted by the calendar.
    case couponGranted
    /// The tier changed without an order, from one to another.
    case tierChanged(from: UInt8, to: UInt8)
  }

  /// The person's position in the community.
  public var person: Int32
  /// The minute, counted from the first of the horizon.
  public var minute: Int32
  /// What it was.
  public var kind: Kind
}

/// A message that was delivered.
public struct LoggedMessage: Sendable, Hashable {
  /// The person's position in the community.
  public var person: Int32
  /// The minute, counted from the first of the horizon.
  public var minute: Int32
  /// Whether it was opened and brings a visit.
  public var bringsVisit: Bool
}

/// What happened in one community under one arm in one replication.
public struct CommunityLog: Sendable, Hashable {
  /// Who the people are, by position.
  public let people: [PersonSummary]
  /// Orders in the order of time.
  public internal(set) var orders: [LoggedOrder] = []
  /// What else happened, in the order of time.
  public internal(set) var moments: [LoggedMoment] = []
  /// Messages within the horizon, in the order of time.
  public internal(set) var messages: [LoggedMessage] = []
  /// The orders that each person's occasions within the horizon were expected to become, those left
  /// out that nothing could have made an order.
  public internal(set) var expectedOrders: [Double]
  /// Points of all members that were issued, spent and lost to expiry.
  public internal(set) var issuedPoints: Int64 = 0
  /// Points spent.
  public internal(set) var spentPoints: Int64 = 0
  /// Points that expired.
  public internal(set) var expiredPoints: Int64 = 0
  /// Points on the account at the end, by person.
  public internal(set) var balances: [Int64]

  init(people: [PersonSummary]) {
    self.people = people
    balances = Array(repeating: 0, count: people.count)
    expectedOrders = Array(repeating: 0, count: people.count)
  }

  /// How many people the community has.
  public var personCount: Int { people.count }
}

extension SimulationPlan {
  /// Lives one community in one replication under every arm, control first, with everybody watched:
  /// the logs, by arm.
  ///
  /// Specialized here for our engine, as ``simulate(community:replication:into:work:)`` is.
  @specialized(where E == LoyaltyEngine)
  public func logs(ofCommunity index: Int, replication: UInt32) -> [CommunityLog] {
    let draws = Draws(seed: seed, replication: replication)
    let people = people(of: communities.community(index), index: index, draws: draws)
    let logger = LifeLogger(people: summaries(of: people, community: index), start: horizon.start)
    let (agenda, history) = history(
      of: people, community: index, replication: replication, observer: logger)
    return arms.indices.map { arm in
      var run = history
      run.begin(arm: arm)
      run.run(agenda, until: horizon.end)
      run.close(agenda)
      return run.sinks.second.log
    }
  }
}

/// Watches everybody in a community and keeps what customer-base analysis looks at.
struct LifeLogger: LifeObserver {
  var log: CommunityLog
  let start: Int32

  init(people: [PersonSummary], start: Minute) {
    log = CommunityLog(people: people)
    self.start = start.index
  }

  func watches(_ person: Int) -> Bool { true }
  var asksWhy: Bool { false }

  mutating func observe(_ moment: LifeMoment, of person: Int) {
    switch moment {
    case .occasion(let record):
      if record.isOrder { note(record) }
      if let acceptance = record.acceptance, record.occasion.minute >= start {
        log.expectedOrders[person] += acceptance
      }
    case .message(let minute, _, let bringsVisit, _):
      guard minute.index >= start else { return }
      log.messages.append(
        LoggedMessage(
          person: Int32(person), minute: minute.index - start, bringsVisit: bringsVisit))
    case .joined(let minute): note(.joined, of: person, at: minute)
    case .lapsed(let minute): note(.lapsed, of: person, at: minute)
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
