public import Quantities
public import Timeline

/// One line of a basket, as far as incentives look at it.
public struct BasketLine: Sendable, Hashable {
  /// The list price of the whole line, in minor units.
  public var listMinor: Int64
  /// How many items.
  public var quantity: Int32
  /// The item in the scenario's catalogue; 0 in amount mode.
  public var item: UInt16
  /// The item's category; 0 in amount mode.
  public var category: UInt16

  /// Creates a line.
  public init(listMinor: Int64, quantity: Int32 = 1, item: UInt16 = 0, category: UInt16 = 0) {
    self.listMinor = listMinor
    self.quantity = quantity
    self.item = item
    self.category = category
  }
}

/// A set of a scheme's offers, by position in ``Scheme/offers``.
public struct OfferSet: OptionSet, Sendable, Hashable {
  /// One bit an offer.
  public let rawValue: UInt16
  /// Creates a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// The set of one offer.
  public init(offer: Int) { self.rawValue = 1 << UInt16(offer) }
  /// How many offers the set has.
  public var count: Int { rawValue.nonzeroBitCount }
}

/// The day of a birthday, without the year.
public struct Birthday: Sendable, Hashable {
  /// The month, 1 to 12.
  public var month: UInt8
  /// The day of the month, 1 to 31.
  public var day: UInt8

  /// Creates a birthday.
  public init(month: UInt8, day: UInt8) {
    self.month = month
    self.day = day
  }
}

/// Something that happens to an account; with the basket, all the engine ever learns.
public enum Event: Sendable, Hashable {
  /// The account's owner becomes a member.
  case join(Birthday)
  /// A paid order of the basket at hand, with the offers used and the points spent on it.
  case order(offers: OfferSet, points: Points)
  /// Points are exchanged by a rule of the scheme: so many of those given up, in whole steps (M12).
  case exchange(rule: Int, points: Points)
  /// Another account of the same person, under the same scheme, is joined into this one (M13).
  case merge(from: Int)
  /// Points are spent on a reward of the points mall; its position.
  case redeem(reward: Int)
  /// A moment of the program's calendar, from ``Engine/schedule(ofScheme:from:through:)``.
  case scheduled(ScheduledKind)
  /// A deposit on a presale (M23), for the coupon that it buys; the offer's position.
  case deposit(offer: Int)
  /// The member does something that is no purchase; the rule's position in
  /// ``PointsProgram/interactions``.
  case interaction(Int)
  /// The member claims points for an order placed elsewhere (M14); what was paid for it there.
  case claim(Money)
  /// The account passes to another of the engine's schemes; points, growth and tier come along,
  /// the tier reassessed; coupons of the old scheme end. Between schemes with the very same rules
  /// nothing changes at all.
  case adopt(scheme: Int)
  /// An order of the basket at hand is placed and still to be paid: the offers and points that it
  /// uses are set aside for so many minutes, at least one. It counts as a use at once.
  case reserve(offers: OfferSet, points: Points, minutes: Int32)
  /// A reservation is paid: the order happens on the terms that were reserved.
  case commit(ReservationNumber)
  /// A reservation is given up before it runs out by itself.
  case release(ReservationNumber)
  /// All or part of an order of the account is returned. For a part by lines the basket holds the
  /// order's lines, in its order, with the number of items of each that come back.
  case refund(order: OrderNumber, part: RefundPart)
  /// The minute has come that ``Engine/nextTimer(of:in:)`` gave: the engine does the first thing that
  /// is due for the account, and the account stays due while there is more.
  case timer
  /// The member has opened a message, by its campaign.
  case opened(campaign: UInt16)
  /// The member wants no messages any more by a channel, or by any channel: for ever.
  case optOut(Channel?)
  /// The account's owner becomes a member by another account's invitation (M33, M34); what the host
  /// knows of who comes is compared with the inviter's and with that of those invited before.
  case joinInvited(Birthday, by: Int, identity: AccountIdentity)
  /// The host tells who stands behind a member's account; what is not known leaves what was.
  case identify(AccountIdentity)
  /// The host tells the full hour of the day, 0 to 23, at which a member is active; broadcasts may
  /// go out then.
  case activeHour(UInt8)
  /// The account's owner becomes a member, and the host tells who it is.
  case joinIdentified(Birthday, AccountIdentity)
  /// A manual review of the account has come out (M53).
  case reviewed(ReviewOutcome)
}

/// How much of an order is returned.
public enum RefundPart: Sendable, Hashable {
  /// All that is left of it.
  case whole
  /// Items: as many of each line as the basket at hand says.
  case lines
  /// An amount of the money paid, spread over what is left of the lines; no item comes back.
  case amount(Money)
}

/// What the program's calendar can hold.
public enum ScheduledKind: Sendable, Hashable {
  /// The growth period ends: growth value becomes zero.
  case growthReset
  /// Tiers are reviewed. Before a growth reset of the same minute.
  case tierReview
  /// Whoever loses points at the end of the month is told.
  case expiryWarning
  /// A coupon goes out to its audience; the offer's position.
  case couponGrant(offer: Int)
  /// Whoever paid a deposit is told that the balance is due; the offer's position.
  case balanceDue(offer: Int)
  /// Whoever is near the next tier is told how much is missing.
  case tierProgress
  /// Whoever would lose the tier at the coming review is told.
  case tierWarning
  /// Whoever qualifies is given a box; the privilege's position.
  case privilege(Int)
  /// Points are extended; the position among the scheme's extensions.
  case expiryExtension(Int)
  /// A broadcast goes out to its audience; its position.
  case broadcast(Int)
}

/// One moment of the program's calendar, for all members.
public struct ScheduledEvent: Sendable, Hashable {
  /// When.
  public var minute: Minute
  /// What.
  public var kind: ScheduledKind

  /// Creates the moment.
  public init(minute: Minute, kind: ScheduledKind) {
    self.minute = minute
    self.kind = kind
  }
}
