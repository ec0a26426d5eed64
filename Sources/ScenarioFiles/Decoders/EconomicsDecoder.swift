internal import Quantities
internal import Scenarios

/// `economics:` — margins and costs.
extension Form where Value == Economics {
  static var economics: Form {
    ObjectForm(
      "economics", "Margins and costs that turn orders and messages into money.",
      planned: [
        PlannedKey("staff-minute", "M43", "what a minute of a guide costs"),
        PlannedKey("delivery", "M60", "what a delivery costs"),
        PlannedKey("returns", "M53", "the share of orders that come back"),
        PlannedKey("gift-cost", "M22", "what gifts cost"),
      ],
      keys: .optional(
        "margin", .share(example: "35%"),
        "Gross margin as a share of the list price; where there is no catalogue.",
        fallback: "the catalogue's own costs"),
      .defaulted(
        "message-cost",
        .named("channels", of: .money, known: MessageChannel.allCases.map(\.rawValue)),
        "What one message costs, by channel.", [],
        text: "messages cost nothing")
    ) { node, reading, margin, costs in
      let messageCost = Dictionary(
        costs.compactMap { cost in
          MessageChannel(rawValue: cost.name).map { ($0, cost.value) }
        }, uniquingKeysWith: { first, _ in first })
      if margin == nil, !reading.hasCatalogue {
        reading.report(
          node.place, "the key \"margin\" is missing",
          hint: "add \"margin: 35%\", or a catalogue whose items have costs")
        return nil
      }
      return Economics(margin: margin ?? .zero, messageCost: messageCost)
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
        "lines-per-basket", .number(1...20, example: "1.5"),
        "Mean number of different lines in a basket.", 1.5, text: "1.5"),
      .required("items", .list(of: .item, minimumCount: 1), "The items.")
    ) { node, reading, lines, items in
      let places = node["items"]?.elements.map { $0.valuePlace(of: "name") } ?? []
      guard reading.checkDistinct(Array(zip(items.map(\.name), places)), of: "items") else {
        return nil
      }
      return Catalogue(items: items, itemsPerBasket: lines)
    }.form
  }
}

extension Form where Value == CatalogueItem {
  fileprivate static var item: Form {
    ObjectForm(
      "an item", "One item of the catalogue.",
      planned: [PlannedKey("stock", "M24", "how many there are")],
      keys: .required("name", .name(of: "an item", example: "milk-powder"), "Its name."),
      .required("category", .name(of: "a category", example: "nutrition"), "Its category."),
      .required("price", .positiveMoney, "The list price."),
      .required("cost", .money, "What it costs the merchant."),
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
