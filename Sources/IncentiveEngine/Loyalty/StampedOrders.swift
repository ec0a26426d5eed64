import Quantities
import Timeline

/// What has become of the stamps of one order that may be returned.
///
/// What is neither open nor gone nor returned was turned in with a card, or filled up a debt.
struct StampedOrder: Sendable, Equatable {
  /// The order's position in the book.
  var order: UInt32
  /// The account's stamped order before it, by position, or -1; none whose stamps are all closed.
  var prior: Int32
  /// Stamps on the card at hand.
  var open: Int32
  /// Stamps of a card that ran out.
  var gone: Int32 = 0
}

extension OrderBook {
  /// Writes the stamps of the newest order down; its position plus one, which accounts remember.
  mutating func noteStamps(_ earned: Int64, after newest: Int64) -> Int64 {
    stamped.append(
      StampedOrder(
        order: UInt32(orders.count - 1), prior: Int32(newest) - 1, open: Int32(clamping: earned)))
    return Int64(stamped.count)
  }

  /// Closes all open stamps of a chain of orders but the newest so many.
  ///
  /// - Parameter areGone: whether their card ran out; else they were turned in or filled up a debt.
  /// - Complexity: linear in the orders of the cards at hand: what is closed is never looked at again.
  mutating func closeStamps(from newest: Int64, but count: Int64, areGone: Bool = false) {
    var (place, left) = (Int(newest) - 1, count)
    while place >= 0 {
      let kept = min(left, Int64(stamped[place].open))
      if areGone { stamped[place].gone += stamped[place].open - Int32(kept) }
      stamped[place].open = Int32(kept)
      let prior = Int(stamped[place].prior)
      if left == 0 { stamped[place].prior = -1 }
      left -= kept
      place = prior
    }
  }

  /// Takes stamps back from what an order earned, those on the card at hand first, then those of a
  /// card that ran out; how many were on the card, and how many had been used.
  mutating func returnStamps(_ count: Int64, of order: Int) -> (open: Int64, used: Int64) {
    guard let place = place(ofStamped: order) else { return (0, 0) }
    let open = min(count, Int64(stamped[place].open))
    let gone = min(count - open, Int64(stamped[place].gone))
    stamped[place].open -= Int32(open)
    stamped[place].gone -= Int32(gone)
    return (open, count - open - gone)
  }

  /// Makes one chain of two, in the order of the orders.
  mutating func joinStamps(_ one: Int64, _ other: Int64) {
    var (first, second) = (Int(one) - 1, Int(other) - 1)
    var last = -1
    while first >= 0 || second >= 0 {
      if first < second { swap(&first, &second) }
      if last >= 0 { stamped[last].prior = Int32(first) }
      last = first
      first = Int(stamped[first].prior)
    }
  }

  private func place(ofStamped order: Int) -> Int? {
    var (low, high) = (0, stamped.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(stamped[middle].order) < order { low = middle + 1 } else { high = middle }
    }
    return low < stamped.count && Int(stamped[low].order) == order ? low : nil
  }
}
