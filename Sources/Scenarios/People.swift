public import IncentiveEngine
public import MemberBehavior
public import MemberPopulation
public import Quantities

/// The population of a scenario.
public struct People: Sendable, Hashable {
  /// How a population comes to be at the start of the horizon.
  public enum Start: Sendable, Hashable {
    /// All members join when the horizon begins; prospects are there, too.
    case cohort
    /// A history of so many days is simulated first, under this scheme; points, tiers and lapses
    /// of the history are there when the horizon begins.
    case base(historyDays: Int, scheme: Scheme)
  }

  /// Members when the horizon begins.
  public var memberCount: Int
  /// People who may become members.
  public var prospectCount: Int
  /// People who come to the market during the horizon, as prospects, a month of 30 days.
  public var arrivalsPerMonth: Int
  /// Members of one community (one store or sales guide).
  public var membersPerCommunity: Int
  /// Standard deviation of the logarithm of a store's effect on all its people's purchase rates.
  public var storeEffect: Double
  /// How the population starts.
  public var start: Start
  /// The segments, shares summing to one.
  public var segments: [Segment]
  /// Sub-models of behavior that are switched off.
  public var switchedOff: [Submodel]
  /// How often a member looks into a points mall, a week.
  public var mallVisitsPerWeek: Double
  /// How often a member looks at a presale, a week.
  public var presaleVisitsPerWeek: Double
  /// Members who have two accounts; nothing if everybody has one.
  public var secondAccounts: SecondAccountHabit?
  /// What members do besides buying.
  public var interactions: [Interaction]
  /// What members order elsewhere; nothing if they do not.
  public var externalOrders: ExternalOrderHabit?
  /// Programs of other merchants in which the members are, too.
  public var partners: [PartnerProgram]
  /// How prospects join by themselves and by contact; nothing if only at their orders.
  public var contact: ContactModel?
  /// How members invite others; nothing if they do not.
  public var invitations: InvitationHabit?
  /// Who takes advantage of incentives; nothing if nobody does.
  public var abuse: AbuseHabit?

  /// Creates a population.
  public init(
    memberCount: Int, prospectCount: Int = 0, arrivalsPerMonth: Int = 0,
    membersPerCommunity: Int = 1000, storeEffect: Double = 0, start: Start = .cohort,
    segments: [Segment], switchedOff: [Submodel] = [],
    mallVisitsPerWeek: Double = People.usualMallVisitsPerWeek,
    presaleVisitsPerWeek: Double = People.usualPresaleVisitsPerWeek,
    secondAccounts: SecondAccountHabit? = nil, interactions: [Interaction] = [],
    externalOrders: ExternalOrderHabit? = nil, partners: [PartnerProgram] = [],
    contact: ContactModel? = nil, invitations: InvitationHabit? = nil, abuse: AbuseHabit? = nil
  ) {
    self.memberCount = memberCount
    self.prospectCount = prospectCount
    self.arrivalsPerMonth = arrivalsPerMonth
    self.membersPerCommunity = membersPerCommunity
    self.storeEffect = storeEffect
    self.start = start
    self.segments = segments
    self.switchedOff = switchedOff
    self.mallVisitsPerWeek = mallVisitsPerWeek
    self.presaleVisitsPerWeek = presaleVisitsPerWeek
    self.secondAccounts = secondAccounts
    self.interactions = interactions
    self.externalOrders = externalOrders
    self.partners = partners
    self.contact = contact
    self.invitations = invitations
    self.abuse = abuse
  }

  /// How often a member looks into a points mall unless a file says otherwise.
  ///
  /// assumption: once in four weeks; the merchant's own count of visits belongs here.
  public static let usualMallVisitsPerWeek = 0.25

  /// How often a member looks at a presale unless a file says otherwise.
  ///
  /// assumption: once in two weeks; the merchant's own count of visits belongs here.
  public static let usualPresaleVisitsPerWeek = 0.5

  /// The most persons that a population may have: they are numbered in 32 bits.
  public static let maximumPersonCount = Int(UInt32.max)

  /// Everybody who is there at some time of a horizon: members, prospects, and arrivals for its
  /// days, a month having 30.
  public func personCount(days: Int) -> Int {
    let arrivals = Int128(arrivalsPerMonth) * Int128(days) / 30
    return Int(clamping: Int128(memberCount) + Int128(prospectCount) + arrivals)
  }
}

/// Members who have two accounts, such as one online and one in a store (M13).
public struct SecondAccountHabit: Sendable, Hashable {
  /// The share of people who have two from the day they join.
  public var share: Rate
  /// The share of their orders that goes to the second.
  public var orderShare: Rate
  /// How often one of them would join the two, a week, where the scheme lets them.
  public var mergesPerWeek: Double
  /// What the shop can know of them, and who invites oneself (M53); nothing if it is told nothing.
  public var identities: IdentityHabit?

  /// Creates the habit.
  public init(
    share: Rate, orderShare: Rate, mergesPerWeek: Double, identities: IdentityHabit? = nil
  ) {
    self.share = share
    self.orderShare = orderShare
    self.mergesPerWeek = mergesPerWeek
    self.identities = identities
  }
}

/// One segment of the population.
public struct Segment: Sendable, Hashable {
  /// The name that planners use.
  public var name: String
  /// Its share of the people.
  public var share: Rate
  /// Who its people are and how they react.
  public var profile: MemberProfile

  /// Creates a segment.
  public init(name: String, share: Rate, profile: MemberProfile) {
    self.name = name
    self.share = share
    self.profile = profile
  }
}

/// Who people are and how they react: a preset, perhaps with changes.
public struct MemberProfile: Sendable, Hashable {
  /// The name of the preset it comes from.
  public var preset: String
  /// Who they are.
  public var population: PopulationProfile
  /// How they react.
  public var behavior: BehaviorProfile

  /// Creates a profile.
  public init(preset: String, population: PopulationProfile, behavior: BehaviorProfile) {
    self.preset = preset
    self.population = population
    self.behavior = behavior
  }
}
