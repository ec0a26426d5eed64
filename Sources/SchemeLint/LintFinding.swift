public import IncentiveEngine
public import Quantities
public import Timeline

/// One thing that the engine was found to allow, or never to do.
public struct LintFinding: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Money is given away without end, or for nothing.
    case error
    /// Probably not what was meant.
    case warning
    /// Worth knowing.
    case note

    /// The worst first.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// What was found.
  public enum Kind: Sendable, Hashable {
    /// The deepest discount that a member can reach.
    case deepestDiscount(LintPurchase)
    /// A purchase that brings less than what was sold costs; the points it earns count at face.
    case belowCost(LintPurchase)
    /// A purchase whose points are worth what it costs, or more: value grows with every round.
    case pointsWorthThePrice(LintPurchase)
    /// A purchase that is given back, and points that it earned are kept: so many, worth so much.
    /// Every round leaves more.
    case refundKeepsPoints(Points, worth: Money)
    /// A purchase that is given back, and the tier that it brought is kept until a review.
    case refundKeepsTier(String)
    /// The budget changes nothing, whatever a member buys every day, with its limit divided by all.
    case budgetNeverBinds(limit: Int64)
    /// The rule does nothing on any day of the horizon, for the reason that comes closest.
    case neverFires(Refusal)
    /// The rule could always take part, and the least to pay is always reached without it.
    case alwaysBeaten
  }

  /// How bad it is.
  public var severity: Severity
  /// What was found.
  public var kind: Kind
  /// The rule that it is about, as a key below `scheme`.
  public var rule: String
  /// What a member does to get there.
  public var steps: [LintStep]

  /// The finding's stable name.
  public var code: String {
    switch kind {
    case .deepestDiscount: "deepest-discount"
    case .belowCost: "below-cost"
    case .pointsWorthThePrice: "points-worth-the-price"
    case .refundKeepsPoints: "refund-keeps-points"
    case .refundKeepsTier: "refund-keeps-tier"
    case .budgetNeverBinds: "budget-never-binds"
    case .neverFires: "never-fires"
    case .alwaysBeaten: "always-beaten"
    }
  }
}

/// A basket, and what it costs a member at some moment.
public struct LintPurchase: Sendable, Hashable {
  /// The good; nothing in amount mode.
  public var good: String?
  /// How many.
  public var quantity: Int
  /// The list price.
  public var list: Money
  /// What the member pays, before any points are spent.
  public var pay: Money
  /// What the points that it earns are worth at face, rounded down.
  public var earnedValue: Money
  /// What the basket costs the merchant.
  public var cost: Money
  /// The day.
  public var day: Day
  /// The minute of the day, where some rule is tried in its own hours; nothing in the day's last
  /// hour, in which all else is.
  public var minuteOfDay: Int?
  /// The rules that take something off, as keys below `scheme`.
  public var rules: [String]

  /// What is taken off.
  public var off: Money { list - pay }
  /// What is left to the merchant, points at face; below zero where the purchase loses money.
  public var net: Money { pay - earnedValue - cost }
}

/// One step on the way to a finding.
public enum LintStep: Sendable, Hashable {
  /// The person becomes a member.
  case join(Day)
  /// The member buys.
  case order(LintPurchase)
  /// The member buys, and pays as much as may be with points.
  case orderWithPoints(LintPurchase, value: Money)
  /// The member gives all of an earlier purchase back.
  case refund(LintPurchase)
  /// The member waits until a later day; the program's calendar goes on. Hours are told with the
  /// purchases made in them.
  case wait(Day)
}
