public import Quantities

/// The points program of another merchant, in which the members are, too (M12).
public struct PartnerProgram: Sendable, Hashable {
  /// The name by which schemes exchange points with it.
  public var name: String
  /// What one of its points is worth to a member, in minor units of money.
  public var minorEach: Rate
  /// How often a member thinks of giving up points for its points, a month of 30 days.
  public var outPerMonth: Double
  /// How often a member thinks of giving up its points, a month of 30 days.
  public var inPerMonth: Double
  /// How many of its points a member brings at a time; of a partner with accounts, all that are there.
  public var brought: Points
  /// The partner as a merchant whose accounts the engine runs, too; nothing where only its points
  /// are known.
  public var merchant: PartnerMerchant?

  /// Creates the program.
  public init(
    name: String, minorEach: Rate, outPerMonth: Double, inPerMonth: Double, brought: Points
  ) {
    self.name = name
    self.minorEach = minorEach
    self.outPerMonth = outPerMonth
    self.inPerMonth = inPerMonth
    self.brought = brought
  }

  /// The most points that a member brings at a time.
  ///
  /// assumption: a hundred times a large account of miles.
  public static let maximumBrought: Int64 = 100_000_000
  /// The most partners: each has a number of 8 bits in its draws.
  public static let maximumCount = 256
}
