public import Experiments
public import Quantities
public import Scenarios

/// Everything that the report of `compare A B` says.
public struct CompareInput: Sendable {
  /// One of the two that are compared.
  public struct Side: Sendable {
    /// A short name, other than that of the other side.
    public var label: String
    /// The file or folder.
    public var path: String
    /// The scenario's title.
    public var title: String
    /// The seed.
    public var seed: String
    /// Members of one replication when the horizon begins.
    public var members: Int64
    /// Replications.
    public var replications: Int
    /// What the run is called; nothing where both were lived in one run.
    public var runID: String?
    /// What came out, to the last bit; nothing where both were lived in one run.
    public var digest: String?

    /// Creates a side.
    public init(
      label: String, path: String, title: String, seed: String, members: Int64,
      replications: Int, runID: String? = nil, digest: String? = nil
    ) {
      self.label = label
      self.path = path
      self.title = title
      self.seed = seed
      self.members = members
      self.replications = replications
      self.runID = runID
      self.digest = digest
    }
  }

  /// How the two were lived.
  public enum Pairing: Sendable, Hashable {
    /// In the same worlds, with a common control or with the first one's.
    case paired(isControlCommon: Bool)
    /// As runs of their own.
    case independent(isSameResult: Bool)
  }

  /// A and B.
  public var first, second: Side
  /// How they were lived.
  public var pairing: Pairing
  /// The currency of both.
  public var currency: Currency
  /// What differs in the scenarios.
  public var changes: [ScenarioChange]
  /// Arms of one name.
  public var arms: [ArmPair]
  /// The names of arms that only one side has.
  public var onlyInFirst, onlyInSecond: [String]
  /// The report of all arms in the same worlds, where they were lived so.
  public var worlds: Report?

  /// Creates the input of a report.
  public init(
    first: Side, second: Side, pairing: Pairing, currency: Currency, changes: [ScenarioChange],
    arms: [ArmPair], onlyInFirst: [String], onlyInSecond: [String], worlds: Report? = nil
  ) {
    self.first = first
    self.second = second
    self.pairing = pairing
    self.currency = currency
    self.changes = changes
    self.arms = arms
    self.onlyInFirst = onlyInFirst
    self.onlyInSecond = onlyInSecond
    self.worlds = worlds
  }
}
