public import PointsLedger
import Timeline

/// All accounts of one community under the engine's schemes: 104 bytes each, their points, and the
/// slots that the rules of the engine's schemes need.
public struct SchemeAccounts: Sendable {
  var states: [AccountState]
  /// Counters of all accounts, `slotStride` places each; none where no rule counts.
  var slots: [Int64]
  /// Places for counters in each account: what the scheme that needs most needs.
  let slotStride: Int
  /// How many of each reward the community has taken, by the engine's counters.
  var rewardsTaken: [Int64]
  /// Coupons that wait for another of their kind to be used; none where accounts are not merged.
  var spareCoupons: [SpareCoupon] = []
  /// The first minute at which something that waits changes by itself; `Int32.max` if nothing waits.
  var nextChange = Int32.max
  /// Orders that are placed and still to be paid; none where nobody reserves.
  var reservations = Reservations()
  /// What is counted of budgets.
  public internal(set) var budgets: BudgetBook
  /// The points of all accounts.
  public internal(set) var ledger: PointsLedger
  /// The orders that may be returned; none where no scheme has refunds.
  var book = OrderBook()
  /// When pending points become active; none where no points are pending.
  var pending = PendingPoints()
  /// Until when sliding points live; none where no points slide.
  var clocks = ActivityClocks()
  /// Expired points that may come back; none where none do.
  var lapsed = LapsedPoints()
  /// When accounts are next due by themselves; empty where no scheme has timers.
  var timers = AccountTimers()
  /// What tags look at; empty where no scheme has tags.
  var tags = TagBook()
  /// What is remembered of messages; empty where no scheme has a contact policy.
  var contacts = ContactBook()
  /// Who invited whom, and who stands behind accounts; none where no scheme asks.
  var invitations = Invitations()
  /// Where accounts stand in journeys; empty where no scheme has any.
  var journeys = JourneyBook()
  /// What rules against abuse remember; empty where no scheme has any.
  var risk = RiskBook()
  /// Whether points may have become active, or lapsed, unnoticed.
  var settlesFirst = false

  init(
    count: Int, scheme: Int, slotStride: Int = 0, rewardCount: Int = 0,
    budgets: BudgetBook = .none
  ) {
    self.budgets = budgets
    self.slotStride = slotStride
    rewardsTaken = Array(repeating: 0, count: rewardCount)
    slots = Array(repeating: 0, count: count * slotStride)
    states = Array(repeating: AccountState(scheme: UInt16(scheme)), count: count)
    ledger = PointsLedger(holderCount: count)
  }

  /// The number of accounts.
  public var count: Int { states.count }

  /// The bytes that accounts, balances and lots occupy.
  public var byteCount: Int {
    states.count * MemoryLayout<AccountState>.stride
      + slots.count * MemoryLayout<Int64>.stride + ledger.byteCount + book.byteCount
      + pending.byteCount + clocks.byteCount + lapsed.byteCount + timers.byteCount
      + tags.byteCount
      + contacts.byteCount
      + invitations.byteCount + journeys.byteCount + risk.byteCount
  }
}

/// What the engine knows of one account beside its points: 104 bytes.
struct AccountState: Sendable, Equatable {
  /// Growth value since its last reset.
  var growth: Int64 = 0
  /// Money paid since the last review, in minor units, where spend counts toward tiers.
  var spendMinor: Int64 = 0
  /// The day of the last order, or of joining.
  var lastOrder: Int32 = 0
  /// The last day of a grace; `Day.never` outside one.
  var graceLastDay: Int32 = Day.never.index
  /// Orders since joining.
  var orderCount: UInt32 = 0
  var scheme: UInt16
  /// Coupons held, one bit each, those included whose last day has passed unnoticed.
  var coupons: UInt16 = 0
  var birthday = Birthday(month: 0, day: 0)
  var isMember = false
  var tier: UInt8 = 0
  /// The tier after the grace.
  var graceTier: UInt8 = 0
  /// Channels that are closed for ever.
  var optedOut: ChannelSet = []
  /// The full hour of the day at which the member is active; 24 where nobody has told it.
  var activeHour: UInt8 = 24
  /// The last day of each coupon held.
  var couponLastDay = InlineArray<16, Int32>(repeating: 0)

  init(scheme: UInt16) { self.scheme = scheme }

  /// What counts toward tiers.
  func counted(_ program: borrowing SchemeProgram) -> Int64 {
    program.countsSpend ? spendMinor : growth
  }

  /// Whether the account holds a coupon that is still good.
  func holds(_ offer: Int, on day: Day) -> Bool {
    coupons & (1 << UInt16(offer)) != 0 && couponLastDay[offer] >= day.index
  }

  static func == (left: AccountState, right: AccountState) -> Bool {
    left.growth == right.growth && left.spendMinor == right.spendMinor
      && left.lastOrder == right.lastOrder
      && left.graceLastDay == right.graceLastDay && left.orderCount == right.orderCount
      && left.scheme == right.scheme && left.coupons == right.coupons
      && left.birthday == right.birthday && left.isMember == right.isMember
      && left.tier == right.tier && left.graceTier == right.graceTier
      && left.optedOut == right.optedOut && left.activeHour == right.activeHour
      && left.couponLastDay.indices.allSatisfy { left.couponLastDay[$0] == right.couponLastDay[$0] }
  }
}

extension SchemeAccounts: Equatable {}
