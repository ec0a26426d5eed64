public import PointsLedger
public import Quantities
public import Timeline

/// An incentive engine: a pure state machine, `(scheme, account, event) → decision`.
///
/// The simulation is generic over it and specialized by the compiler. Two conform here:
/// ``LoyaltyEngine``, which runs schemes, and ``NoIncentives``, which the docking tests use; a
/// user may plug in a third.
public protocol Engine: Sendable {
  /// All accounts of one community, contiguous; a value, so that arms start from one snapshot.
  associatedtype Accounts: Sendable

  /// Makes accounts that are not members yet, all under one scheme.
  func makeAccounts(count: Int, scheme: Int) -> Accounts

  /// The best legal stack of offers for a basket, and where the account stands; changes nothing.
  ///
  /// An account that is no member's gets the list price.
  func quote(
    _ basket: borrowing Span<BasketLine>, for account: Int, in accounts: borrowing Accounts,
    at minute: Minute
  ) -> Quote

  /// Every rule that looks at an order of a basket on which so many points are spent: what it does,
  /// or why not. For explanations, not for the hot path; an engine without rules finds nothing.
  func explain(
    _ basket: borrowing Span<BasketLine>, spending points: Points, for account: Int,
    in accounts: borrowing Accounts, at minute: Minute
  ) -> [RuleFinding]

  /// The rewards of the points mall that the account could take now; an engine need not have any.
  func rewardChoices(
    for account: Int, in accounts: borrowing Accounts, at minute: Minute
  ) -> [RewardChoice]

  /// The most that the account could exchange now by a rule of its scheme, the member holding so many
  /// points of the partner's; an engine need not exchange any.
  func exchangeChoice(
    _ rule: Int, partnerPoints: Points, for account: Int, in accounts: borrowing Accounts,
    at minute: Minute
  ) -> ExchangeChoice?

  /// By how much the basket's list price must grow to reach the nearest threshold of an offer that
  /// is open to the member; zero when none is above.
  func missingToThreshold(
    _ basket: borrowing Span<BasketLine>, for account: Int, in accounts: borrowing Accounts,
    at minute: Minute
  ) -> Money

  /// Handles one event. Events of one account come in time order. `basket` is empty but for orders and
  /// refunds by line.
  func handle<Sink: TransferSink>(
    _ event: Event, basket: borrowing Span<BasketLine>, for account: Int,
    in accounts: inout Accounts, at minute: Minute, into sink: inout Sink
  ) -> Decision

  /// The points that an account would get for an event that is no order; changes nothing.
  func award(
    for event: Event, _ account: Int, in accounts: borrowing Accounts, at minute: Minute
  ) -> Points

  /// The points that an order at these terms, paid without points, would make spendable beside those
  /// it earns; an engine need not have points that wait.
  func pointsBrought(
    byOrderAt terms: Quote, for account: Int, in accounts: borrowing Accounts, at minute: Minute
  ) -> Points

  /// Expires what is due by the end of a day, for the balances at the end of a run.
  func settle<Sink: TransferSink>(
    _ account: Int, in accounts: inout Accounts, through day: Day, into sink: inout Sink)

  /// The moments of the calendar at which a scheme does something for all its members, in order.
  func schedule(ofScheme scheme: Int, from first: Day, through last: Day) -> [ScheduledEvent]

  /// Whether accounts under a scheme may be due for ``Event/timer``; if not, nobody asks when.
  func hasTimers(ofScheme scheme: Int) -> Bool

  /// The minute at which the account is next due for ``Event/timer``, `Int32.max` if never; it may
  /// change with every event of the account.
  func nextTimer(of account: Int, in accounts: borrowing Accounts) -> Int32

  /// What a deposit on an offer costs and counts for; nothing if none buys it.
  func depositTerms(ofOffer offer: Int, inScheme scheme: Int) -> DepositTerms?

  /// The number under which a scheduled message is known to random draws, below 65,536; the same
  /// for what is the same message under several schemes.
  func campaign(of kind: ScheduledKind, inScheme scheme: Int) -> Int

  /// The account's tier on a day, a grace that has run out included.
  func tier(of account: Int, in accounts: borrowing Accounts, on day: Day) -> Int

  /// The number of the account's active points on a day.
  func balance(of account: Int, in accounts: borrowing Accounts, on day: Day) -> Points

  /// All points of the account on a day, active or pending, if nothing happens until then.
  func heldPoints(of account: Int, in accounts: borrowing Accounts, on day: Day) -> Points

  /// The number of coupons that the account holds on a day.
  func couponCount(of account: Int, in accounts: borrowing Accounts, on day: Day) -> Int

  /// Whether the account holds a coupon of the scheme on a day, by its offer's position.
  func holdsCoupon(
    _ offer: Int, _ account: Int, in accounts: borrowing Accounts, on day: Day
  ) -> Bool

  /// The names of a scheme's tags, in the order of their bits; an engine need not have any.
  func tagNames(ofScheme scheme: Int) -> [String]

  /// The tags of an account on a day.
  func tags(of account: Int, in accounts: borrowing Accounts, on day: Day) -> TagSet

  /// The budgets of a scheme, by their positions among those of all schemes.
  func budgets(ofScheme scheme: Int) -> [(position: Int, budget: Budget)]

  /// What an invitation by a member that becomes valid would bring now; an engine need not know any.
  func invitationTerms(
    for account: Int, in accounts: borrowing Accounts, at minute: Minute
  ) -> InvitationTerms?

  /// What is counted of a budget, as of a day.
  func budgetState(_ position: Int, in accounts: borrowing Accounts, on day: Day) -> BudgetState

  /// Changes what is counted of budgets; a new period begins first, if one does on this day.
  func updateBudgets(
    of accounts: inout Accounts, on day: Day, _ change: (inout BudgetBook) -> Void)
}

extension Engine {
  /// Zero: an engine need not have thresholds.
  public func missingToThreshold(
    _ basket: borrowing Span<BasketLine>, for account: Int, in accounts: borrowing Accounts,
    at minute: Minute
  ) -> Money { .zero }

  /// Zero: an engine need not have points that wait.
  public func pointsBrought(
    byOrderAt terms: Quote, for account: Int, in accounts: borrowing Accounts, at minute: Minute
  ) -> Points { .zero }

  /// No: an engine need not do anything by itself.
  public func hasTimers(ofScheme scheme: Int) -> Bool { false }

  /// Never: an engine need not do anything by itself.
  public func nextTimer(of account: Int, in accounts: borrowing Accounts) -> Int32 { .max }

  /// None: an engine need not sell coupons.
  public func depositTerms(ofOffer offer: Int, inScheme scheme: Int) -> DepositTerms? { nil }

  /// None: an engine need not have coupons.
  public func couponCount(
    of account: Int, in accounts: borrowing Accounts, on day: Day
  ) -> Int { 0 }

  /// No: an engine need not have coupons.
  public func holdsCoupon(
    _ offer: Int, _ account: Int, in accounts: borrowing Accounts, on day: Day
  ) -> Bool { false }

  /// None: an engine need not reward anything but orders.
  public func award(
    for event: Event, _ account: Int, in accounts: borrowing Accounts, at minute: Minute
  ) -> Points { .zero }

  /// The active ones: an engine need not have points that wait.
  public func heldPoints(of account: Int, in accounts: borrowing Accounts, on day: Day) -> Points {
    balance(of: account, in: accounts, on: day)
  }

  /// None: an engine need not have tags.
  public func tagNames(ofScheme scheme: Int) -> [String] { [] }

  /// None: an engine need not have tags.
  public func tags(of account: Int, in accounts: borrowing Accounts, on day: Day) -> TagSet { [] }

  /// None: an engine need not have budgets.
  public func budgets(ofScheme scheme: Int) -> [(position: Int, budget: Budget)] { [] }

  /// Nothing is counted.
  public func budgetState(
    _ position: Int, in accounts: borrowing Accounts, on day: Day
  ) -> BudgetState { BudgetState() }

  /// There is nothing to change.
  public func updateBudgets(
    of accounts: inout Accounts, on day: Day, _ change: (inout BudgetBook) -> Void
  ) {}

  /// Kinds in their order; coupons by their position.
  public func campaign(of kind: ScheduledKind, inScheme scheme: Int) -> Int {
    switch kind {
    case .growthReset: 0
    case .tierReview: 1
    case .expiryWarning: 2
    case .tierProgress: 8
    case .tierWarning: 9
    case .privilege: 10
    case .expiryExtension: 11
    case .couponGrant(let offer), .balanceDue(let offer): 16 + offer
    case .broadcast(let position): 16 + Scheme.maximumOfferCount + position
    }
  }

  /// None: an engine need not have a points mall.
  public func rewardChoices(
    for account: Int, in accounts: borrowing Accounts, at minute: Minute
  ) -> [RewardChoice] { [] }

  /// Nothing: an engine need not exchange points.
  public func exchangeChoice(
    _ rule: Int, partnerPoints: Points, for account: Int, in accounts: borrowing Accounts,
    at minute: Minute
  ) -> ExchangeChoice? { nil }

  /// Nothing: an engine need not know invitations.
  public func invitationTerms(
    for account: Int, in accounts: borrowing Accounts, at minute: Minute
  ) -> InvitationTerms? { nil }

  /// Nothing: an engine need not explain itself.
  public func explain(
    _ basket: borrowing Span<BasketLine>, spending points: Points, for account: Int,
    in accounts: borrowing Accounts, at minute: Minute
  ) -> [RuleFinding] { [] }
}
