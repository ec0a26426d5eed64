public import Quantities
public import Timeline

/// The rule of a scheme that caused a transfer; its index in the compiled scheme.
public struct RuleID: Sendable, Hashable, Comparable {
  /// The rule's index; 0 is no rule of the scheme (opening balances, corrections).
  public var index: UInt16

  /// Creates the identifier of a rule.
  public init(_ index: UInt16) { self.index = index }

  /// No rule of the scheme: opening balances and corrections by hand.
  public static var none: RuleID { RuleID(0) }

  /// Whether the left rule comes first in the scheme.
  public static func < (left: RuleID, right: RuleID) -> Bool { left.index < right.index }
}

/// Why points moved.
public enum TransferReason: UInt8, Sendable, Hashable, CaseIterable {
  /// Earned by a purchase.
  case purchase
  /// Granted as a bonus: a multiplier, a pack, a birthday.
  case bonus
  /// Pending points became active.
  case activation
  /// Pending points were called off.
  case cancellation
  /// Spent at checkout.
  case checkout
  /// Not spent in time.
  case expiry
  /// Taken back after a refund.
  case refund
  /// Given back to their lots after a refund.
  case restoration
  /// Corrected by hand.
  case correction
  /// Brought in from before the run.
  case opening
  /// Moved to another last day.
  case `extension`
  /// Spent on a reward of the points mall.
  case reward
  /// Paid out of points that came in, because the member owed them.
  case repayment
  /// Exchanged with another merchant's program.
  case exchange
  /// Moved from one account of a person to another.
  case merge
  /// Given back after they had expired.
  case reinstatement
  /// Set aside for an order that is still to be paid.
  case reservation
  /// Given back to their lots because that order was not paid.
  case release
}

/// What tells one lot of an account from another: lots that agree in all of it are merged.
public struct LotKey: Sendable, Hashable {
  /// The last day on which the points may be spent; `Day.never` if they do not expire.
  public var expiry: Day
  /// The month of issue: the vintage.
  public var vintage: Month
  /// The rule that issued the points.
  public var rule: RuleID
  /// Who pays for them.
  public var funding: Funding

  /// Creates a key.
  public init(vintage: Month, expiry: Day, funding: Funding, rule: RuleID) {
    self.vintage = vintage
    self.expiry = expiry
    self.funding = funding
    self.rule = rule
  }
}

/// One movement of points between two ledger accounts, naming the lot, the rule and the reason.
///
/// This is the only shape in which points move; a journal of transfers replays to the same balances.
public struct Transfer: Sendable, Hashable {
  /// When it takes effect; an expiry takes effect at the first minute of the day after the lot's
  /// last day, whenever it is noticed.
  public var minute: Minute
  /// The member account concerned: its index in the ledger.
  public var holder: UInt32
  /// The account that points leave.
  public var source: LedgerAccount
  /// The account that points reach.
  public var target: LedgerAccount
  /// How many points, more than zero.
  public var points: Points
  /// The lot they belong to.
  public var lot: LotKey
  /// The rule that moved them.
  public var rule: RuleID
  /// Why they moved.
  public var reason: TransferReason

  /// Creates a transfer.
  public init(
    minute: Minute, holder: UInt32, from source: LedgerAccount, to target: LedgerAccount,
    points: Points, lot: LotKey, rule: RuleID, reason: TransferReason
  ) {
    self.minute = minute
    self.holder = holder
    self.source = source
    self.target = target
    self.points = points
    self.lot = lot
    self.rule = rule
    self.reason = reason
  }
}

/// What became of a request to the ledger: a closed list in order of precedence.
///
/// When several apply, the first is reported, so that every implementation gives the same one.
public enum TransferStatus: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  /// Done.
  case posted
  /// Refused: the amount is zero or negative.
  case amountNotPositive
  /// Refused: the ledger has no such account.
  case holderUnknown
  /// Refused: the lot's last day has passed.
  case lotExpired
  /// Refused: fewer pending points than asked for.
  case pendingInsufficient
  /// Refused: fewer active points than asked for.
  case activeInsufficient
  /// Refused: fewer points were ever spent than are to be given back.
  case redeemedInsufficient

  /// Whether the left status takes precedence.
  public static func < (left: TransferStatus, right: TransferStatus) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Where transfers go as they happen: a journal, a tally, or nowhere.
///
/// A protocol so that the compiler makes one ledger without any journal in the hot path and one with.
public protocol TransferSink {
  /// Takes note of a transfer.
  mutating func record(_ transfer: Transfer)
}

/// A sink that forgets: balances alone are of interest.
public struct NoJournal: TransferSink, Sendable {
  /// Creates the sink.
  public init() {}
  /// Forgets the transfer.
  public mutating func record(_ transfer: Transfer) {}
}

/// A sink that keeps every transfer in order.
public struct Journal: TransferSink, Sendable {
  /// The transfers, oldest first.
  public private(set) var transfers: [Transfer] = []
  /// Creates an empty journal.
  public init() {}
  /// Keeps the transfer.
  public mutating func record(_ transfer: Transfer) { transfers.append(transfer) }
}
