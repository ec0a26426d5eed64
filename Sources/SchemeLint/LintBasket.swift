import IncentiveEngine
import Quantities

/// A basket that is tried: one line.
struct LintBasket: Sendable, Hashable {
  var good: String?
  var line: BasketLine
  var cost: Money

  /// A good, so many times.
  init(_ good: LintSubject.Good, quantity: Int) {
    self.good = good.name
    line = BasketLine(
      listMinor: good.price.minor * Int64(quantity), quantity: Int32(quantity), item: good.item,
      category: good.category)
    cost = Money(minor: good.unitCost.minor * Int64(quantity))
  }

  /// An amount, where nothing is known but the margin.
  init(amount: Int64, margin: Rate) {
    line = BasketLine(listMinor: amount)
    cost = Money(minor: amount) - margin.of(Money(minor: amount), rounding: .halfUp)
  }

  var list: Money { Money(minor: line.listMinor) }
}

extension LintSubject {
  /// How many of a good are tried: the small numbers that rules count by, and a full basket.
  private static let quantities = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20]

  /// The baskets that are tried everywhere, by list price: goods in small numbers, or round amounts.
  var baskets: [LintBasket] {
    let all =
      goods.isEmpty
      ? amounts.map { LintBasket(amount: $0, margin: margin) }
      : goods.flatMap { good in Self.quantities.map { LintBasket(good, quantity: $0) } }
    return all.filter { $0.list <= largestBasket }.sorted { $0.line.listMinor < $1.line.listMinor }
  }

  /// The smallest basket, 1, 2, 5, 10, … in whole units of money, and the largest.
  private var amounts: [Int64] {
    var amounts = [smallestBasket.minor]
    let tried = smallestBasket.minor + 1..<max(smallestBasket.minor + 1, largestBasket.minor)
    var unit: Int64 = 100
    while unit <= largestBasket.minor {
      amounts += [unit, 2 * unit, 5 * unit].filter { tried.contains($0) }
      unit *= 10
    }
    return amounts + [largestBasket.minor]
  }
}
