import PointsLedger
import Quantities
import Timeline

/// Quotes and orders under budgets: what the quote says is what the order gets.
extension LoyaltyEngine {
  /// The quote of the best stack that budgets allow.
  func affordableQuote(
    of applicable: UInt16, tierPrice: Int64, _ basket: borrowing Span<BasketLine>,
    _ total: BasketTotal, _ standing: HolderStanding, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Quote {
    let price = affordablePrice(of: applicable, tierPrice: tierPrice, account, accounts, touch)
    var quote = terms(price, basket, total, standing, account, accounts, touch)
    limit(&quote, tierPrice: tierPrice, account, accounts, touch)
    return quote
  }

  /// Limits what terms say of points to what budgets leave.
  func limit(
    _ terms: inout Quote, tierPrice: Int64, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) {
    let paid = paidReductions(terms, tierPrice: tierPrice, account, accounts, touch)
    limit(&terms, paid, account, accounts, touch)
  }

  /// What budgets pay of each offer; nothing where prices depend on lines, as no budget is over
  /// offers there.
  func paidReductions(
    _ terms: borrowing Quote, tierPrice: Int64, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> OfferReductions {
    guard !programs[touch.scheme].pricesByLine else { return OfferReductions(stack: 0) }
    let price = price(after: terms.offers.rawValue, tierPrice: tierPrice, at: touch)
    return fit(price, tierPrice: tierPrice, account, accounts, touch).reductions
  }

  /// Counts an order that is about to happen, or closes the shared budget that it does not fit.
  ///
  /// - Parameters:
  ///   - spendable: how many points might have been spent without budgets.
  ///   - room: how many points the order may earn.
  /// - Returns: the rule of the budget that refuses the order; none if it may happen.
  func claim(
    _ terms: Quote, points: Int64, ofAtMost spendable: Int64,
    _ basket: borrowing Span<BasketLine>, _ total: BasketTotal, _ tierPrice: Int64, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, room: inout Int64
  ) -> RuleID {
    var use = OrderUse(
      reductions: paidReductions(terms, tierPrice: tierPrice, account, accounts, touch))
    use.spentPoints = points
    use.spentValue = programs[touch.scheme].value(ofPoints: points)
    var wanted = wantedUse(tierPrice, account, accounts, touch)
    wanted.spentPoints = terms.spendablePoints.count < spendable ? spendable : points
    if programs[touch.scheme].hasPoints {
      let sale = Sale(
        list: total.list, paid: terms.pay.minor - use.spentValue, pointsPaid: use.spentValue,
        items: total.items)
      wanted.earnedPoints = pointsEarned(by: sale, basket, account, accounts, touch)
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
    _ tierPrice: Int64, _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> OrderUse {
    guard !programs[touch.scheme].pricesByLine else {
      return OrderUse(reductions: OfferReductions(stack: 0))
    }
    let applicable = applicableOffers(tierPrice, accounts.states[account], touch)
    let best = bestPrice(of: applicable, tierPrice: tierPrice, at: touch)
    return OrderUse(reductions: reductions(of: best.stack, tierPrice: tierPrice, at: touch))
  }
}
