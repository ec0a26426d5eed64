public import MemberPopulation
public import Quantities
public import Randomness

/// One line of a basket: an item of the catalogue, or the one generic line of amount mode.
public struct BasketItem: Sendable, Hashable {
  /// The list price of the whole line, in minor units.
  public var listMinor: Int64
  /// What the line's goods cost the merchant, in minor units.
  public var costMinor: Int64
  /// How many.
  public var quantity: Int32
  /// The item's position in the catalogue; 0 in amount mode.
  public var item: UInt16
  /// The category's number; 0 in amount mode.
  public var category: UInt16
}

/// An item as far as choosing baskets goes.
public struct ShelfItem: Sendable, Hashable {
  let priceMinor, costMinor: Int64
  let popularity: Double
  let cycleDays: Int?
  let category: UInt16

  /// Creates an item.
  ///
  /// - Parameters:
  ///   - popularity: how often it is chosen, relative to the others.
  ///   - cycleDays: days after which a person needs it again; nothing means any time.
  public init(
    price: Money, unitCost: Money, popularity: Double, cycleDays: Int?, category: UInt16
  ) {
    priceMinor = price.minor
    costMinor = unitCost.minor
    self.popularity = popularity
    self.cycleDays = cycleDays
    self.category = category
  }
}

/// Draws what is in the basket of an occasion: the same in every arm.
public enum BasketModel: Sendable {
  /// One generic line whose amount is drawn; one model a segment. Goods cost a share of the list
  /// price, rounded to the nearest minor unit.
  case amount([SpendModel], costShare: Rate)
  /// Items of a shelf: at least one, each further one with the same probability (geometric).
  case catalogue([ShelfItem], anotherProbability: Double)

  /// The most items one basket may hold: what a cart carries; `assumption:`.
  private static let mostItems: UInt32 = 20

  /// Categories, and one for goods of none; zero in amount mode.
  public var categoryCount: Int {
    guard case .catalogue(let items, _) = self else { return 0 }
    return 1 + Int(items.map(\.category).max() ?? 0)
  }

  /// What one item of the catalogue costs the merchant; nothing in amount mode.
  public func costMinor(ofItem item: UInt16) -> Int64? {
    guard case .catalogue(let items, _) = self, items.indices.contains(Int(item)) else {
      return nil
    }
    return items[Int(item)].costMinor
  }

  /// Puts a basket into an occasion.
  ///
  /// - Parameters:
  ///   - person: the number in the whole population.
  ///   - lines: where the basket's lines are added.
  public func fill(
    _ occasion: inout Occasion, person: UInt32, traits: PersonTraits, draws: Draws,
    lines: inout [BasketItem]
  ) {
    occasion.firstLine = UInt32(lines.count)
    let purpose: Purpose =
      switch occasion.stream {
      case .need: .needBasket
      case .impulse: .impulseBasket
      case .message: .messageBasket
      }
    let address = DrawAddress(subject: person, purpose: purpose, occurrence: occasion.index)
    switch self {
    case .amount(let models, let costShare):
      let amount = models[Int(traits.segment)].amount(
        level: traits.spendLevel, at: address, from: draws)
      let cost = costShare.of(amount, rounding: .halfUp)
      lines.append(
        BasketItem(
          listMinor: amount.minor, costMinor: cost.minor, quantity: 1, item: 0, category: 0))
    case .catalogue(let items, let another):
      pick(
        items, another, minute: occasion.minute, person: person, at: address, draws: draws,
        into: &lines)
    }
    occasion.lineCount = UInt16(lines.count - Int(occasion.firstLine))
    for line in lines[Int(occasion.firstLine)...] {
      occasion.listMinor += line.listMinor
      occasion.costMinor += line.costMinor
    }
  }

  private func pick(
    _ items: [ShelfItem], _ another: Double, minute: Int32, person: UInt32, at address: DrawAddress,
    draws: Draws, into lines: inout [BasketItem]
  ) {
    let first = lines.count
    let weights = weights(of: items, minute: minute, person: person, draws: draws)
    let total = weights.reduce(0, +)
    for attempt in 0..<Self.mostItems {
      let block = draws.block(at: address, attempt: attempt)
      add(item: choice(share(block.first), weights, total), of: items, to: &lines, from: first)
      guard share(block.third) < another else { return }
    }
  }

  private func add(
    item: Int, of items: [ShelfItem], to lines: inout [BasketItem], from first: Int
  ) {
    let shelf = items[item]
    if let known = lines[first...].firstIndex(where: { $0.item == UInt16(item) }) {
      lines[known].quantity += 1
      lines[known].listMinor += shelf.priceMinor
      lines[known].costMinor += shelf.costMinor
      return
    }
    lines.append(
      BasketItem(
        listMinor: shelf.priceMinor, costMinor: shelf.costMinor, quantity: 1, item: UInt16(item),
        category: shelf.category))
  }

  /// How likely each item is to be chosen now.
  ///
  /// An item that is needed in cycles is chosen in the first quarter of each of the person's cycles
  /// only, four times as often; the items without a cycle share what the due ones leave. So every
  /// item's share of all choices is its popularity's, as long as due items together do not want
  /// more than all of them. With nothing to choose, popularity alone decides. The quarter is an
  /// `assumption:`.
  private func weights(
    of items: [ShelfItem], minute: Int32, person: UInt32, draws: Draws
  ) -> [Double] {
    var (all, lasting, due) = (0.0, 0.0, 0.0)
    var weights = items.indices.map { index -> Double in
      let popularity = items[index].popularity
      all += popularity
      guard let cycleDays = items[index].cycleDays else {
        lasting += popularity
        return popularity
      }
      let clock = draws.uniform(
        at: DrawAddress(subject: person, purpose: .itemClock, occurrence: UInt32(index)))
      let cycles = Double(minute) / (1440 * Double(cycleDays)) + clock
      let weight = cycles - cycles.rounded(.down) < 0.25 ? 4 * popularity : 0
      due += weight
      return weight
    }
    guard lasting < all else { return weights }
    guard lasting + due > 0 else { return items.map(\.popularity) }
    let left = lasting > 0 ? max(0, all - due) / lasting : 0
    for index in items.indices where items[index].cycleDays == nil { weights[index] *= left }
    return weights
  }

  private func choice(_ mark: Double, _ weights: [Double], _ total: Double) -> Int {
    var left = mark * total
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return index }
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }

  private func share(_ word: UInt32) -> Double { Double(word) * 0x1p-32 }
}
