public import PointsLedger
public import Quantities

/// Points for an order placed elsewhere, which the member claims (M14).
///
/// On a marketplace, or at a partner's till: all that is known of it is what was paid.
public struct ClaimRule: Sendable, Hashable {
  /// Points for each minor unit paid elsewhere, truncated.
  public var perMinorPaid: Rate
  /// How much a member may get for claims.
  public var limits: AwardLimits
  /// Who pays: marketing, or the order itself where its revenue is the merchant's own.
  public var funding: Funding

  /// Creates the rule.
  public init(
    perMinorPaid: Rate, limits: AwardLimits = AwardLimits(), funding: Funding = .promotional
  ) {
    self.perMinorPaid = perMinorPaid
    self.limits = limits
    self.funding = funding
  }
}
