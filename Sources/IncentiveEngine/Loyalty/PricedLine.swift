import Quantities

/// One line of a basket while its price is worked out.
struct PricedLine {
  /// What it costs at the member's tier, before offers.
  var tierPrice: Int64
  /// What it still costs.
  var left: Int64
  var quantity: Int64
  /// What the last reduction took off it.
  var taken: Int64 = 0
  /// What the rounding of that share left over.
  fileprivate var remainder: UInt64 = 0
  var item: UInt16
  /// The offers that are for it, one bit each.
  var offers: UInt16
  /// Whether the next reduction takes its share of this line.
  var isTaking = true

  init(_ line: BasketLine, offers: UInt16) {
    tierPrice = line.listMinor
    left = line.listMinor
    quantity = Int64(line.quantity)
    item = line.item
    self.offers = offers
  }
}

extension MutableSpan<PricedLine> {
  /// Says which lines the next reduction is taken off: those that one of these offers is for.
  mutating func select(_ offers: UInt16) {
    for index in indices { self[index].isTaking = self[index].offers & offers != 0 }
  }

  /// Takes an amount off the lines selected, in proportion to what each still costs, by largest remainder
  /// (see ``LargestRemainder``), ties to the first line; no line is taken below zero.
  ///
  /// Allocates nothing. The amount is at most what the lines cost together.
  mutating func take(_ amount: Int64) {
    var sum: UInt64 = 0
    for index in indices {
      self[index].taken = 0
      self[index].remainder = 0
      guard self[index].isTaking else { continue }
      sum += UInt64(self[index].left)
    }
    precondition(amount >= 0 && UInt64(amount) <= sum, "no more is taken off than there is")
    guard amount > 0 else { return }
    var open = amount
    for index in indices where self[index].isTaking {
      let product = UInt64(amount).multipliedFullWidth(by: UInt64(self[index].left))
      let share = sum.dividingFullWidth((product.high, product.low))
      self[index].taken = Int64(share.quotient)
      self[index].remainder = share.remainder
      open -= self[index].taken
    }
    // The remainders add up to as many whole sums as units are open, and each is below the sum: so
    // more lines than that have one.
    while open > 0 {
      takeUnitByLargestRemainder()
      open -= 1
    }
    for index in indices { self[index].left -= self[index].taken }
  }

  private mutating func takeUnitByLargestRemainder() {
    var largest = 0
    for index in indices where self[index].remainder > self[largest].remainder { largest = index }
    self[largest].taken += 1
    self[largest].remainder = 0
  }
}
