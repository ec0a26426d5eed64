public import IncentiveEngine
public import Measurement
public import MemberBehavior
public import MemberPopulation
public import Quantities
internal import Randomness
public import Timeline

/// One segment, ready to be drawn from and to react.
public struct SegmentModel: Sendable {
  /// Who its people are.
  public var traits: TraitModel
  /// How they react.
  public var reaction: ReactionModel
  /// The share of people in this segment and those before it.
  public var cumulativeShare: Double
  /// Busy and quiet days of all simulated ones; nothing where all are alike.
  public var clock: DemandClock?

  /// Creates a segment.
  public init(
    traits: TraitModel, reaction: ReactionModel, cumulativeShare: Double, clock: DemandClock? = nil
  ) {
    self.traits = traits
    self.reaction = reaction
    self.cumulativeShare = cumulativeShare
    self.clock = clock
  }
}

/// One arm, ready to run.
public struct ArmPlan: Sendable {
  /// The arm's scheme among the engine's.
  public var scheme: Int
  /// What one of its messages costs, by the channel's number.
  public var messageCosts: [Money]
  /// What a minute of a guide costs.
  public var staffMinuteCost = Money.zero

  /// Which of its scheme's offers are coupons.
  public var couponOffers: OfferSet
  /// Whether it gives something that a second account, or a returned order, would bring.
  public var invitesAbuse = false
  /// Whether members lived under the same scheme before the horizon: nothing is new to them.
  public var continuesHistory = false

  /// Creates an arm whose messages cost the same by every channel.
  public init(scheme: Int, messageCost: Money, couponOffers: OfferSet) {
    self.scheme = scheme
    self.couponOffers = couponOffers
    messageCosts = Array(repeating: messageCost, count: Channel.allCases.count)
  }
}

/// Everything that the life of a community follows from, compiled: no names, no look-ups.
public struct SimulationPlan<E: Engine>: Sendable {
  /// What decides every point, coupon and tier.
  public var engine: E
  /// The days that are measured.
  public var horizon: Horizon
  /// Days simulated before the horizon, the same for all arms; none for a cohort.
  public var historyDays: Int
  /// The scheme of the history, among the engine's.
  public var historyScheme: Int
  /// Who lives where.
  public var communities: CommunityPlan
  /// The segments, in order.
  public var segments: [SegmentModel]
  /// What baskets hold.
  public var baskets: BasketModel
  /// Standard deviation of the logarithm of the store effect.
  public var storeEffect: Double
  /// The arms; the first is control.
  public var arms: [ArmPlan]
  /// The seed of every draw.
  public var seed: UInt64
  /// Tiers of the longest ladder.
  public var tierCount: Int
  /// What one outstanding point is worth at face under each of the engine's schemes.
  public var pointFaceValue: [Rate]
  /// What members do that is no order; none costs nothing.
  public var errandStreams: [ErrandStream] = []
  /// Members with two accounts; nothing if everybody has one.
  public var secondAccounts: SecondAccounts?
  /// Whether some scheme sends messages at members' own hours.
  public var sendsByOwnHour = false
  /// What the shop can know of who stands behind accounts; nothing if it is told nothing.
  public var identities: IdentityModel?
  /// Who takes advantage of incentives; nothing if the scenario does not say.
  public var abuse: AbuseModel?
  /// Whether a scheme has rules against abuse.
  public var hasRiskRules = false
  /// Whether occasions above a person's ceiling are quoted, too: slower, with the same result.
  public var quotesEverything = false
  /// How prospects join by themselves and by contact; nothing if only at their orders.
  public var contacts: ContactModel?
  /// What members send back, if anything.
  public var returns: ReturnModel?
  /// Orders that are not paid as they are placed, if any.
  public var payments: PaymentModel?
  /// Partners whose accounts the engine runs, too.
  public var merchants: [MerchantPlan<E>] = []
  /// Pairs of arms that are held against each other, beside each against control.
  public var pairs: [TallyPair] = []

  /// Whether communities that share a budget are simulated together even where closing instants
  /// would do: slower, with the same result.
  public var runsTogether = false
  /// The days after the horizon on which lives go on with nothing offered; nothing if they end with it.
  public var runOff: RunOffPlan?
  /// When budgets that all communities share closed; empty until they are searched.
  public var closings = Closings()

  /// Creates a plan.
  public init(
    engine: E, horizon: Horizon, historyDays: Int, historyScheme: Int, communities: CommunityPlan,
    segments: [SegmentModel], baskets: BasketModel, storeEffect: Double, arms: [ArmPlan],
    seed: UInt64, tierCount: Int, pointFaceValue: [Rate]
  ) {
    self.engine = engine
    self.horizon = horizon
    self.historyDays = historyDays
    self.historyScheme = historyScheme
    self.communities = communities
    self.segments = segments
    self.baskets = baskets
    self.storeEffect = storeEffect
    self.arms = arms
    self.seed = seed
    self.tierCount = tierCount
    self.pointFaceValue = pointFaceValue
  }

  /// What one outstanding point is worth at face under an arm; points that an arm without points
  /// of its own took over from the history keep the history's worth.
  func face(ofArm arm: Int) -> Rate {
    let own = pointFaceValue[arms[arm].scheme]
    return own == .zero ? pointFaceValue[historyScheme] : own
  }

  /// How many accounts a person may have.
  var accountsPerPerson: Int {
    secondAccounts == nil ? abuse?.accountsPerPerson ?? 1 : 2
  }

  /// Whether the shop is told who stands behind accounts.
  var tellsIdentities: Bool { identities != nil || abuse != nil }

  /// Whether it is kept whom rules against abuse hit.
  var watchesAbuse: Bool { abuse != nil || hasRiskRules }

  /// Whether members may invite others.
  var hasInvitations: Bool {
    errandStreams.contains { if case .invitation = $0.kind { true } else { false } }
  }

  /// The first day that is simulated.
  public var firstDay: Day { horizon.firstDay.advanced(by: -historyDays) }

  /// The shape of the tallies.
  public var layout: TallyLayout {
    TallyLayout(
      horizon: horizon, historyStart: firstDay, armCount: arms.count,
      segmentCount: segments.count, tierCount: tierCount,
      budgetCount: arms.map { engine.budgets(ofScheme: $0.scheme).count }.max() ?? 0,
      tagCount: arms.map { engine.tagNames(ofScheme: $0.scheme).count }.max() ?? 0,
      merchantCount: merchants.count, categoryCount: baskets.categoryCount, pairs: pairs)
  }
}
