public import Quantities

/// Points for something that is no purchase (M02): sharing, a review, an hour of a live show.
public struct InteractionRule: Sendable, Hashable {
  /// What a member does, by the name that the population's interactions have.
  public var name: String
  /// The points it brings, issued at marketing's expense.
  public var points: Points
  /// How many times it must be done for that: 5 where five comments bring 50 points.
  public var each: Int
  /// How much a member may get for it.
  public var limits: AwardLimits
  /// When the points become active.
  public var activation: ActivationRule

  /// Creates the rule.
  public init(
    name: String, points: Points, each: Int = 1, limits: AwardLimits = AwardLimits(),
    activation: ActivationRule = .atOnce
  ) {
    self.name = name
    self.points = points
    self.each = each
    self.limits = limits
    self.activation = activation
  }

  /// The most rules of interaction that a scheme may have.
  ///
  /// assumption: far above what a merchant rewards.
  public static let maximumCount = 32
}
