public import Quantities

/// One line of an order: its list price, and what took how much of it off.
///
/// The lines of an order add up to its terms and its payment, reduction by reduction, to the minor
/// unit; so whoever returns a line is paid back what it cost, and the others keep their price.
public struct LineBill: Sendable {
  /// The list price of the whole line.
  public let list: Money
  /// What the tier's price took off.
  public internal(set) var tierDiscount: Money = .zero
  /// What promotions took off.
  public internal(set) var promotionDiscount: Money = .zero
  /// What coupons took off.
  public internal(set) var couponDiscount: Money = .zero
  /// What points paid.
  public internal(set) var spentValue: Money = .zero
  /// What each offer took off, by position.
  private var ofOffers = InlineArray<16, Int64>(repeating: 0)

  init(list: Money) { self.list = list }

  /// The money paid for the line.
  public var paid: Money {
    list - tierDiscount - promotionDiscount - couponDiscount - spentValue
  }

  /// What one offer took off the line; the offer's position.
  public func reduction(ofOffer offer: Int) -> Money { Money(minor: ofOffers[offer]) }

  mutating func take(_ amount: Int64, offer: Int, isCoupon: Bool) {
    ofOffers[offer] = amount
    if isCoupon {
      couponDiscount += Money(minor: amount)
    } else {
      promotionDiscount += Money(minor: amount)
    }
  }
}

extension LoyaltyEngine {
  /// Appends a bill for each line of a basket that was ordered.
  ///
  /// Every reduction is split over the lines by largest remainder, in the order in which it is
  /// taken: the tier's price, each offer in rule order, points last; each in proportion to what the
  /// line still costs (10/10/10 with 10 off is 3.34/3.33/3.33), ties to the first line. Worked out
  /// on request alone, for refunds and explanations.
  ///
  /// - Parameters:
  ///   - terms: the order's terms, or a quote of the same basket.
  ///   - spentValue: what points paid of it.
  ///   - scheme: the scheme that decided the order.
  ///   - bills: where the bills are added, in the basket's order.
  public func appendLineBills(
    of basket: borrowing Span<BasketLine>, terms: Quote, spentValue: Money, scheme: Int,
    to bills: inout [LineBill]
  ) {
    let first = bills.count
    for index in basket.indices {
      bills.append(LineBill(list: Money(minor: basket[index].listMinor)))
    }
    withUnsafeTemporaryAllocation(of: PricedLine.self, capacity: basket.count) { buffer in
      layOut(basket, scheme: scheme, in: buffer)
      var lines = buffer.mutableSpan
      let isMember = terms.tierDiscount > .zero
      let context = context(of: &lines, scheme: scheme, tier: isMember ? Int(terms.tier) : nil)
      for index in lines.indices {
        let discount = bills[first + index].list.minor - lines[index].tierPrice
        bills[first + index].tierDiscount = Money(minor: discount)
      }
      split(terms, &lines, context, bills: &bills, from: first)
      for index in lines.indices { lines[index].isTaking = true }
      lines.take(spentValue.minor)
      for index in lines.indices {
        bills[first + index].spentValue = Money(minor: lines[index].taken)
      }
    }
  }

  /// Splits what each offer of a stack takes off.
  private func split(
    _ terms: Quote, _ lines: inout MutableSpan<PricedLine>, _ context: LineContext,
    bills: inout [LineBill], from first: Int
  ) {
    var left = context.tierPrice
    // A budget may have paid less: the last offers then take what is left of their kind's sum.
    var open = (coupons: terms.couponDiscount.minor, promotions: terms.promotionDiscount.minor)
    for position in BitPositions(bits: terms.offers.rawValue) {
      let isCoupon = offers[context.firstOffer + position].isCoupon
      let full = reduction(ofOffer: position, from: left, lines, context)
      left -= full
      let off = min(full, isCoupon ? open.coupons : open.promotions)
      if isCoupon { open.coupons -= off } else { open.promotions -= off }
      lines.select(1 << UInt16(position))
      lines.take(off)
      for index in lines.indices {
        bills[first + index].take(lines[index].taken, offer: position, isCoupon: isCoupon)
      }
    }
  }
}
