public import Quantities

/// What became of an invitation.
public enum ReferralChange: UInt8, Sendable, Hashable, CaseIterable {
  /// Nothing.
  case none
  /// The friend has joined by it.
  case registered
  /// It is valid.
  case valid
  /// It is valid no longer: what its validity brought is taken back.
  case takenBack
  /// It had two accounts of one person: it is over, and what it brought is taken back.
  case voided
}

/// What an event did to an invitation, and for whom.
///
/// Where it was taken back, points are those taken back or owed and coupons those withdrawn.
public struct ReferralOutcome: Sendable, Hashable {
  /// The points of the inviter, bonuses included; in no other field of the decision.
  public var inviterPoints = Points.zero
  /// The points of the friend; in no other field of the decision.
  public var friendPoints = Points.zero
  /// What the coupons of both are worth.
  public var couponWorth = Money.zero
  /// The inviter's account; -1 if there is no invitation.
  public var inviter: Int32 = -1
  /// The inviter's coupons by kind.
  public var inviterCoupons: OfferSet = []
  /// The friend's coupons.
  public var friendCoupons: OfferSet = []
  /// How many coupons the inviter's are: a bonus may bring a second of a kind.
  public var inviterCouponCount: UInt8 = 0
  /// The bonuses, one bit each.
  public var bonuses: UInt8 = 0
  /// What became of it.
  public var change = ReferralChange.none
  /// Why the inviter got nothing, or less, though the invitation is valid.
  public var inviterRefusal = Refusal.none
  /// Why the friend got nothing though it was due.
  public var friendRefusal = Refusal.none

  /// Nothing.
  public init() {}

  /// The two sides of an invitation.
  enum Side { case friend, inviter }

  /// Adds what one side was given, or what was taken back from it.
  ///
  /// - Parameters:
  ///   - coupons: One at most.
  ///   - worth: What the coupon is worth.
  mutating func note(_ side: Side, points: Points, _ coupons: OfferSet, worth: Money) {
    switch side {
    case .friend:
      friendPoints += points
      friendCoupons.formUnion(coupons)
    case .inviter:
      inviterPoints += points
      inviterCoupons.formUnion(coupons)
      inviterCouponCount += UInt8(coupons.count)
    }
    if !coupons.isEmpty { couponWorth += worth }
  }
}

/// What an invitation that becomes valid would bring now, for who weighs whether to invite or to
/// accept.
public struct InvitationTerms: Sendable, Hashable {
  /// Points of the inviter, as limits and budgets leave them.
  public var inviterPoints = Points.zero
  /// What the inviter's coupon is worth.
  public var inviterCoupon = Money.zero
  /// Points of the friend.
  public var friendPoints = Points.zero
  /// What the friend's coupon is worth.
  public var friendCoupon = Money.zero

  /// Nothing.
  public init() {}
}
