public import PointsLedger
public import Quantities
public import Timeline

/// Why the engine refused something: a closed list in order of precedence.
public enum Refusal: UInt8, Sendable, Hashable, CaseIterable {
  /// Nothing was refused.
  case none
  /// The account is not a member's.
  case notAMember
  /// The account is a member's already.
  case alreadyAMember
  /// The scheme has no such rule.
  case notFound
  /// The offer is not open on this day, or at this hour.
  case notRunning
  /// The account does not hold the coupon, or its last day has passed.
  case notHeld
  /// The account holds a coupon of this kind already.
  case alreadyHeld
  /// The account is not in the rule's audience.
  case notInAudience
  /// The basket has none of the items that the offer is for.
  case noMatchingItem
  /// The basket costs less than the threshold.
  case belowThreshold
  /// There are fewer units than the offer needs.
  case tooFewItems
  /// The offers do not combine.
  case notCombinable
  /// Another offer of its group goes before it.
  case outranked
  /// More points than may be spent on this basket, or not in whole steps.
  case pointsNotSpendable
  /// The member has had as much, or as many, as one may have in this period, or may hold no more.
  case capReached
  /// None are left.
  case stockOut
  /// The account holds fewer points than it costs.
  case pointsMissing
  /// Too little time has gone by since the rule was last used.
  case coolingDown
  /// A budget does not leave room for it.
  case budgetExhausted
  /// The account has no such order, it was not written down, or it has other lines.
  case orderUnknown
  /// The days on which the order may be returned are over.
  case returnTooLate
  /// All of it has been returned already.
  case returnedAlready
  /// More items or more money than is left of the order; or nothing at all.
  case returnTooLarge
  /// The accounts are one and the same, or under different schemes.
  case accountsDiffer
  /// The account has no such reservation: it was paid, released, or has run out.
  case reservationUnknown
  /// The member has had as many messages as one may have in this window.
  case frequencyCapped
  /// Messages do not go out at this hour.
  case quietHours
  /// The member has opted out of messages by this channel.
  case optedOut
  /// The inviter is no member under the same scheme.
  case inviterUnknown
  /// Who invites and who is invited are one person.
  case sameAsAdvocate
  /// The person has joined by invitation before.
  case invitedAlready
  /// The account, or the award, is held until a day or a review.
  case fraudHold
  /// As many in this window as there may be.
  case velocity
  /// Accounts that share a device or an address have had theirs.
  case linkedAccounts
  /// Too much of the account's last orders was returned.
  case refundLoop
  /// The invitation leads back, over others, to the person who is invited.
  case referralRing
  /// A review did not clear the account.
  case reviewDenied
}

/// What a member is told, if anything.
public enum Notice: Sendable, Hashable {
  /// Nothing.
  case none
  /// Points expire on a day.
  case expiryWarning(points: Points, value: Money, lastDay: Day)
  /// A coupon was granted; the offer's position.
  case couponGranted(offer: Int)
  /// The balance of a presale is due, for which a deposit was paid; the offer's position.
  case balanceDue(offer: Int)
  /// So much growth value is missing to the next tier.
  case tierProgress(missing: Points, next: UInt8)
  /// The tier is lost after a day, unless so much more is counted: growth value, or money in minor
  /// units.
  case tierWarning(missing: Int64, tier: UInt8, lastDay: Day, countsSpend: Bool)
  /// The news of a broadcast; its position.
  case broadcast(Int)
  /// A message of a journey.
  case journey(JourneyPlace)
}

/// What a refund could not settle, and what it did beside money and points.
public struct RefundNote: Sendable, Hashable {
  /// Points spent whose lot had expired, and which the scheme does not give back.
  public var lost: Points = .zero
  /// Points earned that are not there any more: their lot has expired.
  public var expired: Points = .zero
  /// Points earned that the member keeps, because the scheme takes back no more.
  public var kept: Points = .zero
  /// Points taken back that the member now owes.
  public var owed: Points = .zero
  /// Withheld of the items returned, because those kept cost more without them; below zero when it
  /// is given back.
  public var withheld: Money = .zero
  /// Coupons given back.
  public var couponsReturned: OfferSet = []
  /// First-order coupons taken back.
  public var couponsWithdrawn: OfferSet = []
  /// Whether nothing is left of the order.
  public var isWhole = false

  /// A note of nothing.
  public init() {}
}

/// What the engine did with one event; its transfers go to the sink as they happen.
///
/// Of a claim the list price in ``terms`` is what was paid elsewhere; nothing is ``paid`` here.
///
/// Of a refund the same fields say what it undid: ``terms`` the list price and the reductions of
/// what was returned, ``paid`` the money given back, ``spentPoints`` the points given back and
/// ``spentValue`` what they had paid, those lost included, ``earnedPoints`` the points taken back or
/// owed, and ``earnedGrowth`` the growth value taken back.
public struct Decision: Sendable, Hashable {
  /// Why nothing was done, or `none`; a refused event changes nothing.
  public var refusal: Refusal = .none
  /// The rule that refused.
  public var refusedBy: RuleID = .none
  /// For an order: the terms it got, as a quote of exactly the offers used.
  public var terms = Quote(list: .zero)
  /// Points spent on the order.
  public var spentPoints: Points = .zero
  /// What they paid.
  public var spentValue: Money = .zero
  /// Money actually paid.
  public var paid: Money = .zero
  /// Points earned, bonuses included.
  public var earnedPoints: Points = .zero
  /// Growth value earned.
  public var earnedGrowth: Points = .zero
  /// Coupons granted.
  public var granted: OfferSet = []
  /// Rewards given: taken for points, or for full stamp cards.
  public var rewardCount: Int32 = 0
  /// Points spent on rewards; not in ``spentPoints``, which pay for orders.
  public var rewardPoints: Points = .zero
  /// What the rewards' goods and services cost the merchant; a coupon costs when it is used.
  public var rewardCost: Money = .zero
  /// What they are worth to the member; a coupon counts when it is used.
  public var rewardValue: Money = .zero
  /// Privileges given: those of the order's terms, or the calendar's.
  public var privileges: PrivilegeSet = []
  /// What they cost the merchant; not in ``rewardCost``.
  public var privilegeCost: Money = .zero
  /// What they are worth to the member.
  public var privilegeValue: Money = .zero
  /// Stamps that an order earned.
  public var earnedStamps: Int32 = 0
  /// What an exchange with a partner came to.
  public var exchange = ExchangeOutcome()
  /// The tier before and after.
  public var tierBefore: UInt8 = 0
  /// The tier after the event.
  public var tierAfter: UInt8 = 0
  /// What the member is to be told, whatever becomes of the message.
  public var notice: Notice = .none
  /// What becomes of the message.
  public var contact = ContactOutcome.none
  /// The step of a journey that this is; nothing if it is none.
  public var journey: JourneyPlace?
  /// Minutes that a guide works for it.
  public var staffMinutes: Int32 = 0
  /// The number under which an order was written down, if its scheme has refunds; of a refund, the
  /// order's.
  public var order: OrderNumber?
  /// What a refund could not settle, and what it did beside money and points; of a release, points
  /// that expired while they were set aside, and coupons given back.
  public var refund = RefundNote()
  /// The number of a reservation that was made, paid or released.
  ///
  /// Of one that was made nothing is paid or earned yet; ``terms`` are what its payment gives.
  public var reservation = ReservationNumber.none
  /// What the event did to an invitation, and for whom; the friend's points are among
  /// ``earnedPoints``, the inviter's are not.
  public var referral = ReferralOutcome()
  /// What rules against abuse did.
  public var risk = RiskOutcome()

  /// A decision that did nothing.
  @inline(__always)
  public init() {}
}
