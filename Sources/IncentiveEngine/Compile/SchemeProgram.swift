import PointsLedger
import Quantities
import Timeline

/// One scheme as the engine runs it: plain numbers, and ranges into the engine's flat arrays.
struct SchemeProgram: Sendable {
  // Earning and growth value.
  /// Points for each minor unit paid, or for each item.
  var earnShare = Share.nothing
  var growthShare = Share.nothing

  // Paying with points; `stepPoints` is zero where points cannot pay.
  var stepPoints: Int64 = 0
  var stepValue: Int64 = 0
  /// Steps in a number of points, and in an amount of money.
  var stepsOfPoints = Share.nothing
  var stepsOfValue = Share.nothing
  /// The fewest points that may be spent: whole steps.
  var smallestPoints: Int64 = 0
  /// The price of the cheapest reward, points as cash included; zero where there is none.
  var rewardPoints: Int64 = 0
  /// What it is worth.
  var rewardValue: Int64 = 0
  /// The most points that may be spent on an order.
  var maximumPoints: Int64 = .max
  var maximumShare = Share.whole

  // Where the scheme's rules stand in the engine's arrays.
  var firstTier: Int32 = 0
  var firstOffer: Int32 = 0
  var firstMultiplier: Int32 = 0
  var firstReward: Int32 = 0
  var firstSpendingLimit: Int32 = 0
  /// The scheme's stamp card in the engine's array; negative without one.
  var stampCard: Int32 = -1
  /// The first of the scheme's days in the engine's calendar.
  var firstCalendarDay: Int32 = 0
  var graceDays: Int32 = 0
  /// The period to whose end a grace is moved.
  var graceRounding: CalendarPeriod?
  /// Reviews on each member's own days, if the scheme has them.
  var ownReview: OwnReview?
  /// The months of which growth value counts, if it counts for a window.
  var growthWindow: GrowthWindow?
  /// What a reset leaves of growth value.
  var growthKept = Share.nothing
  /// Slots that an account needs.
  var slotCount: Int32 = 0
  var tierCount: UInt8 = 0
  var offerCount: UInt8 = 0
  var multiplierCount: UInt8 = 0
  var rewardCount: UInt8 = 0
  var spendingLimitCount: UInt8 = 0
  var firstBudget: Int32 = 0
  var budgetCount: UInt8 = 0
  /// The most points that an account may hold.
  var maximumBalance: Int64 = .max
  /// The rules of earning, and after them what `earn` says; none where `earn` alone decides.
  var firstEarning: Int32 = 0
  var earningCount: UInt8 = 0
  /// Points for becoming a member.
  var registrationPack: Int64 = 0
  var firstSpendGoal: Int32 = 0
  var spendGoalCount: UInt8 = 0
  var registrationRule = RuleID.none
  var firstInteraction: Int32 = 0
  var interactionCount: UInt8 = 0
  /// The scheme's rule of claims in the engine's array; negative without one.
  var claim: Int32 = -1
  var firstPrivilege: Int32 = 0
  var privilegeCount: UInt8 = 0
  /// What members paid in the year and how often they ordered in the month, where privileges look at
  /// it.
  var yearSpend: PeriodSlot?
  var monthOrders: PeriodSlot?
  /// The scheme's referral program in the engine's array; negative without one.
  var referral: Int32 = -1
  var hasReferral: Bool { referral >= 0 }
  /// The scheme's rules against abuse in the engine's array, if it has any.
  var risk: Int32 = -1
  var hasRisk = false
  var firstJourney: Int32 = 0
  var journeyCount: UInt8 = 0

  var hasPoints = false
  var earnsPerItem = false
  /// Whether points that an order earns may be pending at first.
  var hasPending = false
  /// Whether points live as long as the account is active.
  var slides = false
  /// Whether points of some tier expire by a rule of its own.
  var hasTierExpiry = false
  /// Whether reaching a tier extends points.
  var extendsOnRise = false
  /// Whether expired points may come back.
  var reinstates = false
  var isAdditive = false
  var hasWarning = false
  var growthResets = false
  /// Whether money paid, not growth value, counts toward tiers.
  var countsSpend = false
  var hasReview = false
  var fallsOneStep = false
  /// Whether an order may bring a reward by itself: a full stamp card, an automatic reward.
  var rewardsOrders = false
  /// Whether prices depend on more than the basket's sum: on its lines, or on groups of offers.
  var pricesByLine = false
  /// Whether orders are written down, so that they can be returned.
  var keepsOrders = false
  /// Whether accounts may be due by themselves.
  var hasTimers = false
  /// Whether messages pass a contact policy.
  var hasContactPolicy = false
  var firstBroadcast: Int32 = 0

  // Offers, one bit each.
  var coupons: UInt16 = 0
  var exclusives: UInt16 = 0
  var joiningCoupons: UInt16 = 0
  var firstOrderCoupons: UInt16 = 0
  /// Coupons for spend in a period.
  var goalCoupons: UInt16 = 0
  /// Those for which the time of the day matters.
  var timedOffers: UInt16 = 0
  /// Coupons that multiply the points of the order that uses them, one bit each.
  var pointCards: UInt16 = 0
}

/// One offer as the engine runs it.
struct OfferProgram: Sendable {
  var rule: RuleID
  var minimumSpend: Int64
  /// The steps of an amount off, in the engine's array; none for a share off.
  var firstStep = 0
  var stepCount = 0
  var share = Share.nothing
  var cap = Int64.max
  var validDays = 0
  var isCoupon = false
  /// The last day of a promotion that is announced to end.
  var lastDay = Int32.max
  /// The audience of a scheduled coupon; nothing if the calendar does not grant it.
  var audience: Audience?
}

extension SchemeProgram {
  /// Everything but the ranges.
  init(_ scheme: Scheme) {
    if let points = scheme.points { fill(points) }
    if let growth = scheme.growth {
      growthShare = Share(growth.perMinorPaid)
      growthResets = growth.reset != nil
      growthKept = Share(growth.kept)
    }
    if let tiers = scheme.tiers {
      countsSpend = tiers.basis == .spend
      hasTierExpiry = tiers.tiers.contains { $0.expiry != nil }
      hasReview = tiers.review != nil
      fallsOneStep = tiers.review?.downgrade == .oneStep
      graceDays = Int32(tiers.review?.graceDays ?? 0)
      graceRounding = tiers.review?.graceRoundedTo
    }
    (rewardPoints, rewardValue) = scheme.nearestReward
    rewardsOrders =
      scheme.stampCard != nil || scheme.rewards.contains { $0.automaticPerDay != nil }
    keepsOrders = scheme.refunds != nil
    isAdditive = scheme.multiplierCombination == .additive
    pricesByLine = scheme.pricesByLine
    pointCards = scheme.multipliers.reduce(0) { $0 | $1.card }
    for (position, offer) in scheme.offers.enumerated() {
      let bit: UInt16 = 1 << UInt16(position)
      if offer.stacking == .exclusive { exclusives |= bit }
      if offer.hasHours { timedOffers |= bit }
      guard case .coupon(let grant, _) = offer.access else { continue }
      coupons |= bit
      if grant == .onJoining { joiningCoupons |= bit }
      if grant == .onFirstOrder { firstOrderCoupons |= bit }
    }
  }

  private mutating func fill(_ points: PointsProgram) {
    hasPoints = true
    hasPending = points.hasPending
    slides = points.expiry.slides
    extendsOnRise = points.extensions.contains {
      if case .reaching = $0.trigger { true } else { false }
    }
    reinstates = points.reinstatement != nil
    hasWarning = points.warning != nil
    maximumBalance = points.maximumBalance?.count ?? .max
    registrationPack = points.registrationPack?.count ?? 0
    switch points.earn {
    case .perMinorPaid(let rate): earnShare = Share(rate)
    case .perItem(let number):
      earnsPerItem = true
      earnShare = Share(Rate(number.count))
    }
    guard let redeem = points.redeem else { return }
    stepPoints = redeem.stepPoints.count
    stepValue = redeem.stepValue.minor
    stepsOfPoints = Share(1, over: stepPoints)
    stepsOfValue = Share(1, over: stepValue)
    smallestPoints = redeem.smallestPoints.count
    maximumPoints = redeem.maximumPoints?.count ?? .max
    maximumShare = Share(redeem.maximumShareOfOrder)
  }
}

extension OfferProgram {
  init(_ offer: Offer, rule: RuleID, firstStep: Int) {
    self.rule = rule
    switch offer.benefit {
    case .amountOff(let steps):
      minimumSpend = steps.first?.minimumSpend.minor ?? 0
      self.firstStep = firstStep
      stepCount = steps.count
    case .shareOff(let share, let minimumSpend, let cap):
      self.minimumSpend = minimumSpend.minor
      self.share = Share(share)
      self.cap = cap?.minor ?? .max
    case .amountOffEach: minimumSpend = 0
    case .gift(let steps): minimumSpend = steps.first?.minimumSpend.minor ?? 0
    case .nthUnit(let rule):
      minimumSpend = 0
      share = Share(rule.off)
    }
    if case .promotion(.dates(let dates)) = offer.access { lastDay = dates.upperBound.index }
    guard case .coupon(let grant, let validDays) = offer.access else { return }
    isCoupon = true
    self.validDays = validDays
    audience = grant.audience
  }
}
