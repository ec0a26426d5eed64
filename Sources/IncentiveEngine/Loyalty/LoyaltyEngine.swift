public import PointsLedger
public import Quantities
public import Timeline

/// The incentive engine: runs any number of compiled schemes, one for each account.
///
/// Rules stand in flat arrays of plain numbers, and each scheme's calendar is worked out for the
/// days announced, so that a quote or an order neither allocates nor counts references. Days
/// outside those are answered all the same, a little slower.
///
/// What a purchase does, in order: points spent, points earned on the money paid, a bonus for each
/// multiplier, growth value and spend counted, a higher tier, coupons used, first-order coupons.
/// Every reduction and every number of points earned is rounded down.
public struct LoyaltyEngine: Engine {
  /// All accounts of one community, contiguous.
  public typealias Accounts = SchemeAccounts

  /// The schemes, by the index that accounts carry.
  public let schemes: [CompiledScheme]
  /// The days whose calendar is worked out.
  public let days: ClosedRange<Day>
  let programs: [SchemeProgram]
  let tiers: [TierProgram]
  let offers: [OfferProgram]
  let offerHours: [OfferHours]
  let steps: [LadderStep]
  let multipliers: [MultiplierProgram]
  let calendar: [CalendarDay]
  let rewards: [RewardProgram]
  let spendingLimits: [SpendingLimitProgram]
  let stampCards: [StampProgram]
  let slotJoins: [[SlotJoin]]
  let caps: [CapProgram]
  let interactions: [InteractionProgram]
  let claims: [ClaimProgram]
  let earnings: [EarningProgram]
  let spendGoals: [SpendGoalProgram]
  let filterNumbers: [UInt16]
  let privileges: [PrivilegeProgram]
  let privilegeItems: [UInt16]
  let tagPrograms: [TagProgram]
  let tagLimits: [Int64]
  let tagStandards: [TagStandard]
  let referrals: [ReferralRules]
  /// Whether a scheme looks at who stands behind accounts.
  var keepsIdentities: Bool { !referrals.isEmpty || !risks.isEmpty }
  let risks: [RiskProgram]
  let riskRings: [RiskRing]
  private let riskPlaces: Int
  let journeys: [JourneyProgram]
  let journeySteps: [StepProgram]
  let budgets: [BudgetProgram]
  let memberBudgetCount: Int
  let lineRules: LineRules
  let contactRules: ContactRules
  let broadcasts: [BroadcastProgram]
  let campaigns: CampaignNumbers
  /// Whether a scheme's rules are those of another: by the one that is left, then the one adopted.
  let continues: [[Bool]]

  /// Creates an engine.
  ///
  /// - Parameters:
  ///   - schemes: At least one scheme.
  ///   - days: The days on which most events happen, history included.
  public init(schemes: [CompiledScheme], days: ClosedRange<Day>) {
    precondition(!schemes.isEmpty, "an engine runs at least one scheme")
    var table = ProgramTable()
    for scheme in schemes { table.append(scheme, days: days) }
    self.schemes = schemes
    self.days = days
    programs = table.programs
    tiers = table.tiers
    offers = table.offers
    offerHours = table.offerHours
    steps = table.steps
    multipliers = table.multipliers
    calendar = table.calendar
    rewards = table.rewards
    spendingLimits = table.spendingLimits
    stampCards = table.stampCards
    slotJoins = table.slotJoins
    caps = table.caps
    interactions = table.interactions
    claims = table.claims
    earnings = table.earnings
    spendGoals = table.spendGoals
    filterNumbers = table.filterNumbers
    privileges = table.privileges
    privilegeItems = table.privilegeItems
    tagPrograms = table.tags
    tagLimits = table.tagLimits
    tagStandards = table.tagStandards
    referrals = table.referrals
    (risks, riskRings, riskPlaces) = (table.risks, table.riskRings, table.riskPlaces)
    journeys = table.journeys
    journeySteps = table.journeySteps
    budgets = table.budgets
    memberBudgetCount = table.memberBudgetCount
    lineRules = table.lineRules
    contactRules = table.contact
    broadcasts = table.broadcasts
    campaigns = CampaignNumbers(schemes)
    continues = schemes.map { left in schemes.map { left.hasRules(of: $0) } }
  }

  /// Makes accounts that are not members yet, all under one scheme.
  public func makeAccounts(count: Int, scheme: Int) -> SchemeAccounts {
    precondition(programs.indices.contains(scheme), "accounts are under one of the schemes")
    let slotStride = programs.reduce(0) { max($0, Int($1.slotCount)) }
    var accounts = SchemeAccounts(
      count: count, scheme: scheme, slotStride: slotStride, rewardCount: rewards.count,
      budgets: BudgetBook(
        budgetCount: budgets.count, memberBudgetCount: memberBudgetCount, accountCount: count))
    if programs.contains(where: \.hasTimers) { accounts.timers = AccountTimers(count: count) }
    makeContactBook(of: &accounts, scheme: scheme)
    if !risks.isEmpty { accounts.risk = RiskBook(accountCount: count, ringPlaces: riskPlaces) }
    accounts.settlesFirst = programs.contains { $0.reinstates }
    accounts.tags = TagBook(
      accountCount: count, stride: tagStandards.reduce(0) { max($0, $1.months) })
    accounts.journeys = JourneyBook(
      accountCount: count, stride: programs.reduce(0) { max($0, Int($1.journeyCount)) })
    return accounts
  }

  /// The best legal stack of offers for a basket, and where the account stands.
  public func quote(
    _ basket: borrowing Span<BasketLine>, for account: Int, in accounts: borrowing SchemeAccounts,
    at minute: Minute
  ) -> Quote {
    let total = BasketTotal(basket)
    var quote = Quote(list: Money(minor: total.list))
    guard accounts.states[account].isMember else { return quote }
    if accounts.nextChange <= minute.index {
      return quoteWhenSettled(basket, account, accounts, at: minute)
    }
    // The lots are read first: they come from memory while the price is worked out.
    let standing = accounts.standing(account, on: minute.day)
    let touch = touch(account, in: accounts, at: minute)
    if holdsBudgets(touch, accounts) {
      return affordableQuote(of: basket, total, standing, account, accounts, touch)
    }
    let price = bestPrice(
      of: basket, total, among: .max, account, accounts, touch)
    fill(&quote, price, basket, total, standing, account, accounts, touch)
    return quote
  }

  @inline(never)
  private func quoteWhenSettled(
    _ basket: borrowing Span<BasketLine>, _ account: Int, _ accounts: borrowing SchemeAccounts,
    at minute: Minute
  ) -> Quote {
    quote(basket, for: account, in: settled(accounts, at: minute), at: minute)
  }

  /// Handles one event; a refused one changes nothing but that what was due by then happens: pending
  /// points become active or lapse, reservations run out.
  public func handle<Sink: TransferSink>(
    _ event: Event, basket: borrowing Span<BasketLine>, for account: Int,
    in accounts: inout SchemeAccounts, at minute: Minute, into sink: inout Sink
  ) -> Decision {
    if accounts.nextChange <= minute.index { settleWaiting(&accounts, at: minute, into: &sink) }
    if accounts.settlesFirst { settleDue(account, &accounts, on: minute.day, into: &sink) }
    guard case .order(let offers, let points) = event else {
      let decision = handleRarer(event, basket, account, &accounts, at: minute, into: &sink)
      if accounts.journeys.isOn, decision.refusal == .none {
        follow(event, decision, account, &accounts, at: minute)
      }
      return decision
    }
    return order(
      basket, offers: offers, points: points.count, account, &accounts, at: minute, into: &sink)
  }

  /// Handles an event that is no order; apart, so that an order's decision is copied once less.
  @inline(never)
  private func handleRarer<Sink: TransferSink>(
    _ event: Event, _ basket: borrowing Span<BasketLine>, _ account: Int,
    _ accounts: inout SchemeAccounts, at minute: Minute, into sink: inout Sink
  ) -> Decision {
    switch event {
    case .order: preconditionFailure("orders are handled by themselves")
    case .join(let birthday):
      return join(birthday, account, &accounts, at: minute, into: &sink)
    case .scheduled(let kind):
      return scheduled(kind, account, &accounts, at: minute, into: &sink)
    case .deposit(let offer):
      return deposit(offer, account, &accounts, at: minute)
    case .exchange(let rule, let points):
      return exchange(rule, points, account, &accounts, at: minute, into: &sink)
    case .merge(let other):
      return merge(other, account, &accounts, at: minute, into: &sink)
    case .redeem(let reward):
      return redeem(reward, account, &accounts, at: minute, into: &sink)
    case .interaction(let rule):
      return interact(rule, account, &accounts, at: minute, into: &sink)
    case .claim(let amount):
      return claim(amount, account, &accounts, at: minute, into: &sink)
    case .adopt(let scheme):
      return adopt(scheme, account, &accounts, at: minute, into: &sink)
    case .reserve(let offers, let points, let minutes):
      return reserve(
        basket, offers: offers, points: points.count, minutes: minutes, account, &accounts,
        at: minute, into: &sink)
    case .commit(let number):
      return commit(number, account, &accounts, at: minute, into: &sink)
    case .release(let number):
      return release(number, account, &accounts, at: minute, into: &sink)
    case .refund(let order, let part):
      return refund(order, part, basket, account, &accounts, at: minute, into: &sink)
    case .timer:
      return runTimer(account, &accounts, at: minute, into: &sink)
    case .optOut(let channel): return optOut(of: channel, account, &accounts)
    case .joinInvited(let birthday, let inviter, let identity):
      return joinInvited(
        birthday, by: inviter, identity, account, &accounts, at: minute, into: &sink)
    case .identify(let identity):
      return identify(identity, account, &accounts, at: minute, into: &sink)
    case .activeHour(let hour): return know(activeHour: hour, account, &accounts)
    case .joinIdentified(let birthday, let identity):
      return join(birthday, as: identity, account, &accounts, at: minute, into: &sink)
    case .reviewed(let outcome):
      return reviewed(outcome, account, &accounts, at: minute, into: &sink)
    case .opened: return Decision()
    }
  }

  /// Makes active and expires what is due by the end of a day.
  public func settle<Sink: TransferSink>(
    _ account: Int, in accounts: inout SchemeAccounts, through day: Day, into sink: inout Sink
  ) {
    activateDue(account, &accounts, on: day, into: &sink)
    lapseDated(account, &accounts, on: day.advanced(by: 1), into: &sink)
    lapse(account, &accounts, on: day.advanced(by: 1), into: &sink)
    accounts.ledger.settleExpiry(of: account, asOf: day.advanced(by: 1), into: &sink)
  }
}
