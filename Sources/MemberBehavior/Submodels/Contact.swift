public import MemberPopulation

// Prospects join by themselves at a rate p, and by contact at a rate q · the share of their contacts
// who are members: the hazard of Bass 1969 (Management Science 15:215–227), each person's own. On a
// complete graph enrollment is Bass diffusion; the mean of 213 published applications is p = 0.03 and
// q = 0.38 a year (Sultan, Farley & Lehmann 1990, JMR 27:70–77). Off switch: `contact`.

/// How prospects join by themselves and by contact.
public struct ContactModel: Sendable, Hashable {
  /// The mean of published applications, a year (Sultan, Farley & Lehmann 1990).
  public static let usualInnovationPerYear = 0.03
  /// The mean of published applications, a year (Sultan, Farley & Lehmann 1990).
  public static let usualImitationPerYear = 0.38
  /// Minutes of a year of 365 days.
  private static let minutesPerYear = 525_600.0

  /// Who knows whom.
  public var shape: ContactShape
  /// p: the rate of joining without any contact, a year.
  public var innovationPerYear: Double
  /// q: what all contacts being members adds to it, a year.
  public var imitationPerYear: Double

  /// Creates a model.
  public init(
    shape: ContactShape, innovationPerYear: Double = usualInnovationPerYear,
    imitationPerYear: Double = usualImitationPerYear
  ) {
    self.shape = shape
    self.innovationPerYear = innovationPerYear
    self.imitationPerYear = imitationPerYear
  }

  /// The rate of joining, a minute, of a person of whose contacts this share are members.
  public func joiningPerMinute(enrolledShare: Double) -> Double {
    (innovationPerYear + imitationPerYear * enrolledShare) / Self.minutesPerYear
  }
}
