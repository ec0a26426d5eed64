public import Quantities

/// Something that only members who qualify have (M29): free shipping, a mystery box a month, a
/// hidden product, presales before others.
public struct Privilege: Sendable, Hashable {
  /// Who qualifies: all that is stated must hold.
  ///
  /// Spend and orders count from nought in each year and month, so that a privilege reached is held
  /// to the end of that period. An order counts for those after it.
  public struct Condition: Sendable, Hashable {
    /// The lowest tier, by position.
    public var tier: Int?
    /// Money paid in the calendar year.
    public var yearSpend: Money?
    /// Orders in the calendar month.
    public var monthOrders: Int?

    /// The presale whose balance the order pays, by the position of its offer (M23).
    public var presale: Int?

    /// Creates a condition; one that states nothing holds for every member.
    public init(
      tier: Int? = nil, yearSpend: Money? = nil, monthOrders: Int? = nil, presale: Int? = nil
    ) {
      self.presale = presale
      self.tier = tier
      self.yearSpend = yearSpend
      self.monthOrders = monthOrders
    }
  }

  /// When a box is given, always at the first minute of a month.
  public enum Occasion: UInt8, Sendable, Hashable, CaseIterable {
    /// To whoever qualified when the month before ended.
    case monthly
    /// To those of them whose birthday is in the month.
    case birthday
  }

  /// What it is.
  public enum Kind: Sendable, Hashable {
    /// Something with each order, such as free shipping or a service.
    case perOrder
    /// A product that others do not see: something with each order of these items.
    case hidden(items: [UInt16])
    /// Something that the calendar gives.
    case box(Occasion)
    /// Deposits of presales can be paid so many days before others; costs nothing.
    case earlyAccess(days: Int)
  }

  /// The name that reports print.
  public var name: String
  /// Who qualifies.
  public var condition: Condition
  /// What it is.
  public var kind: Kind
  /// What it costs the merchant each time.
  public var cost: Money
  /// What it is worth to the member each time.
  public var value: Money

  /// Creates the privilege.
  public init(
    name: String, condition: Condition, kind: Kind, cost: Money = .zero, value: Money = .zero
  ) {
    self.name = name
    self.condition = condition
    self.kind = kind
    self.cost = cost
    self.value = value
  }
}

extension Scheme {
  /// The most privileges a scheme may have: one bit each in a ``PrivilegeSet``.
  public static let maximumPrivilegeCount = 16
  /// The most days by which presales may open early.
  ///
  /// assumption: a month is longer than any presale is announced.
  public static let maximumEarlyDays = 30
}

/// A set of a scheme's privileges, by position in ``Scheme/privileges``.
public struct PrivilegeSet: OptionSet, Sendable, Hashable {
  /// One bit a privilege.
  public let rawValue: UInt16
  /// Creates a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// The set of one privilege.
  public init(privilege: Int) { self.rawValue = 1 << UInt16(privilege) }
  /// How many privileges the set has.
  public var count: Int { rawValue.nonzeroBitCount }
}
