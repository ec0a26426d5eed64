import Quantities

/// What each offer of a stack takes off, by position.
struct OfferReductions {
  private(set) var amounts = InlineArray<16, Int64>(repeating: 0)
  /// The offers that take part.
  let stack: UInt16

  init(stack: UInt16) { self.stack = stack }

  subscript(position: Int) -> Int64 {
    get { amounts[position] }
    set { amounts[position] = newValue }
  }

  /// What the offers of a set take off.
  func sum(over offers: UInt16) -> Int64 {
    var sum: Int64 = 0
    for position in BitPositions(bits: offers & stack) { sum += amounts[position] }
    return sum
  }

  /// Cuts what the offers of a set take off down to an amount, the last in rule order first.
  mutating func cut(_ offers: UInt16, to amount: Int64) {
    var excess = sum(over: offers) - amount
    var position = 15
    while excess > 0, position >= 0 {
      if offers & stack & (1 << UInt16(position)) != 0 {
        let less = min(excess, amounts[position])
        amounts[position] -= less
        excess -= less
      }
      position -= 1
    }
  }
}

/// What one order, or one reward of the points mall, uses of budgets.
struct OrderUse {
  var reductions: OfferReductions
  var spentPoints: Int64 = 0
  var spentValue: Int64 = 0
  var earnedPoints: Int64 = 0
  /// Rewards of the points mall, one bit each.
  var rewards: UInt64 = 0

  /// What a budget counts of it.
  func amount(of budget: BudgetProgram) -> Int64 {
    switch budget.measure {
    case .money:
      reductions.sum(over: budget.offers) + (budget.coversRedemption ? spentValue : 0)
    case .uses:
      Int64((budget.offers & reductions.stack).nonzeroBitCount)
        + (budget.coversRedemption && spentPoints > 0 ? 1 : 0)
        + Int64((budget.rewards & rewards).nonzeroBitCount)
    case .pointsIssued: earnedPoints
    case .pointsRedeemed: spentPoints
    case .liability: earnedPoints - spentPoints
    }
  }
}
