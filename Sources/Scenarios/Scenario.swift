public import IncentiveEngine
public import Quantities
public import Timeline

/// Everything a run depends on, as a checked value: horizon, people, economics, arms, seed.
public struct Scenario: Sendable, Hashable {
  /// The title that reports print.
  public var title: String
  /// What one run looks at.
  public var horizon: Horizon
  /// The zone that the program lives in.
  public var zone: ProgramZone
  /// The one currency.
  public var currency: Currency
  /// The seed of every draw.
  public var seed: UInt64
  /// How many times the whole population is simulated with new luck; the first stage where a rule
  /// says how many follow.
  public var replications: Int
  /// The people.
  public var people: People
  /// Items, costs and prices; nothing in amount mode.
  public var catalogue: Catalogue?
  /// Margins and costs.
  public var economics: Economics
  /// The arms; the first is `control`.
  public var arms: [Arm]
  /// What the planner expects, line by line.
  public var expectations: [Expectation]
  /// Whether the benchmarks' small model takes the members' place: the last arm's scheme, daily
  /// orders, no report.
  public var isSmallModel: Bool
  /// How many times the parameters of the people are drawn anew from what is known of them, each
  /// time for a run of its own; nothing where they stay as they are.
  public var parameterDraws: Int?
  /// Orders that are placed and not paid at once; nothing if all are paid as they are placed.
  public var unpaidOrders: UnpaidOrders?
  /// Numbers of arms' schemes that are looked for before a run; what was found stands in the schemes.
  public var equalizations: [Equalization]
  /// Days after the horizon that are lived through with nothing offered; nothing if there are none.
  public var runOffDays: Int?
  /// How many replications follow the first ones; nothing where their number is stated.
  public var replicationRule: ReplicationRule?

  /// The most days after the horizon that can be lived through.
  public static let mostRunOffDays = 365

  /// Creates a scenario from checked parts.
  public init(
    title: String, horizon: Horizon, zone: ProgramZone, currency: Currency, seed: UInt64,
    replications: Int = 1, people: People, catalogue: Catalogue? = nil, economics: Economics,
    arms: [Arm], expectations: [Expectation] = [], isSmallModel: Bool = false,
    parameterDraws: Int? = nil, unpaidOrders: UnpaidOrders? = nil,
    equalizations: [Equalization] = [], runOffDays: Int? = nil,
    replicationRule: ReplicationRule? = nil
  ) {
    self.title = title
    self.horizon = horizon
    self.zone = zone
    self.currency = currency
    self.seed = seed
    self.replications = replications
    self.people = people
    self.catalogue = catalogue
    self.economics = economics
    self.arms = arms
    self.expectations = expectations
    self.isSmallModel = isSmallModel
    self.parameterDraws = parameterDraws
    self.unpaidOrders = unpaidOrders
    self.equalizations = equalizations
    self.runOffDays = runOffDays
    self.replicationRule = replicationRule
  }
}

/// One scheme under a name inside a scenario.
public struct Arm: Sendable, Hashable {
  /// The name; `control` for the first arm.
  public var name: String
  /// The scheme with the arm's own settings.
  public var scheme: Scheme

  /// Creates an arm.
  public init(name: String, scheme: Scheme) {
    self.name = name
    self.scheme = scheme
  }
}
