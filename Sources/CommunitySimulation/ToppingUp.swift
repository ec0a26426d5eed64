internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// A basket that grew to a threshold.
struct LargerOrder {
  var occasion: Occasion
  var lines: [BasketLine]
  var quote: Quote
}

extension ArmRun {
  /// The order with goods added to reach the nearest threshold, if the member adds them; the engine
  /// quotes the larger basket, and what it would cost more decides.
  func toppedUp(
    _ occasion: Occasion, _ basket: borrowing Span<BasketLine>, _ quote: Quote,
    _ reaction: ReactionModel
  ) -> LargerOrder? {
    let person = Int(occasion.person)
    let minute = Minute(index: occasion.minute)
    let missing = plan.engine.missingToThreshold(
      basket, for: account(for: occasion), in: accounts, at: minute)
    guard missing > .zero else { return nil }
    let marks = draws.uniformPair(at: address(topUpPurpose(occasion.stream), of: occasion))
    guard let addition = plan.baskets.addition(missing: missing, mark: marks.1) else { return nil }
    let lines = Self.lines(basket, with: addition)
    let larger = plan.engine.quote(
      lines.span, for: account(for: occasion), in: accounts, at: minute)
    guard
      reaction.topsUp(
        addedMinor: addition.listMinor, extraMinor: (larger.pay - quote.pay).minor,
        response: people[person].response, mark: marks.0)
    else { return nil }
    var grown = occasion
    grown.listMinor += addition.listMinor
    grown.costMinor += addition.costMinor
    return LargerOrder(occasion: grown, lines: lines, quote: larger)
  }

  /// Books what was added to a basket, beside the order that it belongs to.
  mutating func tallyTopUp(_ grown: Occasion, from occasion: Occasion) {
    tally.add(to: .toppedUpOrders)
    tally.add(grown.listMinor - occasion.listMinor, to: .topUpListMinor)
    tally.add(grown.costMinor - occasion.costMinor, to: .topUpGoodsMinor)
  }

  /// The basket's lines with one more item; another of the same kind joins its line.
  private static func lines(
    _ basket: borrowing Span<BasketLine>, with addition: BasketItem
  ) -> [BasketLine] {
    var lines: [BasketLine] = []
    lines.reserveCapacity(basket.count + 1)
    for index in basket.indices { lines.append(basket[index]) }
    if let known = lines.firstIndex(where: { $0.item == addition.item }) {
      lines[known].listMinor += addition.listMinor
      lines[known].quantity += addition.quantity
    } else {
      lines.append(BasketLine(addition))
    }
    return lines
  }

  private func topUpPurpose(_ stream: OccasionStream) -> Purpose {
    switch stream {
    case .need: .needTopUp
    case .impulse: .impulseTopUp
    case .message: .messageTopUp
    }
  }
}
