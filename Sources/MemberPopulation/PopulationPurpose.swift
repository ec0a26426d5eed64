public import Randomness

/// What the draws that fix a person are for; numbers 100 to 199, never renumbered.
extension Purpose {
  /// Which segment a person belongs to.
  public static let segment = Purpose(rawValue: 100)
  /// How often a person needs something.
  public static let purchaseRate = Purpose(rawValue: 101)
  /// How likely a person drops out at a purchase.
  public static let dropoutProbability = Purpose(rawValue: 102)
  /// How short a person's customer life tends to be.
  public static let dropoutRate = Purpose(rawValue: 103)
  /// How much a person tends to spend.
  public static let spendLevel = Purpose(rawValue: 104)
  /// When a person's birthday is.
  public static let birthday = Purpose(rawValue: 105)
  /// When a person came to the market.
  public static let arrival = Purpose(rawValue: 106)
  /// What a store does to all its people; the subject is a community.
  public static let storeEffect = Purpose(rawValue: 107)
  /// Whom a person knows instead of a neighbor in the ring; the occurrence is the distance in the
  /// ring and the attempt.
  public static let acquaintance = Purpose(rawValue: 108)
}
