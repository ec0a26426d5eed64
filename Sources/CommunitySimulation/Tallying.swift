internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Timeline

/// What is written down of orders, messages, month ends and finished lives.
extension ArmRun {
  /// The day of the horizon, counted from 0.
  @inline(__always)
  func day(of minute: Minute) -> Int { plan.horizon.firstDay.distance(to: minute.day) }

  /// The month of the horizon, counted from 0.
  @inline(__always)
  func month(of minute: Minute) -> Int {
    sinks.first.tally.layout.monthPosition(of: Month(minute.day))
  }

  private mutating func tallyStream(_ occasion: Occasion) {
    tally.add(to: .orders)
    tally.add(occasion.listMinor, to: .listMinor)
    tally.add(occasion.costMinor, to: .goodsMinor)
    books[Int(occasion.person)].marginMinor += occasion.listMinor - occasion.costMinor
    switch occasion.stream {
    case .need: tally.add(to: .needOrders)
    case .impulse: tally.add(to: .impulseOrders)
    case .message: tally.add(to: .messageOrders)
    }
  }

  /// An order of a person who is no member: list price, no engine.
  mutating func tallyStrangerOrder(_ occasion: Occasion, _ basket: borrowing Span<BasketLine>) {
    tallyLines(basket)
    let day = day(of: Minute(index: occasion.minute))
    tallyStream(occasion)
    tally.add(occasion.listMinor, to: .paidMinor)
    tally.add(1, to: .orders, day: day)
    tally.add(occasion.listMinor, to: .paidMinor, day: day)
  }

  /// An order of a member, on the terms that the engine decided.
  mutating func tallyOrder(_ occasion: Occasion, _ decision: Decision) {
    let minute = Minute(index: occasion.minute)
    let day = day(of: minute)
    let terms = decision.terms
    let incentive =
      (terms.tierDiscount + terms.promotionDiscount + terms.couponDiscount + decision.spentValue)
      .minor
    tallyStream(occasion)
    gains.orderIncentiveMinor = incentive
    book(cost: incentive, benefit: incentive, of: Int(occasion.person))
    tally.add(to: .memberOrders)
    tally.add(terms.tierDiscount.minor, to: .tierDiscountMinor)
    tally.add(terms.promotionDiscount.minor, to: .promotionDiscountMinor)
    tally.add(terms.couponDiscount.minor, to: .couponDiscountMinor)
    tally.add(decision.spentValue.minor, to: .redeemedMinor)
    tally.add(decision.paid.minor, to: .paidMinor)
    tallyUsed(
      terms.offers.intersection(plan.arms[arm].couponOffers), by: Int(occasion.person))
    tallyGranted(decision.granted, to: Int(occasion.person))
    tally.add(1, to: .orders, day: day)
    tally.add(decision.paid.minor, to: .paidMinor, day: day)
    tally.add(incentive, to: .incentiveMinor, day: day)
    let segment = Int(people[Int(occasion.person)].traits.segment)
    let month = month(of: minute)
    let tier = Int(decision.tierBefore)
    tally.add(1, to: .orders, month: month, segment: segment, tier: tier)
    tally.add(decision.paid.minor, to: .paidMinor, month: month, segment: segment, tier: tier)
    tally.add(incentive, to: .incentiveMinor, month: month, segment: segment, tier: tier)
    if people[Int(occasion.person)].abuse != .none { tally.add(incentive, to: .abuseCostMinor) }
    if decision.rewardCount > 0 { tallyRewards(of: occasion.person, decision, at: minute) }
    if decision.privileges != [] { tallyPrivileges(of: occasion.person, decision, at: minute) }
  }

  /// Rewards that points or a full stamp card brought, at what they cost.
  mutating func tallyRewards(of person: UInt32, _ decision: Decision, at minute: Minute) {
    let cost = decision.rewardCost.minor
    tally.add(Int64(decision.rewardCount), to: .rewards)
    tally.add(cost, to: .rewardCostMinor)
    tally.add(Int64(decision.terms.gifts.rawValue.nonzeroBitCount), to: .gifts)
    tally.add(decision.terms.giftCost.minor, to: .giftCostMinor)
    books[Int(person)].benefitMinor += cost
    tallyIncentive(cost, of: person, tier: decision.tierBefore, at: minute)
  }

  /// What an incentive cost, by day and by month, segment and tier.
  mutating func tallyIncentive(_ cost: Int64, of person: UInt32, tier: UInt8, at minute: Minute) {
    if people[Int(person)].abuse != .none { tally.add(cost, to: .abuseCostMinor) }
    book(cost: cost, of: Int(person))
    tally.add(cost, to: .incentiveMinor, day: day(of: minute))
    tally.add(
      cost, to: .incentiveMinor, month: month(of: minute),
      segment: Int(people[Int(person)].traits.segment), tier: Int(tier))
  }

  /// What an incentive costs that no order brings: by day, and by month, segment and tier.
  mutating func tallyIncentive(_ cost: Int64, of person: Int, at minute: Minute) {
    if people[person].abuse != .none { tally.add(cost, to: .abuseCostMinor) }
    tallyCost(cost, of: person, at: minute)
  }

  /// A cost of incentives that goes to nobody: by day, and by month, segment and tier.
  mutating func tallyCost(_ cost: Int64, of person: Int, at minute: Minute) {
    book(cost: cost, of: person)
    tally.add(cost, to: .incentiveMinor, day: day(of: minute))
    tally.add(
      cost, to: .incentiveMinor, month: month(of: minute),
      segment: Int(people[person].traits.segment),
      tier: plan.engine.tier(of: person, in: accounts, on: minute.day))
  }

  /// Counts members and their wear at the end of a month, by segment and tier.
  mutating func takeCensus(endOf month: Month) {
    guard isMeasuring else { return }
    let day = min(month.lastDay, plan.horizon.lastDay)
    let position = tally.layout.monthPosition(of: month)
    for person in lives.indices where lives[person].isMember {
      let segment = Int(people[person].traits.segment)
      let tier = plan.engine.tier(of: person, in: accounts, on: day)
      if remembers { rememberTier(tier, of: person, on: day) }
      let wear = lives[person].wear.level(
        at: day.advanced(by: 1).start.index, plan.segments[segment].reaction)
      tally.add(1, to: .membersAtMonthEnd, month: position, segment: segment, tier: tier)
      tally.add(
        Int64((wear * 1e6).rounded()), to: .wearMicroAtMonthEnd, month: position,
        segment: segment, tier: tier)
      if tally.layout.tagCount > 0 { countTags(of: person, on: day, month: position) }
    }
  }

  /// Closes the books at the end of the horizon.
  mutating func close(_ agenda: borrowing Agenda) {
    takeCensus(endOf: Month(plan.horizon.lastDay))
    loseControlVisits()
    for person in lives.indices {
      plan.engine.settle(person, in: &accounts, through: plan.horizon.lastDay, into: &sinks)
      if let second = secondAccount(of: person) {
        plan.engine.settle(second, in: &accounts, through: plan.horizon.lastDay, into: &sinks)
      }
      closeAccounts(of: person)
      if lives[person].isMember { tally.add(to: .membersAtEnd) }
      tallyReturns(lives[person])
    }
    closePartners()
    closeCouponLives()
    closeBooks()
    sinks.first.closeSeries()
    tallyBudgets()
    let face = plan.face(ofArm: arm)
    tally.add(face.of(tally[.pointsOutstanding], rounding: .halfUp), to: .outstandingMinor)
    tally.add(Int64(agenda.impulseCount), to: .impulses)
    tally.add(Int64(agenda.needCount), to: .needs)
  }

  private mutating func tallyReturns(_ life: Life) {
    let end = plan.horizon.end.index
    if life.wasEnrolledAtStart {
      tally.add(to: .enrolledAtStart)
      if life.orderCount >= 2 { tally.add(to: .repeaters) }
    }
    for window in ReturnWindow.all {
      if life.ownReturn.leaves(days: window.days, before: end) {
        tally.add(to: window.buyers)
        if life.ownReturn.returned(within: window.days) { tally.add(to: window.buyersAgain) }
      }
      guard life.sharedReturn.leaves(days: window.days, before: end) else { continue }
      tally.add(to: window.alwaysBuyers)
      if life.sharedReturn.returned(within: window.days) { tally.add(to: window.again) }
      if life.controlReturn.returned(within: window.days) { tally.add(to: window.controlAgain) }
    }
    let difference = Int64(life.orderCount) - Int64(life.controlOrderCount)
    tally.noteDifference(inOrders: difference)
    if difference > 0 { tally.add(to: .personsWithMoreOrders) }
    if difference < 0 { tally.add(to: .personsWithFewerOrders) }
  }
}

/// The columns of one repurchase window.
private struct ReturnWindow {
  let days: Int
  let alwaysBuyers, again, controlAgain, buyers, buyersAgain: TallyColumn

  static let all = [
    ReturnWindow(
      days: 30, alwaysBuyers: .alwaysBuyers30, again: .again30, controlAgain: .controlAgain30,
      buyers: .buyers30, buyersAgain: .buyersAgain30),
    ReturnWindow(
      days: 60, alwaysBuyers: .alwaysBuyers60, again: .again60, controlAgain: .controlAgain60,
      buyers: .buyers60, buyersAgain: .buyersAgain60),
    ReturnWindow(
      days: 90, alwaysBuyers: .alwaysBuyers90, again: .again90, controlAgain: .controlAgain90,
      buyers: .buyers90, buyersAgain: .buyersAgain90),
  ]
}
