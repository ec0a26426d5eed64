internal import IncentiveEngine
internal import Quantities
internal import Scenarios

/// `economics:` — margins and costs.
extension Form where Value == Economics {
  static var economics: Form {
    ObjectForm(
      "economics", "Margins and costs that turn orders and messages into money.",
      planned: [
        PlannedKey("delivery", "M60", "what a delivery costs"),
        PlannedKey("gift-cost", "M22", "what gifts cost"),
      ],
      keys: .optional(
        "margin", .share(example: "35%"),
        "Gross margin as a share of the list price; where there is no catalogue.",
        fallback: "the catalogue's own costs"),
      .defaulted(
        "message-cost",
        .named("channels", of: .boundedMoney, known: Channel.allCases.map(\.name)),
        "What one message costs, by channel; each channel by which an arm sends any must be there.",
        [],
        text: "no arm sends messages"),
      .optional(
        "staff-minute", .boundedMoney,
        "What a minute of a guide costs; it must be there if journeys have tasks.",
        fallback: "no guide has tasks"),
      .optional(
        "returns", .returns, "What people send back of what they buy; the same luck in all arms.",
        fallback: "nothing comes back")
    ) { node, reading, margin, costs, staffMinute, returns in
      let messageCost = Dictionary(
        costs.compactMap { cost in
          Channel(name: cost.name).map { ($0, cost.value) }
        }, uniquingKeysWith: { first, _ in first })
      if margin == nil, !reading.hasCatalogue {
        reading.report(
          node.place, "the key \"margin\" is missing",
          hint: "add \"margin: 35%\", or a catalogue whose items have costs")
        return nil
      }
      return Economics(
        margin: margin ?? .zero, messageCost: messageCost, staffMinute: staffMinute,
        returns: returns)
    }.form
  }
}

/// `catalogue:` — items, prices, costs.
extension Form where Value == Catalogue {
  static var catalogue: Form {
    ObjectForm(
      "catalogue", "The items that baskets are drawn from.",
      planned: [PlannedKey("gifts", "M22", "items that are given, not sold")],
      keys: .defaulted(
        "items-per-basket", .number(1...5, example: "1.5"),
        "Mean number of items picked for a basket, with replacement; picks after the first are "
          + "geometric and end at 20.", 1.5, text: "1.5"),
      .required(
        "items", .list(of: .item, minimumCount: 1, maximumCount: maximumItems), "The items.")
    ) { node, reading, itemsPerBasket, items in
      let places = node["items"]?.elements.map { $0.valuePlace(of: "name") } ?? []
      guard reading.checkDistinct(Array(zip(items.map(\.name), places)), of: "items") else {
        return nil
      }
      return Catalogue(items: items, itemsPerBasket: itemsPerBasket)
    }.form
  }

  /// The most items: items and their categories are numbered in 16 bits.
  private static var maximumItems: Int { 10_000 }
}

extension Form where Value == CatalogueItem {
  fileprivate static var item: Form {
    ObjectForm(
      "an item", "One item of the catalogue.",
      planned: [PlannedKey("stock", "M24", "how many there are")],
      keys: .required("name", .name(of: "an item", example: "milk-powder"), "Its name."),
      .required("category", .name(of: "a category", example: "nutrition"), "Its category."),
      .required("price", .boundedPositiveMoney, "The list price."),
      .required("cost", .boundedMoney, "What it costs the merchant."),
      .defaulted(
        "popularity", .number(0...1e6, example: "2"),
        "How often it is chosen, relative to the others.", 1, text: "1"),
      .optional(
        "cycle", .positiveDays, "Days after which a member needs it again.", fallback: "any time")
    ) { _, _, name, category, price, cost, popularity, cycle in
      CatalogueItem(
        name: name, category: category, price: price, unitCost: cost, popularity: popularity,
        cycleDays: cycle)
    }.form
  }
}

extension Form where Value == Money {
  /// An amount of at most what a rule of the engine may hold, so that sums over orders fit.
  fileprivate static var boundedMoney: Form { Form.money.bounded }

  /// Such an amount above zero.
  fileprivate static var boundedPositiveMoney: Form { Form.positiveMoney.bounded }

  private var bounded: Form {
    map { money, node, reading in
      let most = Money(minor: Scheme.maximumAmount)
      guard money <= most else {
        reading.report(
          node.place, "the amount is more than \(reading.currency.text(most))",
          hint: "no price or cost needs so much; is a digit held down?")
        return nil
      }
      return money
    }
  }
}
