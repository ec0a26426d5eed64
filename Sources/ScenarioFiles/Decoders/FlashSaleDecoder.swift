internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// One step of a flash sale as it stands in the file: a price and how many orders get it.
struct FlashStep: Sendable {
  var price: Money?
  var off: Money?
  var stock: Int
  var node: LocatedNode
}

/// One flash sale as it stands in the file: the deepest step that has stock left is what counts.
struct FlashSaleLine: Sendable {
  var name: String
  var items: [UInt16]?
  var window: PromotionWindow
  /// The hours of those days, or all day.
  var hours: DayHours?
  var period: CalendarPeriod?
  /// What each step takes off, the deepest first.
  var steps: [(off: Money, stock: Int)]
  var node: LocatedNode

  private var stepNames: [String] { steps.indices.map { "\(name)-\($0 + 1)" } }

  /// A promotion for each step.
  var offers: [Offer] {
    zip(stepNames, steps).map { name, step in
      Offer(
        name: name, access: .promotion(window),
        benefit: items == nil
          ? .amountOff([LadderStep(minimumSpend: .zero, off: step.off)])
          : .amountOffEach(units: 1, off: step.off),
        scope: items.map { OfferScope(items: $0) }, hours: hours)
    }
  }

  /// The group that lets only the deepest step through.
  var group: GroupLine {
    GroupLine(
      group: OfferGroup(name: name, offers: [], mode: .highest), offers: stepNames, node: node)
  }

  /// The stock of each step, shared by all members.
  var budgets: [Budget] {
    zip(stepNames, steps).map { name, step in
      Budget(
        name: name, measure: .uses, limit: Int64(step.stock), rules: [name], period: period)
    }
  }
}

/// `flash-sale:` — little stock at a price that rises by steps (M24).
extension Form where Value == FlashSaleLine {
  static var flashSale: Form {
    ObjectForm(
      "a flash sale",
      "Limited stock for all members together, at a price that rises when a step is sold out.",
      keys: .required("name", .name(of: "a flash sale", example: "evening-tin"), "Its name."),
      .required("when", .promotionWindow, "The days on which it is open."),
      .optional(
        "hours", .dayHours, "The hours of the day in which it is open.", fallback: "all day"),
      .optional(
        "item", .name(of: "an item", example: "formula-1"), "The item it sells.",
        fallback: "the whole basket"),
      .required(
        "steps", .list(of: .flashStep, minimumCount: 1, maximumCount: 8),
        "Prices and their stock, the lowest price first; one is open at a time."),
      .optional(
        "per", .budgetPeriod, "The period after which the stock is there anew.",
        fallback: "the run")
    ) { node, reading, name, window, hours, item, steps, period in
      let offs = steps.compactMap { $0.reduction(of: item, in: node, reading) }
      guard offs.count == steps.count else { return nil }
      for index in offs.indices.dropFirst() where offs[index] >= offs[index - 1] {
        reading.report(
          steps[index].node.place, "the price does not rise with this step",
          hint: "list steps by price, the lowest first")
        return nil
      }
      let position = item.flatMap { reading.itemNames.firstIndex(of: $0) }
      return FlashSaleLine(
        name: name, items: position.flatMap { UInt16(exactly: $0) }.map { [$0] }, window: window,
        hours: hours, period: period, steps: zip(offs, steps.map(\.stock)).map { ($0, $1) },
        node: node)
    }.form
  }
}

extension FlashStep {
  /// What the step takes off a unit of an item, or off the basket; nothing if that is not clear.
  fileprivate func reduction(
    of item: String?, in sale: LocatedNode, _ reading: Reading
  ) -> Money? {
    guard let item else {
      if let off, price == nil { return off }
      reading.report(
        node.place, "a step of a sale on the whole basket takes an amount off",
        hint: "write off: ¥20, or add \"item:\" to the sale")
      return nil
    }
    let place = sale.valuePlace(of: "item")
    guard reading.checkCatalogue(at: place),
      reading.checkWord(item, at: place, among: reading.itemNames, of: "catalogue's items")
    else { return nil }
    if let off, price == nil { return off }
    guard let price, off == nil else {
      reading.report(node.place, "a step has one of price and off", hint: "write price: ¥99")
      return nil
    }
    let usual = reading.catalogue.first { $0.item == item }?.price
    guard let usual, price < usual else {
      reading.report(
        node.valuePlace(of: "price"), "the sale's price is not below the item's own",
        hint: usual.map { "the catalogue asks \(reading.currency.text($0))" } ?? "write off: ¥20")
      return nil
    }
    return usual - price
  }
}

extension Form where Value == FlashStep {
  /// `{ price: ¥99, stock: 100 }`.
  fileprivate static var flashStep: Form {
    ObjectForm(
      "a step of a flash sale", "A price, and how many orders of all members get it.",
      keys: .optional("price", .money, "What a unit of the item costs.", fallback: "see off"),
      .optional("off", .positiveMoney, "What is taken off.", fallback: "see price"),
      .required(
        "stock", .integer(1...1_000_000_000, example: "100"), "How many orders get this price.")
    ) { node, _, price, off, stock in
      FlashStep(price: price, off: off, stock: stock, node: node)
    }.form
  }
}
