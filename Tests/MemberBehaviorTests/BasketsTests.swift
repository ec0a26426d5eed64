import MemberBehavior
import MemberPopulation
import Quantities
import Randomness
import Testing

@Suite struct BasketsTests {
  private let draws = Draws(seed: 23, replication: 0)

  private func item(
    price: Int64, cost: Int64, popularity: Double, cycleDays: Int? = nil, category: UInt16 = 1
  ) -> ShelfItem {
    ShelfItem(
      price: Money(minor: price), unitCost: Money(minor: cost), popularity: popularity,
      cycleDays: cycleDays, category: category)
  }

  private func basket(
    _ model: BasketModel, person: UInt32, index: UInt32, minute: Int32 = 0,
    traits: PersonTraits = PersonTraits()
  ) -> (occasion: Occasion, lines: [BasketItem]) {
    var occasion = Occasion(
      minute: minute, person: 0, stream: .need, index: index, mark: 0.5)
    var lines: [BasketItem] = []
    model.fill(&occasion, person: person, traits: traits, draws: draws, lines: &lines)
    return (occasion, lines)
  }

  /// Units of each item over all lines.
  private func units(_ lines: [BasketItem], items: Int) -> [Int] {
    var units = Array(repeating: 0, count: items)
    for line in lines { units[Int(line.item)] += Int(line.quantity) }
    return units
  }

  @Test func `an amount is one line whose goods cost a share of it`() throws {
    var traits = PersonTraits()
    traits.spendLevel = 0.2
    let parameters: [PopulationParameter: Double] = [.spendShape: 6]
    let profile = PopulationProfile(
      timing: .bgNBD, spend: .gammaGamma,
      parameters: parameters.mapValues { Parameter($0, .notStated, source: "") })
    let spend = SpendModel(profile, currency: try #require(Currency(code: "CNY")))
    let model = BasketModel.amount([spend], costShare: .percent(65))
    for index: UInt32 in 1...50 {
      let (occasion, lines) = basket(model, person: 4, index: index, traits: traits)
      #expect(lines.count == 1 && occasion.lineCount == 1)
      #expect(lines[0].quantity == 1 && lines[0].listMinor == occasion.listMinor)
      // 65% to the nearest fen: twice the distance is at most one.
      #expect(abs(occasion.costMinor * 100 - occasion.listMinor * 65) <= 50)
      #expect(basket(model, person: 4, index: index, traits: traits).lines == lines)
    }
  }

  @Test func `items are chosen by popularity, with price and cost a unit`() {
    let items = [
      item(price: 500, cost: 200, popularity: 5), item(price: 900, cost: 700, popularity: 3),
      item(price: 9900, cost: 1, popularity: 2, category: 7),
    ]
    let model = BasketModel.catalogue(items, anotherProbability: 0.5)
    var all: [BasketItem] = []
    for index: UInt32 in 1...40_000 {
      let (occasion, lines) = basket(model, person: index % 100, index: index)
      #expect(occasion.listMinor == lines.reduce(0) { $0 + $1.listMinor })
      #expect(occasion.costMinor == lines.reduce(0) { $0 + $1.costMinor })
      #expect(Set(lines.map(\.item)).count == lines.count, "one line an item")
      all += lines
    }
    #expect(all.allSatisfy { $0.listMinor == Int64($0.quantity) * [500, 900, 9900][Int($0.item)] })
    #expect(all.allSatisfy { $0.costMinor == Int64($0.quantity) * [200, 700, 1][Int($0.item)] })
    #expect(all.allSatisfy { $0.category == ($0.item == 2 ? 7 : 1) })
    let counts = units(all, items: 3)
    let total = Double(counts.reduce(0, +))
    // Geometric with 1/2: mean 2 items, variance 2 (the cap of 20 is out of sight).
    #expect(abs(total / 40_000 - 2) < 4 * (2.0 / 40_000).squareRoot())
    for (count, share) in zip(counts, [0.5, 0.3, 0.2]) {
      #expect(abs(Double(count) / total - share) < 4 * (share * (1 - share) / total).squareRoot())
    }
  }

  @Test func `a cart holds twenty items at most`() {
    let model = BasketModel.catalogue(
      [item(price: 100, cost: 50, popularity: 1)], anotherProbability: 1)
    #expect(basket(model, person: 1, index: 1).lines.map(\.quantity) == [20])
  }

  @Test func `an item needed in cycles is bought in one quarter of them, as often as others`() {
    let items = [
      item(price: 100, cost: 50, popularity: 1, cycleDays: 28),
      item(price: 100, cost: 50, popularity: 7), item(price: 100, cost: 50, popularity: 2),
    ]
    let model = BasketModel.catalogue(items, anotherProbability: 0)
    var all: [BasketItem] = []
    for person: UInt32 in 0..<200 {
      var days: Set<Int> = []
      // Two years of daily baskets: whole cycles, so that every phase is met equally often.
      for day in 0..<(26 * 28) {
        let lines = basket(
          model, person: person, index: UInt32(day + 1), minute: Int32(day) * 1440
        ).lines
        if lines[0].item == 0 { days.insert(day % 28) }
        all += lines
      }
      // All days of the cycle on which it was bought lie in one stretch of a week.
      let isOneStretch = (0..<28).contains { first in
        days.allSatisfy { ($0 - first + 28) % 28 < 7 }
      }
      #expect(isOneStretch, "person \(person): days \(days.sorted())")
    }
    let counts = units(all, items: 3)
    let total = Double(counts.reduce(0, +))
    for (count, share) in zip(counts, [0.1, 0.7, 0.2]) {
      #expect(abs(Double(count) / total - share) < 0.004, "\(counts)")
    }
  }

  @Test func `with nothing due popularity alone decides`() {
    let items = [
      item(price: 100, cost: 50, popularity: 3, cycleDays: 1000),
      item(price: 100, cost: 50, popularity: 1, cycleDays: 1000),
    ]
    let model = BasketModel.catalogue(items, anotherProbability: 0)
    // On one day an item is due for a quarter of the people; both are for a sixteenth, none for
    // nine. Due alone: always chosen. Share of the first: 3/16 + 1/16·3/4 + 9/16·3/4 = 21/32.
    let people: UInt32 = 40_000
    let first = (0..<people).count { basket(model, person: $0, index: 1).lines[0].item == 0 }
    let share = 21.0 / 32
    #expect(
      abs(Double(first) / Double(people) - share)
        < 4 * (share * (1 - share) / Double(people)).squareRoot())
  }
}
