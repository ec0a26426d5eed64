public import IncentiveEngine
public import Quantities

/// Margins and costs that turn orders and messages into money.
public struct Economics: Sendable, Hashable {
  /// Gross margin as a share of the list price; used in amount mode, where no item has a cost.
  public var margin: Rate
  /// What one message costs, by channel.
  public var messageCost: [Channel: Money]
  /// What a minute of a guide costs, where guides have tasks.
  public var staffMinute: Money?
  /// What people send back, if anything.
  public var returns: Returns?

  /// Creates the economics.
  public init(
    margin: Rate, messageCost: [Channel: Money] = [:], staffMinute: Money? = nil,
    returns: Returns? = nil
  ) {
    self.margin = margin
    self.messageCost = messageCost
    self.staffMinute = staffMinute
    self.returns = returns
  }
}

/// The items that baskets are drawn from.
public struct Catalogue: Sendable, Hashable {
  /// The items; at least one.
  public var items: [CatalogueItem]
  /// Mean number of items picked for a basket, with replacement, at least one; picks after the
  /// first are geometric and end at 20.
  public var itemsPerBasket: Double

  /// Creates a catalogue.
  public init(items: [CatalogueItem], itemsPerBasket: Double = 1.5) {
    self.items = items
    self.itemsPerBasket = itemsPerBasket
  }

  /// The categories in order of appearance; numbered from 1.
  public var categories: [String] {
    items.reduce(into: []) { names, item in
      if !names.contains(item.category) { names.append(item.category) }
    }
  }
}

/// One item.
public struct CatalogueItem: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The category.
  public var category: String
  /// The list price.
  public var price: Money
  /// What the item costs the merchant.
  public var unitCost: Money
  /// How often it is chosen, relative to the others.
  public var popularity: Double
  /// Days after which a member needs it again; nothing means any time.
  public var cycleDays: Int?

  /// Creates an item.
  public init(
    name: String, category: String, price: Money, unitCost: Money, popularity: Double = 1,
    cycleDays: Int? = nil
  ) {
    self.name = name
    self.category = category
    self.price = price
    self.unitCost = unitCost
    self.popularity = popularity
    self.cycleDays = cycleDays
  }
}
