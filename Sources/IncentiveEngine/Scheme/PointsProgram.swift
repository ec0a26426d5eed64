public import Quantities
public import Timeline

/// How points are earned, spent and lost.
public struct PointsProgram: Sendable, Hashable {
  /// How a purchase earns points (M01) to which none of the rules fits.
  public var earn: EarnRule
  /// Rules of earning, in order: the first that fits an order earns.
  public var rules: [EarningRule]
  /// How points pay at checkout (M04), if they do.
  public var redeem: RedeemRule?
  /// When points that an order earns become active.
  public var activation: ActivationRule
  /// When points expire (M08).
  public var expiry: ExpiryRule
  /// What lets points live longer.
  public var extensions: [ExpiryExtension]
  /// Whether expired points come back, and how many.
  public var reinstatement: Reinstatement?
  /// The warning before points are lost (M08), if one is sent.
  public var warning: ExpiryWarning?
  /// Points for what is no purchase (M02), in order.
  public var interactions: [InteractionRule]
  /// The most points that a member may hold, pending ones included; what would go beyond is not
  /// earned.
  public var maximumBalance: Points?
  /// Points for becoming a member (M03), at marketing's expense: a cost, no deferred revenue.
  public var registrationPack: Points?
  /// When the registration pack becomes active.
  public var registrationActivation: ActivationRule
  /// Points for orders placed elsewhere (M14), if members may claim them.
  public var claims: ClaimRule?

  /// Creates the rules.
  public init(
    earn: EarnRule, redeem: RedeemRule? = nil, expiry: ExpiryRule = .never,
    warning: ExpiryWarning? = nil, interactions: [InteractionRule] = [],
    maximumBalance: Points? = nil, rules: [EarningRule] = [], registrationPack: Points? = nil,
    claims: ClaimRule? = nil, activation: ActivationRule = .atOnce,
    registrationActivation: ActivationRule = .atOnce, extensions: [ExpiryExtension] = [],
    reinstatement: Reinstatement? = nil
  ) {
    self.earn = earn
    self.redeem = redeem
    self.expiry = expiry
    self.warning = warning
    self.interactions = interactions
    self.maximumBalance = maximumBalance
    self.rules = rules
    self.registrationPack = registrationPack
    self.claims = claims
    self.activation = activation
    self.registrationActivation = registrationActivation
    self.extensions = extensions
    self.reinstatement = reinstatement
  }
}

/// What a purchase earns: truncated, never rounded up (M01).
public enum EarnRule: Sendable, Hashable {
  /// Points for each minor unit of money actually paid, after discounts and points.
  case perMinorPaid(Rate)
  /// Points for each item bought.
  case perItem(Points)

  /// A purchase earns nothing, unless by a rule.
  public static let nothing = EarnRule.perItem(.zero)
}

/// How points pay at checkout, in whole steps such as 100 points = ¥2 (M04).
public struct RedeemRule: Sendable, Hashable {
  /// Points in one step, more than zero.
  public var stepPoints: Points
  /// What one step pays.
  public var stepValue: Money
  /// The fewest points that may be spent on one order.
  public var minimumPoints: Points
  /// The most points that may be spent on one order, if limited.
  public var maximumPoints: Points?
  /// The largest share of an order, after discounts, that points may pay.
  public var maximumShareOfOrder: Rate
  /// The most points that one member may spend on orders in a day, a month, or ever; all hold.
  public var limits: [SpendingLimit]

  /// Creates the rule.
  public init(
    stepPoints: Points, stepValue: Money, minimumPoints: Points = .zero,
    maximumPoints: Points? = nil, maximumShareOfOrder: Rate = .one, limits: [SpendingLimit] = []
  ) {
    self.stepPoints = stepPoints
    self.stepValue = stepValue
    self.minimumPoints = minimumPoints
    self.maximumPoints = maximumPoints
    self.maximumShareOfOrder = maximumShareOfOrder
    self.limits = limits
  }
}

/// The most points that one member may spend on orders in each period (M04).
public struct SpendingLimit: Sendable, Hashable {
  /// The most points; an order may spend what is left of them, in whole steps.
  public var points: Points
  /// The period of the calendar; nothing means for ever.
  public var period: CalendarPeriod?

  /// Creates the limit.
  public init(points: Points, period: CalendarPeriod? = nil) {
    self.points = points
    self.period = period
  }
}

/// When points expire, by lot.
///
/// The last day is a day on which they may still be spent.
public enum ExpiryRule: Sendable, Hashable {
  /// Never.
  case never
  /// Months after issue, moved to the end of the period named, if one is.
  case afterMonths(Int, roundedTo: CalendarPeriod?)
  /// Days after issue, moved to the end of the period named, if one is.
  case afterDays(Int, roundedTo: CalendarPeriod?)
  /// On the next of these dates of every year that leaves the points so many days.
  case onDates([YearDate], leastDays: Int)
  /// All points of the account together, so long after its last activity.
  case afterInactivity(InactivityRule)

  /// The most dates of a year.
  ///
  /// assumption: 20, as Voucherify's calendar of expiry has.
  public static let maximumDateCount = 20
}

/// A monthly message to whoever loses points at that month's end (M08).
public struct ExpiryWarning: Sendable, Hashable {
  /// The day of the month it is sent; a shorter month's last day.
  public var dayOfMonth: Int
  /// The hour of the day it is sent.
  public var hour: Int

  /// Creates the warning.
  public init(dayOfMonth: Int, hour: Int = 10) {
    self.dayOfMonth = dayOfMonth
    self.hour = hour
  }
}

/// Growth value: earned like points, counts toward tiers only, set to zero at period ends (M09).
public struct GrowthProgram: Sendable, Hashable {
  /// Growth value for each minor unit of money actually paid, truncated.
  public var perMinorPaid: Rate
  /// The period at whose end growth value becomes zero, if it does; points are never touched.
  public var reset: CalendarPeriod?
  /// The share of growth value that a reset leaves, rounded down: zero, or decay.
  public var kept: Rate
  /// Of how many months of the calendar growth value counts, the present one among them; nothing
  /// means that what was earned counts until a reset.
  public var windowMonths: Int?
  /// The message that says how much is missing to the next tier, if one is sent.
  public var progress: TierProgressMessage?

  /// Creates the rules.
  public init(
    perMinorPaid: Rate, reset: CalendarPeriod? = nil, kept: Rate = .zero,
    windowMonths: Int? = nil, progress: TierProgressMessage? = nil
  ) {
    self.perMinorPaid = perMinorPaid
    self.reset = reset
    self.kept = kept
    self.windowMonths = windowMonths
    self.progress = progress
  }
}
