public import Experiments
public import Measurement
public import Quantities
public import Scenarios

/// Everything that a report says: a finished run, its comparison and what was concluded from it.
public struct ReportInput: Sendable {
  /// The resolved scenario.
  public var scenario: Scenario
  /// Everything that was measured, over all replications.
  public var tally: Tally
  /// The arms against control.
  public var comparison: Comparison
  /// What the run is called.
  public var runID: String
  /// What came out, to the last bit.
  public var digest: String
  /// The version of the program and of its engine's semantics.
  public var engineVersion: EngineVersion
  /// Members that the scenario file states, when the run was scaled to another number.
  public var membersBeforeScaling: Int?
  /// The share of outstanding points stated to be redeemed in the future: FRR; an assumption.
  public var futureRedemptionRate: Rate
  /// What to do, one for each arm but control.
  public var verdicts: [ArmVerdict]
  /// What was checked before anybody reads the numbers.
  public var health: Health
  /// One judgement for each line of `expect:` and arm it is about.
  public var judgements: [Judgement]
  /// What became of each budget of each arm.
  public var budgets: BudgetSummary?
  /// What draws of the parameters told (c); nothing without draws.
  public var parameters: ParameterUncertainty?
  /// How many messages bring the most net value; nothing where the arms do not tell.
  public var messageOptimum: MessageOptimum?

  /// What only two lives of the same people tell; nothing where it was not read.
  public var worlds: PairedWorlds?

  /// Which assumptions could flip the verdict; nothing where it was not asked.
  public var oneAtATime: OneAtATime?

  /// How the replications came to be so many; nothing where their number is stated.
  public var staged: StagedReplications?

  /// Creates the input of a report.
  public init(
    scenario: Scenario, tally: Tally, comparison: Comparison, runID: String, digest: String,
    engineVersion: EngineVersion, membersBeforeScaling: Int? = nil, futureRedemptionRate: Rate,
    verdicts: [ArmVerdict], health: Health,
    judgements: [Judgement], budgets: BudgetSummary? = nil,
    parameters: ParameterUncertainty? = nil, messageOptimum: MessageOptimum? = nil,
    worlds: PairedWorlds? = nil, oneAtATime: OneAtATime? = nil,
    staged: StagedReplications? = nil
  ) {
    self.scenario = scenario
    self.tally = tally
    self.comparison = comparison
    self.runID = runID
    self.digest = digest
    self.engineVersion = engineVersion
    self.membersBeforeScaling = membersBeforeScaling
    self.futureRedemptionRate = futureRedemptionRate
    self.verdicts = verdicts
    self.health = health
    self.judgements = judgements
    self.budgets = budgets
    self.parameters = parameters
    self.messageOptimum = messageOptimum
    self.worlds = worlds
    self.oneAtATime = oneAtATime
    self.staged = staged
  }
}
