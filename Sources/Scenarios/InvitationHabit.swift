/// How members invite people they know, and how those answer (M33, M34).
public struct InvitationHabit: Sendable, Hashable {
  /// Opportunities a week for each member.
  public var perWeek: Double
  /// The share of opportunities taken though nothing is offered, above 0 and below 1.
  public var unrewardedShare: Double
  /// Utility of one's own reward, for each unit of money that it is worth.
  public var pull: Double
  /// What the friend's reward counts for who invites, as a share of one's own.
  public var care: Double
  /// Utility of inviting just after an order, and the days over which that fades by 1/e.
  public var afterOrder: Double
  /// Days over which the effect of an order fades by 1/e.
  public var afterOrderDays: Double
  /// The share of the invited who join though nothing is offered, above 0 and below 1.
  public var acceptedShare: Double
  /// Utility of the friend's reward for the friend, for each unit of money that it is worth.
  public var acceptancePull: Double

  /// Creates a habit.
  public init(
    perWeek: Double, unrewardedShare: Double = InvitationHabit.usualUnrewardedShare,
    pull: Double = InvitationHabit.usualPull, care: Double = InvitationHabit.usualCare,
    afterOrder: Double = InvitationHabit.usualAfterOrder,
    afterOrderDays: Double = InvitationHabit.usualAfterOrderDays,
    acceptedShare: Double = InvitationHabit.usualAcceptedShare,
    acceptancePull: Double = InvitationHabit.usualPull
  ) {
    self.perWeek = perWeek
    self.unrewardedShare = unrewardedShare
    self.pull = pull
    self.care = care
    self.afterOrder = afterOrder
    self.afterOrderDays = afterOrderDays
    self.acceptedShare = acceptedShare
    self.acceptancePull = acceptancePull
  }

  /// assumption: 2% (1% to 5%) of opportunities; the merchant's own count belongs here.
  public static let usualUnrewardedShare = 0.02
  /// assumption: one unit of money raises the odds by e^0.1 (0.02 to 0.3), a tenth, at response 1.
  public static let usualPull = 0.1
  /// With a reward for the friend alone as many invitations were sent as with one for the sender
  /// alone (Gershon, Cryder & John 2020, Journal of Marketing Research 57; P54); 0.5 to 1.
  public static let usualCare = 1.0
  /// assumption: odds of e^0.7, twice (1 to 4 times), just after an order.
  public static let usualAfterOrder = 0.7
  /// assumption: a week (3 to 14 days).
  public static let usualAfterOrderDays = 7.0
  /// assumption: one invitation in ten (5% to 20%).
  public static let usualAcceptedShare = 0.1
}
