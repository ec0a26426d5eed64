public import CommunitySimulation
public import IncentiveEngine
internal import MemberBehavior
internal import MemberPopulation
public import Quantities
internal import Randomness
public import Scenarios
internal import Timeline

extension Scenario {
  /// The scenario as the kernel runs it: no names, no look-ups.
  ///
  /// - Parameter quotesEverything: also quotes what no offer could turn into an order: slower, with
  ///   the same result.
  /// - Throws: ``IncentiveEngine/SchemeProblems`` of the first scheme that has any.
  public func compiled(
    quotesEverything: Bool = false
  ) throws(SchemeProblems) -> SimulationPlan<LoyaltyEngine> {
    let history = history
    var schemes = [try settlingReturns(history.scheme).compile()]
    for arm in arms { schemes.append(try settlingReturns(arm.scheme).compile()) }
    // What is offered after the horizon: nothing.
    let runOff = runOffDays.map { RunOffPlan(days: $0, scheme: schemes.count) }
    if runOff != nil { schemes.append(try settlingReturns(.none).compile()) }
    var plan = SimulationPlan(
      engine: LoyaltyEngine(schemes: schemes, days: simulatedDays),
      horizon: horizon, historyDays: history.days, historyScheme: 0, communities: communityPlan,
      segments: segmentModels, baskets: basketModel, storeEffect: people.storeEffect,
      arms: armPlans, seed: seed,
      tierCount: schemes.map(\.tierNames.count).max() ?? 0,
      pointFaceValue: schemes.map(\.scheme.pointFaceValue))
    plan.quotesEverything = quotesEverything
    plan.runOff = runOff
    plan.pairs = comparedPairs
    plan.returns = returnModel
    plan.payments = unpaidOrders.map {
      PaymentModel(
        unpaidShare: $0.share.value, laterShare: $0.laterShare.value,
        minutes: Int32($0.canceledAfterHours * 60))
    }
    plan.contacts = people.switchedOff.contains(.contact) ? nil : people.contact
    plan.errandStreams += mallStreams(schemes.map(\.scheme))
    plan.errandStreams += presaleStreams(schemes.map(\.scheme))
    plan.sendsByOwnHour = arms.contains { $0.scheme.broadcasts.contains(where: \.usesOwnHour) }
    if let habit = people.secondAccounts {
      plan.secondAccounts = SecondAccounts(
        share: habit.share.value, orderShare: habit.orderShare.value)
      plan.identities = habit.identities.map(IdentityModel.init)
      plan.errandStreams.append(stream(.merge, perWeek: habit.mergesPerWeek, .accountMerge))
    }
    plan.abuse = people.abuse.map(AbuseModel.init)
    plan.hasRiskRules = schemes.contains { $0.scheme.risk != nil }
    plan.errandStreams += interactionStreams(schemes.map(\.scheme))
    plan.errandStreams += claimStreams(schemes.map(\.scheme))
    plan.errandStreams += exchangeStreams(schemes.map(\.scheme))
    plan.errandStreams += partnerOrderStreams
    plan.merchants = try partnerMerchants(
      schemes.map(\.scheme), days: simulatedDays)
    plan.errandStreams += invitationStreams(schemes.map(\.scheme))
    if invitesFromSharedBudgets(schemes.map(\.scheme)) { plan.runsTogether = true }
    return plan
  }

  fileprivate var history: (days: Int, scheme: Scheme) {
    switch people.start {
    case .cohort: (0, .none)
    case .base(let days, let scheme): (days, scheme)
    }
  }

  /// Members look into the points mall if any arm has one that they may ask for something.
  private func mallStreams(_ schemes: [Scheme]) -> [ErrandStream] {
    guard schemes.contains(where: { $0.rewards.contains { $0.automaticPerDay == nil } }) else {
      return []
    }
    return [stream(.mallVisit, perWeek: people.mallVisitsPerWeek, .mallVisit)]
  }

  /// A stream of errands that come at a rate, whatever they bring.
  private func stream(_ kind: ErrandKind, perWeek: Double, _ purpose: Purpose) -> ErrandStream {
    let response = ErrandResponse(
      perWeek: perWeek, spontaneousShare: 0.5, pull: 0, minorPerMajor: currency.minorPerMajor)
    return ErrandStream(kind: kind, response: response, purpose: purpose, number: 0)
  }

  /// What members do besides buying, if any scheme rewards it; numbered by its place among the
  /// people's interactions, whichever of them are rewarded.
  private func interactionStreams(_ schemes: [Scheme]) -> [ErrandStream] {
    people.interactions.enumerated().compactMap { position, interaction in
      let rules = schemes.map { scheme in
        scheme.points?.interactions.firstIndex { $0.name == interaction.name } ?? -1
      }
      guard rules.contains(where: { $0 >= 0 }) else { return nil }
      let pull = people.switchedOff.contains(.interactions) ? 0 : interaction.pull
      return ErrandStream(
        kind: .interaction(rules: rules),
        response: ErrandResponse(
          perWeek: interaction.perWeek, spontaneousShare: interaction.unrewardedShare, pull: pull,
          minorPerMajor: currency.minorPerMajor), purpose: .interaction, number: UInt8(position))
    }
  }

  /// Arrivals are spread over the horizon; a month counts 30 days.
  private var communityPlan: CommunityPlan {
    CommunityPlan(
      memberCount: people.memberCount, prospectCount: people.prospectCount,
      arrivalCount: people.arrivalsPerMonth * horizon.dayCount / 30,
      membersPerCommunity: people.membersPerCommunity)
  }

  private var segmentModels: [SegmentModel] {
    var cumulative = 0.0
    return people.segments.map { segment in
      cumulative += segment.share.value
      return SegmentModel(
        traits: TraitModel(segment.profile.population),
        reaction: ReactionModel(
          segment.profile.behavior, switchedOff: people.switchedOff,
          minorPerMajor: currency.minorPerMajor),
        cumulativeShare: cumulative,
        clock: DemandClock(
          segment.profile.population.rhythm, from: simulatedDays.lowerBound,
          dayCount: simulatedDays.lowerBound.distance(to: simulatedDays.upperBound) + 1))
    }
  }

  /// All days that are lived through: history, horizon and run-off.
  private var simulatedDays: ClosedRange<Day> {
    horizon.firstDay.advanced(by: -history.days)...horizon.lastDay.advanced(by: runOffDays ?? 0)
  }

  private var basketModel: BasketModel {
    guard let catalogue else {
      return .amount(
        people.segments.map { SpendModel($0.profile.population, currency: currency) },
        costShare: economics.margin.complement)
    }
    let extra = max(0, catalogue.itemsPerBasket - 1)
    return .catalogue(catalogue.shelf, anotherProbability: extra / (1 + extra))
  }

  private var armPlans: [ArmPlan] {
    arms.enumerated().map { position, arm in
      var armPlan = ArmPlan(
        scheme: position + 1,
        messageCost: .zero,
        couponOffers: arm.scheme.couponOffers)
      armPlan.messageCosts = Channel.allCases.map { economics.messageCost[$0] ?? .zero }
      armPlan.invitesAbuse = arm.scheme.invitesAbuse
      armPlan.staffMinuteCost = economics.staffMinute ?? .zero
      armPlan.continuesHistory = history.days > 0 && arm.scheme == history.scheme
      return armPlan
    }
  }
}

extension Scenario {
  /// A scheme with the usual policy on refunds, where goods come back and it states none.
  fileprivate func settlingReturns(_ scheme: Scheme) -> Scheme {
    guard economics.returns != nil, scheme.refunds == nil else { return scheme }
    var scheme = scheme
    scheme.refunds = RefundPolicy()
    return scheme
  }

  fileprivate var returnModel: ReturnModel? {
    guard let returns = economics.returns else { return nil }
    func rate(of name: String, in exceptions: [Returns.Exception]) -> Double? {
      exceptions.first { $0.name == name }?.rate.value
    }
    let categories = catalogue?.categories.map { rate(of: $0, in: returns.categories) } ?? []
    return ReturnModel(
      segmentRates: people.segments.map {
        rate(of: $0.name, in: returns.segments) ?? returns.rate.value
      },
      categoryRates: [nil] + categories, wholeShare: returns.wholeShare.value,
      days: returns.days, writtenOff: returns.writtenOff)
  }
}

extension Catalogue {
  /// The items as baskets are drawn from them; categories numbered in order of appearance, from 1.
  fileprivate var shelf: [ShelfItem] {
    let categories = categories
    return items.map { item in
      let number = (categories.firstIndex(of: item.category) ?? 0) + 1
      return ShelfItem(
        price: item.price, unitCost: item.unitCost, popularity: item.popularity,
        cycleDays: item.cycleDays, category: UInt16(number))
    }
  }
}

extension Scenario {
  /// What one outstanding point is worth in minor units under an arm; points that an arm without
  /// points of its own took over from the history keep the history's worth.
  public func pointFaceValue(of arm: Arm) -> Rate {
    let own = arm.scheme.pointFaceValue
    return own == .zero ? history.scheme.pointFaceValue : own
  }
}

extension Scheme {
  /// What one outstanding point is worth in minor units: the value of a step over its points.
  ///
  /// Where points pay for rewards or partners' points only, the most that one costs the merchant for
  /// a point.
  public var pointFaceValue: Rate {
    guard let redeem = points?.redeem else {
      let goods = rewards.map { Rate(cost(of: $0.content).minor, over: $0.price.count) }
      let partners = exchanges.filter { $0.direction == .out }
        .map { Rate($0.settlement.minor, over: $0.step.count) }
      return (goods + partners).max() ?? .zero
    }
    return Rate(redeem.stepValue.minor, over: redeem.stepPoints.count)
  }

  fileprivate var couponOffers: OfferSet {
    offers.enumerated().reduce(into: []) { set, offer in
      if case .coupon = offer.element.access { set.insert(OfferSet(offer: offer.offset)) }
    }
  }
}

extension Rate {
  /// What is left of one.
  fileprivate var complement: Rate { Rate(denominator - numerator, over: denominator) }
}
