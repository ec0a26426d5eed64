/// Offers that share a rule of stacking (M55).
///
/// A group first chooses among those of its offers that the member may use on the basket, each
/// looked at alone; then it combines with offers outside, or not. Whatever combines is applied in
/// rule order. Offers outside all groups combine as ``Offer/stacking`` says.
public struct OfferGroup: Sendable, Hashable {
  /// Which of its offers a group lets through.
  public enum Mode: UInt8, Sendable, Hashable, CaseIterable {
    /// All of them.
    case stackable
    /// The first in the group's order that takes something off.
    case ordered
    /// The one that alone takes the most off; ties go to the first in the group's order.
    case highest
    /// The one that alone takes the least off, but something; ties as above.
    case lowest
  }

  /// Whether the group's offers combine with offers outside it.
  public enum Company: UInt8, Sendable, Hashable, CaseIterable {
    /// They do, as far as those others combine.
    case joint
    /// They do not.
    case exclusive
  }

  /// What a share in the group is a share of.
  public enum ShareBase: UInt8, Sendable, Hashable, CaseIterable {
    /// The price at the member's tier, before any offer.
    case initial
    /// What earlier offers left.
    case discounted
  }

  /// The name that problems print.
  public var name: String
  /// The positions of its offers in ``Scheme/offers``, in the group's order; an offer is in one
  /// group at most.
  public var offers: [Int]
  /// Which of them it lets through.
  public var mode: Mode
  /// Whether they combine with others.
  public var company: Company
  /// What its shares are shares of.
  public var shareBase: ShareBase

  /// Creates the group.
  public init(
    name: String, offers: [Int], mode: Mode, company: Company = .joint,
    shareBase: ShareBase = .discounted
  ) {
    self.name = name
    self.offers = offers
    self.mode = mode
    self.company = company
    self.shareBase = shareBase
  }
}
