public import IncentiveEngine
public import Quantities
public import Timeline

/// What is looked at: a scheme, the days on which it runs, and what is sold under it.
public struct LintSubject: Sendable {
  /// One thing that is sold.
  public struct Good: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The list price of one.
    public var price: Money
    /// What one costs the merchant.
    public var unitCost: Money
    /// The numbers that baskets carry.
    public var item: UInt16
    /// The category's number.
    public var category: UInt16

    /// Creates a good.
    public init(name: String, price: Money, unitCost: Money, item: UInt16, category: UInt16) {
      self.name = name
      self.price = price
      self.unitCost = unitCost
      self.item = item
      self.category = category
    }
  }

  /// The scheme.
  public var scheme: CompiledScheme
  /// The days that are looked at.
  public var days: ClosedRange<Day>
  /// How many members share budgets that are not each member's own.
  public var memberCount: Int
  /// The catalogue; empty in amount mode, where a basket is an amount.
  public var goods: [Good]
  /// Gross margin as a share of the list price, where goods have no cost of their own.
  public var margin: Rate
  /// The smallest basket that anyone buys, where there is no catalogue.
  public var smallestBasket: Money
  /// The largest basket that anyone buys; thresholds beyond it cannot be reached.
  public var largestBasket: Money

  /// Creates a subject.
  ///
  /// - Parameters:
  ///   - smallestBasket: without it, 1.00.
  ///   - largestBasket: without it, 100,000.00, or 20 of the dearest good (the most items that a
  ///     simulated basket holds).
  public init(
    scheme: CompiledScheme, days: ClosedRange<Day>, memberCount: Int = 1, goods: [Good] = [],
    margin: Rate,
    smallestBasket: Money = Money(minor: 100), largestBasket: Money? = nil
  ) {
    self.scheme = scheme
    self.days = days
    self.memberCount = memberCount
    self.goods = goods
    self.margin = margin
    self.smallestBasket = smallestBasket
    let dearest = goods.map(\.price).max().map { Money(minor: 20 * $0.minor) }
    // assumption: nobody spends more than 100,000.00 on one order of no catalogue.
    self.largestBasket = largestBasket ?? dearest ?? Money(minor: 10_000_000)
  }
}
