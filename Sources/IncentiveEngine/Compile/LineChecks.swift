import Quantities

extension Scheme {
  /// The most units that a rule may ask for.
  ///
  /// assumption: far above any basket.
  public static let maximumUnits = 10_000

  /// What is wrong with the groups of offers.
  var groupProblems: [SchemeProblem] {
    var list = ProblemList()
    list.requireUnique(groups.map(\.name), "groups")
    var taken: [Int] = []
    for group in groups {
      let path = "groups.\(group.name).offers"
      list.require(!group.offers.isEmpty, path, "a group needs offers")
      for offer in group.offers {
        guard offers.indices.contains(offer) else {
          list.require(false, path, "there is no offer \(offer + 1)")
          continue
        }
        let name = offers[offer].name
        list.require(
          !taken.contains(offer), path, "\(name) is in a group already; one is enough")
        taken.append(offer)
        list.require(
          offers[offer].stacking == .stackable, "offers.\(name).stack",
          "combines as its group \(group.name) says, not on its own")
      }
    }
    return list.problems
  }
}

extension ProblemList {
  /// The items of an offer, and how many of them there must be.
  mutating func checkLines(of offer: Offer, _ path: String) {
    require(
      (0...Scheme.maximumUnits).contains(offer.minimumItems), "\(path).min-items",
      "must be 0 to \(Scheme.maximumUnits)")
    guard let scope = offer.scope else { return }
    require(!scope.items.isEmpty, "\(path).items", "an offer for items needs some")
    requireAscending(scope.items, "\(path).items")
  }

  /// A multi-buy asks for units and takes something off.
  mutating func check(_ rule: NthUnit, _ path: String) {
    require(
      (2...Scheme.maximumUnits).contains(rule.every), "\(path).every",
      "must be 2 to \(Scheme.maximumUnits)")
    require(rule.off, "\(path).off")
    require(rule.off > .zero && rule.off <= .one, "\(path).off", "must be above 0% to 100%")
  }

  /// An amount for each so many units.
  mutating func checkEach(units: Int, off: Money, _ path: String) {
    require(
      (1...Scheme.maximumUnits).contains(units), "\(path).min-items",
      "must be 1 to \(Scheme.maximumUnits)")
    require(amount: off.minor, "\(path).off")
    require(off > .zero, "\(path).off", "must be above zero")
  }

  /// A price list has each item once.
  mutating func check(_ prices: [MemberPrice], _ path: String) {
    for price in prices { require(amount: price.price.minor, path) }
    requireAscending(prices.map(\.item).sorted(), path)
  }

  private mutating func requireAscending(_ items: [UInt16], _ path: String) {
    let ascends = zip(items, items.dropFirst()).allSatisfy { $0 < $1 }
    require(ascends, path, "each item stands there once, in the catalogue's order")
  }
}
