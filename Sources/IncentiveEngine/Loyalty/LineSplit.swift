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
    let count = basket.count
    for index in basket.indices {
      bills.append(LineBill(list: Money(minor: basket[index].listMinor)))
    }
    withUnsafeTemporaryAllocation(of: PricedLine.self, capacity: count) { buffer in
      for index in 0..<count {
        buffer.initializeElement(at: index, to: PricedLine(left: bills[first + index].list.minor))
      }
      var lines = buffer.mutableSpan
      lines.take(terms.tierDiscount.minor)
      for index in lines.indices {
        bills[first + index].tierDiscount = Money(minor: lines[index].taken)
      }
      split(terms, scheme, &lines, bills: &bills, from: first)
      lines.take(spentValue.minor)
      for index in lines.indices {
        bills[first + index].spentValue = Money(minor: lines[index].taken)
      }
    }
  }

  /// Splits what each offer of a stack takes off.
  private func split(
    _ terms: Quote, _ scheme: Int, _ lines: inout MutableSpan<PricedLine>,
    bills: inout [LineBill], from first: Int
  ) {
    let tierPrice = (terms.list - terms.tierDiscount).minor
    let firstOffer = Int(programs[scheme].firstOffer)
    var left = tierPrice
    for position in BitPositions(bits: terms.offers.rawValue) {
      let off = reduction(of: offers[firstOffer + position], from: left, tierPrice: tierPrice)
      left -= off
      lines.take(off)
      for index in lines.indices {
        bills[first + index].take(
          lines[index].taken, offer: position, isCoupon: offers[firstOffer + position].isCoupon)
      }
    }
  }
}
