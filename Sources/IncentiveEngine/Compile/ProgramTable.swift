import Quantities
import Timeline

/// The rules of all the engine's schemes, laid out flat.
struct ProgramTable {
  var programs: [SchemeProgram] = []
  var tiers: [TierProgram] = []
  var offers: [OfferProgram] = []
  var offerHours: [OfferHours] = []
  var steps: [LadderStep] = []
  var multipliers: [MultiplierProgram] = []
  var calendar: [CalendarDay] = []
  var rewards: [RewardProgram] = []
  var spendingLimits: [SpendingLimitProgram] = []
  var stampCards: [StampProgram] = []
  /// How slots are joined when two accounts become one, for each scheme.
  var slotJoins: [[SlotJoin]] = []
  private var compiled: [CompiledScheme] = []
  var caps: [CapProgram] = []
  var interactions: [InteractionProgram] = []
  var budgets: [BudgetProgram] = []
  /// Budgets of the scope of a member, over all schemes.
  var memberBudgetCount = 0
  var lineRules = LineRules()
  var claims: [ClaimProgram] = []
  var earnings: [EarningProgram] = []
  var spendGoals: [SpendGoalProgram] = []
  var filterNumbers: [UInt16] = []
  var privileges: [PrivilegeProgram] = []
  var tags: [TagProgram] = []
  var tagLimits: [Int64] = []
  var tagStandards: [TagStandard] = []
  var journeys: [JourneyProgram] = []
  var journeySteps: [StepProgram] = []
  /// The items that hidden products are for.
  var privilegeItems: [UInt16] = []
  var referrals: [ReferralRules] = []
  var risks: [RiskProgram] = []
  var riskRings: [RiskRing] = []
  /// Places that the rings of one scheme need, at most.
  var riskPlaces = 0

  var contact = ContactRules()
  var broadcasts: [BroadcastProgram] = []

  /// Lays out one more scheme, with its calendar for the days given.
  mutating func append(_ compiled: CompiledScheme, days: ClosedRange<Day>) {
    let scheme = compiled.scheme
    var program = SchemeProgram(scheme)
    var slots = SlotAllocation()
    program.firstTier = Int32(tiers.count)
    program.firstOffer = Int32(offers.count)
    program.firstMultiplier = Int32(multipliers.count)
    program.firstCalendarDay = Int32(calendar.count)
    program.offerCount = UInt8(scheme.offers.count)
    program.multiplierCount = UInt8(scheme.multipliers.count)
    appendTiers(scheme.tiers?.tiers ?? [Tier(name: "", threshold: 0)])
    program.tierCount = UInt8(tiers.count - Int(program.firstTier))
    for (position, multiplier) in scheme.multipliers.enumerated() {
      multipliers.append(
        MultiplierProgram(multiplier, rule: compiled.rule(multiplier: position)))
    }
    for (position, offer) in scheme.offers.enumerated() {
      offers.append(
        OfferProgram(offer, rule: compiled.rule(offer: position), firstStep: steps.count))
      offerHours.append(OfferHours(offer))
      if case .amountOff(let ladder) = offer.benefit { steps += ladder }
    }
    append(budgetsOf: compiled, &program)
    for day in days { calendar.append(CalendarDay(scheme, on: day)) }
    appendSpending(compiled, to: &program, &slots)
    appendSpendGoals(of: scheme, to: &program, &slots)
    appendEarnings(of: compiled, to: &program, &slots)
    appendInteractions(of: compiled, to: &program, &slots)
    appendClaims(of: compiled, to: &program, &slots)
    appendPrivileges(of: compiled, to: &program, &slots)
    program.ownReview = OwnReview(scheme.tiers?.review, &slots)
    program.growthWindow = scheme.growth?.windowMonths.map { GrowthWindow(months: $0, &slots) }
    appendReferral(of: compiled, to: &program, &slots)
    appendRisk(of: compiled, to: &program)
    lineRules.append(scheme)
    appendTags(of: scheme)
    appendJourneys(of: scheme, to: &program)
    appendContact(of: compiled, to: &program)
    program.slotCount = slots.count
    slotJoins.append(slots.joins)
    self.compiled.append(compiled)
    programs.append(program)
  }

  /// The points mall, the stamp card, and what limits points as cash for each member.
  private mutating func appendSpending(
    _ compiled: CompiledScheme, to program: inout SchemeProgram, _ slots: inout SlotAllocation
  ) {
    let scheme = compiled.scheme
    program.firstReward = Int32(rewards.count)
    program.rewardCount = UInt8(scheme.rewards.count)
    let same = self.compiled.firstIndex { $0.hasRules(of: compiled) }
    let firstCounter = same.map { Int(programs[$0].firstReward) } ?? rewards.count
    for (position, reward) in scheme.rewards.enumerated() {
      rewards.append(
        RewardProgram(
          reward, rule: compiled.rule(reward: position), counter: firstCounter + position,
          isBudgeted: scheme.budgets.contains { $0.rules.contains(Budget.reward(reward.name)) },
          slots: &slots))
    }
    if let card = scheme.stampCard {
      program.stampCard = Int32(stampCards.count)
      stampCards.append(
        StampProgram(
          card, worth: scheme.value(of: card.reward), rule: compiled.stampRule,
          keepsOrders: scheme.refunds != nil, slots: &slots))
    }
    let limits = scheme.points?.redeem?.limits ?? []
    program.firstSpendingLimit = Int32(spendingLimits.count)
    program.spendingLimitCount = UInt8(limits.count)
    for limit in limits { spendingLimits.append(SpendingLimitProgram(limit, slots: &slots)) }
  }

  private mutating func appendContact(
    of compiled: CompiledScheme, to program: inout SchemeProgram
  ) {
    contact.append(compiled)
    program.hasContactPolicy = contact.programs[contact.programs.count - 1].isOn
    program.hasTimers = compiled.scheme.letsMessagesWait || !compiled.scheme.journeys.isEmpty
    program.firstBroadcast = Int32(broadcasts.count)
    for (position, broadcast) in compiled.scheme.broadcasts.enumerated() {
      broadcasts.append(
        BroadcastProgram(broadcast, rule: compiled.rule(broadcast: position)))
    }
  }

  private mutating func append(budgetsOf compiled: CompiledScheme, _ program: inout SchemeProgram) {
    program.firstBudget = Int32(budgets.count)
    program.budgetCount = UInt8(compiled.scheme.budgets.count)
    for (position, budget) in compiled.scheme.budgets.enumerated() {
      budgets.append(
        BudgetProgram(
          budget, of: compiled.scheme, rule: compiled.rule(budget: position),
          memberSlot: memberBudgetCount))
      if budget.scope == .member { memberBudgetCount += 1 }
    }
  }

  private mutating func appendTiers(_ ladder: [Tier]) {
    for (position, tier) in ladder.enumerated() {
      let next = position + 1 < ladder.count ? ladder[position + 1] : nil
      var program = TierProgram(tier, next: next)
      program.floor = UInt8(ladder[...position].lastIndex(where: \.isForEver) ?? 0)
      tiers.append(program)
    }
  }
}
