internal import IncentiveEngine
internal import Quantities

/// An item of the catalogue as far as other parts of the file name it.
struct CatalogueName: Sendable {
  var item: String
  var category: String?
  var price: Money?
}

extension Reading {
  /// The positions of the items under a name: one item's, or all of a category.
  func items(named name: String, at place: Place) -> [UInt16]? {
    guard checkCatalogue(at: place) else { return nil }
    let found = catalogue.indices.filter {
      catalogue[$0].item == name || catalogue[$0].category == name
    }
    if found.isEmpty {
      report(
        place, "the catalogue has no item or category \"\(name.shortened)\"",
        hint: Suggestion.hint(for: name, among: itemNames + categoryNames))
      return nil
    }
    return found.compactMap { UInt16(exactly: $0) }
  }

  /// Whether there are items that a rule could name or count.
  func checkCatalogue(at place: Place) -> Bool {
    if hasCatalogue { return true }
    report(
      place, "without a catalogue a basket is one amount and has no items",
      hint: "add catalogue: with the items, or let the offer look at money alone")
    return false
  }

  var itemNames: [String] { catalogue.map(\.item) }

  private var categoryNames: [String] {
    catalogue.compactMap(\.category).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}

extension Form where Value == [UInt16] {
  /// Items of the catalogue, by their names or those of their categories.
  static var items: Form {
    let name = Form<String>.name(of: "an item or category", example: "formula")
    let one = name.map { name, node, reading in reading.items(named: name, at: node.place) }
    let several = Form<[[UInt16]]>.list(of: one, minimumCount: 1).map { lists, _, _ in
      Array(lists.joined())
    }
    return either(scalar: one, or: several).map { items, _, _ in
      items.sorted().reduce(into: []) { known, item in
        if known.last != item { known.append(item) }
      }
    }
  }
}

extension Form where Value == [MemberPrice] {
  /// `prices:` — what a tier's members pay for single items.
  static var memberPrices: Form {
    Form<[Named<Money>]>.named("items", of: .positiveMoney).map { prices, _, reading in
      var isRight = true
      let list = prices.compactMap { price -> MemberPrice? in
        guard reading.checkCatalogue(at: price.place),
          reading.checkWord(
            price.name, at: price.place, among: reading.itemNames, of: "catalogue's items"),
          let item = reading.itemNames.firstIndex(of: price.name)
        else {
          isRight = false
          return nil
        }
        if let usual = reading.catalogue[item].price, price.value > usual {
          reading.report(
            price.place, "members would pay more than the list price for \"\(price.name)\"",
            hint: "the catalogue asks \(reading.currency.text(usual))")
          isRight = false
        }
        return UInt16(exactly: item).map { MemberPrice(item: $0, price: price.value) }
      }
      return isRight ? list : nil
    }
  }
}
