import Quantities

/// What pricing by line knows of a basket beside its lines.
struct LineContext {
  var scheme: Int
  var firstOffer: Int
  /// What the basket costs at the member's tier, before offers.
  var tierPrice: Int64 = 0
  /// How many units it has.
  var units: Int64 = 0
}

/// What an offer's thresholds look at.
struct OfferMeasure {
  var spend: Int64 = 0
  var units: Int64 = 0
  var hasMatch = false
}

// Prices that depend on the lines of a basket (M21, M25, M28). Lines stand in memory of the caller.
extension LoyaltyEngine {
  /// Lays out the lines of a basket at list price, in memory for as many.
  func layOut(
    _ basket: borrowing Span<BasketLine>, scheme: Int,
    in buffer: UnsafeMutableBufferPointer<PricedLine>
  ) {
    let rules = lineRules.schemes[scheme]
    for index in basket.indices {
      let item = Int(basket[index].item)
      let scoped = item < rules.itemCount ? lineRules.itemOffers[rules.firstItem + item] : 0
      buffer.initializeElement(
        at: index, to: PricedLine(basket[index], offers: rules.unscoped | scoped))
    }
  }

  /// Puts the lines at a tier's price, and adds them up.
  ///
  /// An item of the tier's price list costs what stands there; the tier's share is taken off all
  /// others together, rounded down once, and split over them. No tier means list prices.
  func context(
    of lines: inout MutableSpan<PricedLine>, scheme: Int, tier: Int?
  ) -> LineContext {
    if let tier { reduce(&lines, to: Int(programs[scheme].firstTier) + tier) }
    var context = LineContext(scheme: scheme, firstOffer: Int(programs[scheme].firstOffer))
    for index in lines.indices {
      lines[index].tierPrice = lines[index].left
      context.tierPrice += lines[index].left
      context.units += lines[index].quantity
    }
    return context
  }

  private func reduce(_ lines: inout MutableSpan<PricedLine>, to tier: Int) {
    var shared: Int64 = 0
    for index in lines.indices {
      if let price = memberPrice(of: lines[index].item, in: lineRules.tierPrices[tier]) {
        lines[index].isTaking = false
        let price = price.multipliedReportingOverflow(by: lines[index].quantity)
        if !price.overflow { lines[index].left = min(price.partialValue, lines[index].left) }
      } else {
        shared += lines[index].left
      }
    }
    lines.take(tiers[tier].reduction.of(shared))
  }

  /// The price of one unit of an item in a tier's price list, found by halving.
  private func memberPrice(of item: UInt16, in list: Range<Int>) -> Int64? {
    var (low, high) = (list.lowerBound, list.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let found = lineRules.memberPrices[middle]
      if found.item == item { return found.price.minor }
      if found.item < item { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// What an offer's thresholds look at.
  func measure(
    ofOffer position: Int, _ lines: borrowing MutableSpan<PricedLine>, _ context: LineContext
  ) -> OfferMeasure {
    let offer = lineRules.offers[context.firstOffer + position]
    var measure = OfferMeasure()
    for index in lines.indices where lines[index].offers & (1 << UInt16(position)) != 0 {
      measure.hasMatch = true
      measure.spend += lines[index].tierPrice
      measure.units += lines[index].quantity
    }
    guard offer.countsBasket else { return measure }
    measure.hasMatch = measure.hasMatch || !offer.isScoped
    measure.spend = context.tierPrice
    measure.units = context.units
    return measure
  }

  /// What one offer takes off what earlier offers left of the basket and of its lines.
  func reduction(
    ofOffer position: Int, from left: Int64, _ lines: borrowing MutableSpan<PricedLine>,
    _ context: LineContext
  ) -> Int64 {
    let program = offers[context.firstOffer + position]
    let offer = lineRules.offers[context.firstOffer + position]
    let bit: UInt16 = 1 << UInt16(position)
    let open = offer.isScoped ? lines.sum(of: bit, isInitial: false) : left
    func base() -> Int64 {
      guard offer.takesInitial else { return open }
      return offer.isScoped ? lines.sum(of: bit, isInitial: true) : context.tierPrice
    }
    switch offer.kind {
    case .amount:
      let spend = measure(ofOffer: position, lines, context).spend
      return min(reduction(of: program, from: .max, tierPrice: spend), open)
    case .share: return min(program.share.of(base()), program.cap, open)
    case .amountEach:
      let times = lines.units(of: bit) / offer.every
      let off = times.multipliedReportingOverflow(by: offer.off)
      return off.overflow ? open : min(off.partialValue, open)
    case .nthOfItem:
      return min(program.share.of(lines.nthOfItems(bit, offer)), open)
    case .gift: return 0
    case .nthCheapest:
      return min(program.share.of(lines.nthOfAll(bit, offer)), open)
    }
  }

  /// What is left to pay after a stack of offers, in rule order.
  func price(
    after stack: UInt16, _ lines: inout MutableSpan<PricedLine>, _ context: LineContext
  ) -> StackPrice {
    for index in lines.indices { lines[index].left = lines[index].tierPrice }
    let looking = stack & lineRules.schemes[context.scheme].lookingAtLines
    var price = StackPrice(tierPrice: context.tierPrice)
    var coupons: Int64 = 0
    var left = context.tierPrice
    for position in BitPositions(bits: stack) {
      let off = reduction(ofOffer: position, from: left, lines, context)
      left -= off
      if lineRules.offers[context.firstOffer + position].kind == .gift {
        give(ofOffer: position, lines, context, to: &price)
      }
      if offers[context.firstOffer + position].isCoupon { coupons += off }
      // Lines matter only as long as an offer to come looks at them.
      guard looking >> UInt16(position) > 1 else { continue }
      lines.select(1 << UInt16(position))
      lines.take(off)
    }
    price.stack = stack
    price.left = left
    price.promotions = context.tierPrice - left - coupons
    price.coupons = coupons
    return price
  }

  /// Adds the gift of the highest threshold that an offer's lines, or the basket, reach.
  private func give(
    ofOffer position: Int, _ lines: borrowing MutableSpan<PricedLine>, _ context: LineContext,
    to price: inout StackPrice
  ) {
    let spend = measure(ofOffer: position, lines, context).spend
    let steps = lineRules.offers[context.firstOffer + position].gifts
    guard let step = steps.last(where: { lineRules.gifts[$0].minimumSpend <= spend }) else {
      return
    }
    price.giftValue += lineRules.gifts[step].value
    price.giftCost += lineRules.gifts[step].cost
    price.gifts |= lineRules.gifts[step].bit
  }
}
