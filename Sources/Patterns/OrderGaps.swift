internal import CommunitySimulation

// Gaps between the orders of one person along stamp cards.
extension [LoggedOrder] {
  /// Days between successive orders of a member: the first gap is the one from order 1 to order 2.
  var gaps: [Double] { zip(self, dropFirst()).map { $1.day - $0.day } }

  /// The orders of each card, the one that fills it the last; the last card may be unfinished.
  var cards: [[LoggedOrder]] {
    var cards: [[LoggedOrder]] = [[]]
    for order in self {
      cards[cards.count - 1].append(order)
      if order.rewardCount > 0 { cards.append([]) }
    }
    return cards
  }
}

/// One person's orders in two arms.
typealias PairedLives = (left: [LoggedOrder], right: [LoggedOrder])

extension SituationRun {
  /// Each person's orders within the horizon, in two arms.
  func paired(_ left: String, _ right: String) -> [PairedLives] {
    zip(arm(left).livesInHorizon, arm(right).livesInHorizon).map { ($0, $1) }
  }

  /// By how much an arm has more orders than another, as a share, from a day on and before another.
  func lift(
    of arm: String, over control: String, from first: Double = 0, before last: Double = .infinity
  ) -> Double {
    self.arm(arm).orderCount(from: first, before: last)
      / self.arm(control).orderCount(from: first, before: last) - 1
  }
}

extension [CommunityLog] {
  /// Each person's orders within the horizon.
  var livesInHorizon: [[LoggedOrder]] { lives.map { $0.filter { $0.minute >= 0 } } }
}

extension Sequence where Element == PairedLives {
  /// Orders of the left lives over those of the right ones, less one.
  var lift: Double {
    var (left, right) = (0, 0)
    for pair in self {
      left += pair.left.count
      right += pair.right.count
    }
    return Double(left) / Double(right) - 1
  }

  /// The same lives, only orders from a day on and before another.
  func within(_ first: Double, _ last: Double) -> [PairedLives] {
    map { pair in
      (
        pair.left.filter { $0.day >= first && $0.day < last },
        pair.right.filter { $0.day >= first && $0.day < last }
      )
    }
  }
}
