import PointsLedger
import Quantities
import Timeline

/// What budgets leave of a quote.
extension LoyaltyEngine {
  /// The budgets of a scheme, by position.
  func budgetRange(_ scheme: Int) -> Range<Int> {
    let first = Int(programs[scheme].firstBudget)
    return first..<(first + Int(programs[scheme].budgetCount))
  }

  /// Whether an account's budgets have to be looked at.
  @inline(__always)
  func holdsBudgets(_ touch: Touch, _ accounts: borrowing SchemeAccounts) -> Bool {
    programs[touch.scheme].budgetCount > 0 && accounts.budgets.isOn
  }

  /// What is left of a budget for an account; `Int64.max` while a shared budget takes all uses.
  func left(
    _ position: Int, for account: Int, in accounts: borrowing SchemeAccounts, on day: Day
  ) -> Int64 {
    let budget = budgets[position]
    if budget.measure == .liability, budget.scope == .member {
      let held = accounts.held(account, on: day).count
      return max(0, budget.limit - held - accounts.reservations.points(of: account))
    }
    let state = state(of: position, for: account, in: accounts)
    let isCurrent =
      budget.measure == .liability || state.firstDay == budget.firstDay(of: day)
    switch isCurrent ? state.gate : .open {
    case .closed: return 0
    case .last: return max(0, state.remainder - state.remainderUsed)
    case .open:
      guard state.discipline == .fits else { return .max }
      if budget.measure == .liability {
        let own = outstanding(state, in: accounts, on: day)
        return max(0, budget.limit - own - state.usedElsewhere)
      }
      return isCurrent ? max(0, budget.limit - state.used - state.usedElsewhere) : budget.limit
    }
  }

  private func state(
    of position: Int, for account: Int, in accounts: borrowing SchemeAccounts
  ) -> BudgetState {
    let budget = budgets[position]
    guard budget.scope == .member else { return accounts.budgets.states[position] }
    return accounts.budgets.members[account * accounts.budgets.memberStride + budget.memberSlot]
  }

  /// The points outstanding in a community on a day, active, pending or set aside; those excluded that have
  /// expired unnoticed.
  ///
  /// The ledger's totals still hold what expired unnoticed. That is counted once a day, and when
  /// some of it is noticed the points of breakage grow by as much.
  func outstanding(
    _ state: BudgetState, in accounts: borrowing SchemeAccounts, on day: Day
  ) -> Int64 {
    let unnoticed = state.firstDay == day.index ? state.used : unnoticed(in: accounts, on: day)
    return accounts.ledger.totals.outstanding + accounts.ledger.totals[.breakage] - unnoticed
      + accounts.reservations.points()
  }

  /// Points that have expired by a day and that the totals still hold, and all points of breakage.
  func unnoticed(in accounts: borrowing SchemeAccounts, on day: Day) -> Int64 {
    let totals = accounts.ledger.totals
    var points = totals.outstanding + totals[.breakage]
    for account in 0..<accounts.count {
      points -= accounts.held(account, on: day).count
    }
    return points
  }

  /// A stack as budgets pay it, or the offer that they refuse.
  struct StackFit {
    var price: StackPrice
    var reductions: OfferReductions
    /// The offers that budgets allow, one bit each.
    var allowed = UInt16.max
    /// The offer that does not fit, as a bit; none if all do.
    var refused: UInt16 = 0
    /// The budget that refuses it.
    var budget = 0
  }

  /// The best stack that budgets allow.
  func affordableStack(
    of basket: borrowing Span<BasketLine>, _ total: BasketTotal, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> StackFit {
    var allowed = UInt16.max
    while true {
      let price = bestPrice(of: basket, total, among: allowed, account, accounts, touch)
      var fit = fit(price, basket, account, accounts, touch)
      fit.allowed = allowed
      if fit.refused == 0 { return fit }
      allowed &= ~fit.refused
    }
  }

  /// The best price of a basket under some of the scheme's offers.
  @inline(__always)
  func bestPrice(
    of basket: borrowing Span<BasketLine>, _ total: BasketTotal, among allowed: UInt16,
    _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> StackPrice {
    if programs[touch.scheme].pricesByLine {
      return bestPriceByLine(of: basket, among: allowed, accounts.states[account], touch)
    }
    let tierPrice = tierPrice(of: total.list, at: touch)
    let applicable = allowed & applicableOffers(tierPrice, account, accounts, touch)
    return bestPrice(of: applicable, tierPrice: tierPrice, at: touch)
  }

  /// Holds a stack against all budgets of offers: what does not fit is refused, the last in rule
  /// order first, or cut to what is left.
  func fit(
    _ price: StackPrice, _ basket: borrowing Span<BasketLine>, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> StackFit {
    let tierPrice = price.left + price.promotions + price.coupons
    let reductions = reductions(of: price.stack, basket, tierPrice: tierPrice, at: touch)
    var fit = StackFit(price: price, reductions: reductions)
    for position in budgetRange(touch.scheme) where budgets[position].offers & price.stack != 0 {
      let budget = budgets[position]
      let left = left(position, for: account, in: accounts, on: touch.day)
      let amount = OrderUse(reductions: fit.reductions).amount(ofOffers: budget)
      guard amount > left || left == 0 else { continue }
      guard budget.paysRemainder, budget.measure == .money, left > 0 else {
        let covered = budget.offers & price.stack
        fit.refused = 1 << UInt16(15 - covered.leadingZeroBitCount)
        fit.budget = position
        return fit
      }
      fit.reductions.cut(budget.offers, to: left)
    }
    let coupons = programs[touch.scheme].coupons
    fit.price.coupons = fit.reductions.sum(over: coupons)
    fit.price.promotions = fit.reductions.sum(over: ~coupons)
    fit.price.left = tierPrice - fit.price.coupons - fit.price.promotions
    return fit
  }

  /// Limits what a quote says of points to what budgets leave.
  func limit(
    _ quote: inout Quote, _ reductions: OfferReductions, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) {
    let use = OrderUse(reductions: reductions)
    for position in budgetRange(touch.scheme) {
      let budget = budgets[position]
      guard budget.coversRedemption || budget.countsIssue else { continue }
      let left = left(position, for: account, in: accounts, on: touch.day)
      guard left < .max else { continue }
      if budget.countsIssue {
        quote.earnedPoints = Points(
          budget.paid(of: quote.earnedPoints.count, left: left))
      }
      guard budget.coversRedemption else { continue }
      let program = programs[touch.scheme]
      let points = program.points(
        within: left - use.amount(ofOffers: budget), measure: budget.measure)
      guard quote.spendablePoints.count > points else { continue }
      let steps = budget.paysRemainder && points >= program.smallestPoints ? points : 0
      quote.spendablePoints = Points(steps)
      quote.spendableValue = Money(minor: program.value(ofPoints: steps))
    }
  }

  /// What each offer of a stack takes off, in rule order.
  func reductions(
    of stack: UInt16, _ basket: borrowing Span<BasketLine>, tierPrice: Int64, at touch: Touch
  ) -> OfferReductions {
    if programs[touch.scheme].pricesByLine {
      return reductionsByLine(of: stack, basket, at: touch)
    }
    var reductions = OfferReductions(stack: stack)
    var left = tierPrice
    for position in BitPositions(bits: stack) {
      let offer = offers[Int(programs[touch.scheme].firstOffer) + position]
      reductions[position] = reduction(of: offer, from: left, tierPrice: tierPrice)
      left -= reductions[position]
    }
    return reductions
  }
}

extension OrderUse {
  /// What a budget counts of the offers alone.
  func amount(ofOffers budget: BudgetProgram) -> Int64 {
    budget.measure == .money || budget.measure == .uses ? amount(of: budget) : 0
  }
}

extension BudgetProgram {
  /// What is paid of an amount, given what is left.
  func paid(of amount: Int64, left: Int64) -> Int64 {
    if amount <= left { return amount }
    return paysRemainder ? max(0, left) : 0
  }
}

extension SchemeProgram {
  /// The most points, in whole steps, that something left of a budget lets pay.
  func points(within left: Int64, measure: Budget.Measure) -> Int64 {
    guard left > 0, stepPoints > 0 else { return 0 }
    return switch measure {
    case .money: left / stepValue * stepPoints
    case .uses: .max
    case .pointsRedeemed: left / stepPoints * stepPoints
    case .pointsIssued, .liability: .max
    }
  }
}
