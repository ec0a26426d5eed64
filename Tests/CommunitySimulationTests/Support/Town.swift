import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Timeline

/// A small world, from which plans are made.
struct Town {
  var segments: [(profile: MemberProfile, share: Double)] = [(Preset.cdnow.profile, 1)]
  var members = 300
  var prospects = 0
  var arrivals = 0
  var membersPerCommunity = 100
  var firstDay = day(2026, 1, 1)
  var days = 180
  var historyDays = 0
  var storeEffect = 0.0
  /// All schemes; arms and history name them by position.
  var schemes: [Scheme] = [.none]
  var historyScheme = 0
  var arms = [0]
  var switchedOff: [Submodel] = []
  var hasCatalogue = false
  var seed: UInt64 = 1
  var contacts: ContactModel?

  /// The plan of this world under the loyalty engine.
  func plan() throws -> SimulationPlan<LoyaltyEngine> {
    let engine = LoyaltyEngine(
      schemes: try schemes.map { try $0.compile() },
      days: firstDay.advanced(by: -historyDays)...firstDay.advanced(by: days))
    return plan(under: engine)
  }

  /// The plan of this world under any engine.
  func plan<E: Engine>(under engine: E) -> SimulationPlan<E> {
    var cumulative = 0.0
    let models = segments.map { segment in
      cumulative += segment.share
      return SegmentModel(
        traits: TraitModel(segment.profile.population),
        reaction: ReactionModel(
          segment.profile.behavior, switchedOff: switchedOff, minorPerMajor: 100),
        cumulativeShare: cumulative)
    }
    var plan = SimulationPlan(
      engine: engine, horizon: Horizon(firstDay: firstDay, dayCount: days),
      historyDays: historyDays, historyScheme: historyScheme,
      communities: CommunityPlan(
        memberCount: members, prospectCount: prospects, arrivalCount: arrivals,
        membersPerCommunity: membersPerCommunity),
      segments: models, baskets: baskets, storeEffect: storeEffect,
      arms: arms.map { arm in
        ArmPlan(
          scheme: arm, messageCost: Money(minor: 3), couponOffers: schemes[arm].couponOffers)
      },
      seed: seed, tierCount: schemes.map { $0.tiers?.tiers.count ?? 1 }.max() ?? 1,
      pointFaceValue: schemes.map { $0.points == nil ? .zero : Rate(2) })
    plan.contacts = contacts
    return plan
  }

  private var baskets: BasketModel {
    guard hasCatalogue else {
      return .amount(
        segments.map { SpendModel($0.profile.population, currency: yuanCurrency) },
        costShare: .percent(65))
    }
    return .catalogue(
      [
        ShelfItem(
          price: Money(minor: 4900), unitCost: Money(minor: 3100), popularity: 3, cycleDays: nil,
          category: 1),
        ShelfItem(
          price: Money(minor: 15900), unitCost: Money(minor: 9900), popularity: 1, cycleDays: 28,
          category: 2),
        ShelfItem(
          price: Money(minor: 990), unitCost: Money(minor: 400), popularity: 5, cycleDays: nil,
          category: 1),
      ], anotherProbability: 0.4)
  }

  /// Renminbi.
  private var yuanCurrency: Currency {
    guard let currency = Currency(code: "CNY") else { preconditionFailure("CNY is known") }
    return currency
  }
}

extension Scheme {
  /// Which offers are coupons.
  var couponOffers: OfferSet {
    offers.enumerated().reduce(into: OfferSet()) { set, offer in
      if case .coupon = offer.element.access { set.insert(OfferSet(offer: offer.offset)) }
    }
  }
}

extension SimulationPlan {
  /// Lives all communities, in the order given or in their own.
  func live(_ order: [Int]? = nil, replication: UInt32 = 0) -> Tally {
    var tally = Tally(layout: layout)
    var work = WorkCount()
    for community in order ?? Array(0..<communities.communityCount) {
      simulate(community: community, replication: replication, into: &tally, work: &work)
    }
    return tally
  }
}

/// A day of the calendar.
func day(_ year: Int, _ month: Int, _ number: Int) -> Day {
  guard let date = CivilDate(year: year, month: month, day: number) else {
    preconditionFailure("a test names days that exist")
  }
  return date.dayIndex
}
