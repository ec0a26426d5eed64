import PointsLedger
import Quantities
import Timeline

/// Quotes and orders under budgets: what the quote says is what the order gets.
extension LoyaltyEngine {
  /// The quote of the best stack that budgets allow.
  @inline(never)
  func affordableQuote(
    of basket: borrowing Span<BasketLine>, _ total: BasketTotal, _ standing: HolderStanding,
    _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Quote {
    let fit = affordableStack(of: basket, total, account, accounts, touch)
    var quote = Quote(list: Money(minor: total.list))
    fill(&quote, fit.price, basket, total, standing, account, accounts, touch)
    limit(&quote, fit.reductions, account, accounts, touch)
    return quote
  }

  /// Writes the terms of an order that budgets look at and has them count it.
  ///
  /// Apart, so that other orders have no memory for what each offer takes off.
  @inline(never)
  func admitWithinBudgets(
    _ basket: borrowing Span<BasketLine>, _ total: BasketTotal, offers: OfferSet, points: Int64,
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, _ terms: inout Quote,
    _ room: inout Int64
  ) -> (refusal: Refusal, rule: RuleID) {
    var reductions: OfferReductions?
    return admitWithinBudgets(
      basket, total, offers: offers, points: points, account, &accounts, touch, &terms, &room,
      &reductions)
  }

  /// The same, telling what each offer takes off.
  func admitWithinBudgets(
    _ basket: borrowing Span<BasketLine>, _ total: BasketTotal, offers: OfferSet, points: Int64,
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, _ terms: inout Quote,
    _ room: inout Int64, _ reductions: inout OfferReductions?
  ) -> (refusal: Refusal, rule: RuleID) {
    let standing = accounts.standing(account, on: touch.day)
    let priced = budgetedPrice(
      of: basket, total, offers: offers.rawValue, account, accounts, touch,
      reductions: &reductions)
    guard priced.refusal == .none else { return (priced.refusal, priced.refusedBy) }
    terms.list = Money(minor: total.list)
    fill(&terms, priced.price, basket, total, standing, account, accounts, touch)
    let spendable = terms.spendablePoints.count
    if let reductions { limit(&terms, reductions, account, accounts, touch) }
    guard programs[touch.scheme].maySpend(points, ofAtMost: terms.spendablePoints.count) else {
      return (.pointsNotSpendable, RuleNumber.redeem)
    }
    guard let reductions else { return (.none, .none) }
    let overflow = claim(
      terms, points: points, ofAtMost: spendable, basket, total, reductions, account, &accounts,
      touch, room: &room)
    return overflow == .none ? (.none, .none) : (.budgetExhausted, overflow)
  }

  /// Counts an order that is about to happen, or closes the shared budget that it does not fit.
  ///
  /// - Parameters:
  ///   - spendable: how many points might have been spent without budgets.
  ///   - reductions: what each offer takes off.
  ///   - room: how many points the order may earn.
  /// - Returns: the rule of the budget that refuses the order; none if it may happen.
  func claim(
    _ terms: Quote, points: Int64, ofAtMost spendable: Int64, _ basket: borrowing Span<BasketLine>,
    _ total: BasketTotal, _ reductions: OfferReductions, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, room: inout Int64
  ) -> RuleID {
    var use = OrderUse(reductions: reductions)
    use.spentPoints = points
    use.spentValue = programs[touch.scheme].value(ofPoints: points)
    var wanted = wantedUse(basket, total, account, accounts, touch)
    wanted.spentPoints = terms.spendablePoints.count < spendable ? spendable : points
    if programs[touch.scheme].hasPoints {
      let sale = Sale(
        list: total.list, paid: terms.pay.minor - use.spentValue, pointsPaid: use.spentValue,
        items: total.items, pointsToSpend: points)
      wanted.earnedPoints = pointsEarned(
        by: sale, basket, account, accounts, playing(terms.offers.rawValue, touch))
      use.earnedPoints = wanted.earnedPoints
      for position in budgetRange(touch.scheme) where budgets[position].countsIssue {
        let left = left(position, for: account, in: accounts, on: touch.day)
        use.earnedPoints = budgets[position].paid(of: use.earnedPoints, left: left)
      }
      room = use.earnedPoints
    }
    let overflow = closeFirstOverflow(of: use, &accounts, touch)
    if overflow == .none { count(use, wanted: wanted, account, &accounts, touch) }
    return overflow
  }

  /// What the order would use if there were no budgets, points left aside.
  private func wantedUse(
    _ basket: borrowing Span<BasketLine>, _ total: BasketTotal, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> OrderUse {
    let best = bestPrice(of: basket, total, among: .max, account, accounts, touch)
    let tierPrice = best.left + best.promotions + best.coupons
    return OrderUse(
      reductions: reductions(of: best.stack, basket, tierPrice: tierPrice, at: touch))
  }
}
