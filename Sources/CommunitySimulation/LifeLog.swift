internal import IncentiveEngine
internal import Measurement
public import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
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
    /// A friend whom the person invited became a member.
    case broughtFriend
    /// The person became a member by a friend's invitation.
    case broughtByFriend
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
  /// The orders that each person's occasions within the horizon were expected to become; impulses above
  /// the ceiling, which are not drawn, are made up for by those below it.
  public internal(set) var expectedOrders: [Double]
  /// The sub-models that found something to act on, in the history and in the horizon; any other might
  /// as well have been off.
  public internal(set) var concerned: SubmodelSet = []
  /// What those expected orders come to at list price, in minor units, over all persons.
  public internal(set) var expectedListMinor = 0.0
  /// Invitations sent.
  public internal(set) var invitationCount: Int64 = 0
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
    let logger = LifeLogger(
      people: summaries(of: people, community: index),
      drawnShares: people.map {
        let reaction = segments[Int($0.traits.segment)].reaction
        return quotesEverything ? 1 : min(1, reaction.impulseCeiling(response: $0.response))
      }, concerned: concernedWithoutOccasion(people), start: horizon.start)
    let (agenda, history) = history(
      of: people, community: index, replication: replication, observer: logger)
    return arms.indices.map { arm in
      var run = history
      run.begin(arm: arm)
      run.run(agenda, until: horizon.end)
      run.close(agenda)
      var log = run.sinks.second.log
      log.invitationCount = run.tally[.invitations]
      return log
    }
  }
}
