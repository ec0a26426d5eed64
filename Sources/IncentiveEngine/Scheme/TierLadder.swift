public import Quantities
public import Timeline

/// Tiers from lowest to highest, what counts toward them, and when they are reviewed (M26, M27).
public struct TierLadder: Sendable, Hashable {
  /// The tiers, thresholds ascending; the first one's threshold is zero: every member is in it.
  public var tiers: [Tier]
  /// What counts toward a threshold.
  public var basis: TierBasis
  /// When a tier may be lost; nothing means never.
  public var review: TierReview?

  /// Creates the ladder.
  public init(tiers: [Tier], basis: TierBasis, review: TierReview? = nil) {
    self.tiers = tiers
    self.basis = basis
    self.review = review
  }
}

/// What counts toward a tier: never the spendable balance.
public enum TierBasis: UInt8, Sendable, Hashable, CaseIterable {
  /// Growth value since its last reset.
  case growth
  /// Money actually paid, in minor units, since the last review.
  case spend
}

/// One tier.
public struct Tier: Sendable, Hashable {
  /// The name that planners use.
  public var name: String
  /// Growth value, or minor units of money, at which a member rises to it at once.
  public var threshold: Int64
  /// The share of the list price that its members pay.
  public var price: Rate
  /// Prices of single items (M28), which stand in for the share on those items.
  public var memberPrices: [MemberPrice]
  /// Whether nobody ever falls out of it.
  public var isForEver: Bool
  /// When points expire that are issued to its members; nothing means as the program's do.
  public var expiry: ExpiryRule?

  /// Creates the tier.
  public init(
    name: String, threshold: Int64, price: Rate = .one, memberPrices: [MemberPrice] = [],
    isForEver: Bool = false, expiry: ExpiryRule? = nil
  ) {
    self.name = name
    self.threshold = threshold
    self.price = price
    self.memberPrices = memberPrices
    self.isForEver = isForEver
    self.expiry = expiry
  }
}

/// What members of a tier pay for one unit of an item (M28); the list price if that is lower.
public struct MemberPrice: Sendable, Hashable {
  /// The item's position in the scenario's catalogue; see ``BasketLine/item``.
  public var item: UInt16
  /// The price of one unit.
  public var price: Money

  /// Creates the price.
  public init(item: UInt16, price: Money) {
    self.item = item
    self.price = price
  }
}

/// When members who no longer qualify lose their tier.
///
/// A review looks at what was counted in the period that ends. Whoever qualified keeps the tier;
/// whoever did not has `graceDays` to reach the threshold in the new period, and then steps down.
public struct TierReview: Sendable, Hashable {
  /// When reviews happen.
  ///
  /// Months are counted from the first day, never from the review before: after 31 January come 28 or
  /// 29 February and 31 March, after 29 February the 28th in years without one.
  public enum Cycle: Sendable, Hashable {
    /// At the end of every such period of the calendar.
    case calendar(CalendarPeriod)
    /// Every so many days, counted from a day that the whole program shares.
    case everyDays(Int, from: Day)
    /// So many months after the member joined, and again after as many: everybody has own days. Who was
    /// a member before counts from the day on which the scheme began.
    case sinceJoining(months: Int)
    /// So many months after the member came into the present tier, and again after as many.
    case sinceTier(months: Int)
  }

  /// How far a member falls.
  public enum Downgrade: UInt8, Sendable, Hashable, CaseIterable {
    /// One tier at a time.
    case oneStep
    /// To the tier that what was counted earns.
    case reassess
  }

  /// When reviews happen.
  public var cycle: Cycle
  /// How far a member falls.
  public var downgrade: Downgrade
  /// Days after a failed review in which the tier is kept and can be regained.
  public var graceDays: Int
  /// The period to whose end the last day of a grace is moved, if it is.
  ///
  /// A grace of 30 days after 20 July ends on 19 August; to the month's end, on 31 August.
  public var graceRoundedTo: CalendarPeriod?
  /// The warning before the review, if one is sent.
  public var warning: TierWarning?

  /// Creates the rule.
  public init(
    cycle: Cycle, downgrade: Downgrade = .reassess, graceDays: Int = 0,
    graceRoundedTo: CalendarPeriod? = nil, warning: TierWarning? = nil
  ) {
    self.cycle = cycle
    self.downgrade = downgrade
    self.graceDays = graceDays
    self.graceRoundedTo = graceRoundedTo
    self.warning = warning
  }
}
