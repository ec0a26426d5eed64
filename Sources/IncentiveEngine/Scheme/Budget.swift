public import Timeline

/// A limit on what a scheme gives, for a member, a community or the whole program (M11, M55).
///
/// A budget is looked at when an order is quoted and again when it is placed, and counted when the
/// order is placed; it is never exceeded. Stock is a budget by uses.
public struct Budget: Sendable, Hashable {
  /// What a budget counts.
  public enum Measure: UInt8, Sendable, Hashable, CaseIterable {
    /// Money given: what offers take off, and what points pay.
    case money
    /// Uses: each offer on an order, each order paid with points, each reward taken counts one.
    case uses
    /// Points issued, bonuses included: for orders, interactions, registration and claims.
    case pointsIssued
    /// Points spent on orders.
    case pointsRedeemed
    /// The face value of points outstanding: points spent or expired make room again.
    case liability
  }

  /// Who shares a budget.
  public enum Scope: UInt8, Sendable, Hashable, CaseIterable {
    /// Each member has one.
    case member
    /// The members of a community share one.
    case community
    /// All members of the program share one.
    case programme
  }

  /// What becomes of a use that does not fit.
  public enum AtLimit: UInt8, Sendable, Hashable, CaseIterable {
    /// It is refused; the order goes without it.
    case refuse
    /// It gets what is left; a use that cannot be divided is refused.
    case payRemainder
  }

  /// The name that reports print.
  public var name: String
  /// What is counted.
  public var measure: Measure
  /// The most: minor units of money, uses, or points.
  public var limit: Int64
  /// The rules that share it: names of offers, `points.redeem`, or rewards as `rewards.mug`; empty
  /// for all that the measure can count of orders.
  public var rules: [String]
  /// The period after which it begins anew; nothing for the whole run.
  public var period: CalendarPeriod?
  /// Who shares it.
  public var scope: Scope
  /// What becomes of a use that does not fit.
  public var atLimit: AtLimit

  /// Creates the budget.
  public init(
    name: String, measure: Measure, limit: Int64, rules: [String] = [],
    period: CalendarPeriod? = nil, scope: Scope = .programme, atLimit: AtLimit = .refuse
  ) {
    self.name = name
    self.measure = measure
    self.limit = limit
    self.rules = rules
    self.period = period
    self.scope = scope
    self.atLimit = atLimit
  }

  /// The name under which a budget holds for paying with points.
  public static let pointsRedeem = "points.redeem"

  /// The name under which a budget holds the stock of a reward of the points mall.
  public static func reward(_ name: String) -> String { "rewards.\(name)" }

  /// The first day of the period that holds a day; the calendar's first for a budget without one.
  public func firstDay(of day: Day) -> Day { period?.firstDay(of: day) ?? Day(index: .min) }
}
