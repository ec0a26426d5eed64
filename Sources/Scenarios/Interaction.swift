/// Something that members do besides buying: sharing, a review, an hour of a live show.
public struct Interaction: Sendable, Hashable {
  /// The name by which schemes reward it.
  public var name: String
  /// Opportunities a week for each member.
  public var perWeek: Double
  /// The share of opportunities taken without any reward, above 0 and below 1.
  public var unrewardedShare: Double
  /// Utility of points for it, for each unit of money that they are worth.
  public var pull: Double

  /// Creates an interaction.
  public init(
    name: String, perWeek: Double, unrewardedShare: Double = Interaction.usualUnrewardedShare,
    pull: Double = Interaction.usualPull
  ) {
    self.name = name
    self.perWeek = perWeek
    self.unrewardedShare = unrewardedShare
    self.pull = pull
  }

  /// The share taken without any reward, unless a file says otherwise.
  ///
  /// assumption: 5%; the merchant's own count belongs here.
  public static let usualUnrewardedShare = 0.05
  /// The pull of points, unless a file says otherwise.
  ///
  /// assumption: points worth one unit of money raise the odds by e^0.5, about two thirds, at
  /// response 1.
  public static let usualPull = 0.5
  /// The most interactions: each has a number of 8 bits in its draws.
  public static let maximumCount = 256
}
