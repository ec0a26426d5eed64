import Quantities

/// What schemes need that price by line, laid out flat; nothing for the others.
struct LineRules: Sendable {
  /// By scheme.
  var schemes: [LineScheme] = []
  /// By offer, beside the engine's offers.
  var offers: [LineOffer] = []
  /// By tier, beside the engine's tiers: where its member prices stand.
  var tierPrices: [Range<Int>] = []
  /// Of each tier by item, ascending.
  var memberPrices: [MemberPrice] = []
  /// Of each scheme by item: which offers match, one bit each.
  var itemOffers: [UInt16] = []
  var groups: [GroupProgram] = []
  /// The gifts of all offers, step by step.
  var gifts: [GiftProgram] = []
  /// The positions of the groups' offers, in the groups' order.
  var groupOffers: [Int] = []

  /// Lays out one more scheme.
  mutating func append(_ scheme: Scheme) {
    var program = LineScheme()
    program.firstItem = itemOffers.count
    let items = scheme.offers.flatMap { $0.scope?.items ?? [] }
    program.itemCount = items.max().map { Int($0) + 1 } ?? 0
    itemOffers += Array(repeating: 0, count: program.itemCount)
    var giftCount = 0
    for (position, offer) in scheme.offers.enumerated() {
      let bit: UInt16 = 1 << UInt16(position)
      var compiled = LineOffer(offer)
      if case .gift(let steps) = offer.benefit {
        compiled.gifts = gifts.count..<gifts.count + steps.count
        for step in steps {
          gifts.append(GiftProgram(step, bit: 1 << UInt16(giftCount)))
          giftCount += 1
        }
      }
      if compiled.looksAtLines { program.lookingAtLines |= bit }
      if offer.stacking == .stackable { program.joint |= bit } else { program.alone |= bit }
      offers.append(compiled)
      guard let scope = offer.scope else {
        program.unscoped |= bit
        continue
      }
      for item in scope.items { itemOffers[program.firstItem + Int(item)] |= bit }
    }
    append(scheme.groups, to: &program, firstOffer: offers.count - scheme.offers.count)
    for tier in scheme.tiers?.tiers ?? [Tier(name: "", threshold: 0)] {
      let first = memberPrices.count
      memberPrices += tier.memberPrices.sorted { $0.item < $1.item }
      tierPrices.append(first..<memberPrices.count)
    }
    schemes.append(program)
  }

  private mutating func append(
    _ list: [OfferGroup], to program: inout LineScheme, firstOffer: Int
  ) {
    program.groups = groups.count..<groups.count + list.count
    for group in list {
      let bits = group.offers.reduce(UInt16(0)) { $0 | 1 << UInt16($1) }
      groups.append(
        GroupProgram(
          offers: bits, order: groupOffers.count..<groupOffers.count + group.offers.count,
          mode: group.mode, isExclusive: group.company == .exclusive))
      groupOffers += group.offers
      program.alone &= ~bits
      if group.company == .exclusive { program.joint &= ~bits } else { program.joint |= bits }
      guard group.shareBase == .initial else { continue }
      for offer in group.offers { offers[firstOffer + offer].takesInitial = true }
    }
  }
}

/// What one scheme needs to price by line; offers one bit each.
struct LineScheme: Sendable {
  /// Offers for the whole basket.
  var unscoped: UInt16 = 0
  /// Offers whose reduction depends on what single lines still cost.
  var lookingAtLines: UInt16 = 0
  /// Offers that combine with offers outside their group, if they have one.
  var joint: UInt16 = 0
  /// Offers outside groups that combine with no other.
  var alone: UInt16 = 0
  /// Where the items' offers stand; items beyond have none.
  var firstItem = 0
  var itemCount = 0
  var groups = 0..<0
}

/// One offer as pricing by line runs it, beside its ``OfferProgram``.
struct LineOffer: Sendable {
  enum Kind: UInt8, Sendable {
    case amount, share, amountEach, nthOfItem, nthCheapest, gift
  }

  var kind: Kind
  var isScoped: Bool
  /// Whether thresholds count the whole basket.
  var countsBasket: Bool
  /// Whether a share is one of the price before offers.
  var takesInitial = false
  var minimumItems: Int64
  /// Of how many units one is cheaper, or how many bring the amount once.
  var every: Int64 = 1
  /// The amount for each so many units.
  var off: Int64 = 0
  /// Where its gifts stand.
  var gifts = 0..<0

  init(_ offer: Offer) {
    isScoped = offer.scope != nil
    countsBasket = offer.scope?.counting != .matching
    minimumItems = Int64(offer.minimumItems)
    switch offer.benefit {
    case .amountOff: kind = .amount
    case .shareOff: kind = .share
    case .gift: kind = .gift
    case .amountOffEach(let units, let off):
      kind = .amountEach
      every = Int64(units)
      self.off = off.minor
      minimumItems = max(minimumItems, every)
    case .nthUnit(let rule):
      kind = rule.choice == .sameItem ? .nthOfItem : .nthCheapest
      every = Int64(rule.every)
      minimumItems = max(minimumItems, every)
    }
  }

  /// Whether the reduction depends on what single lines still cost.
  var looksAtLines: Bool { isScoped || kind == .nthOfItem || kind == .nthCheapest }
}

/// One gift as the engine runs it.
struct GiftProgram: Sendable {
  var minimumSpend, cost, value: Int64
  var bit: UInt16

  init(_ step: GiftStep, bit: UInt16) {
    minimumSpend = step.minimumSpend.minor
    cost = step.cost.minor
    value = step.value.minor
    self.bit = bit
  }
}

/// One group of offers as the engine runs it.
struct GroupProgram: Sendable {
  var offers: UInt16
  /// Where its offers stand in the groups' order.
  var order: Range<Int>
  var mode: OfferGroup.Mode
  var isExclusive: Bool
}

extension Scheme {
  /// Whether a rule looks at the items of a basket, or counts them: then orders that are amounts
  /// alone cannot be decided.
  public var looksAtItems: Bool {
    let hasMemberPrices = tiers?.tiers.contains { !$0.memberPrices.isEmpty } ?? false
    let hidesProducts = privileges.contains { privilege in
      if case .hidden = privilege.kind { true } else { false }
    }
    return hasMemberPrices || hidesProducts
      || offers.contains { offer in
        switch offer.benefit {
        case .amountOffEach, .nthUnit: true
        case .amountOff, .shareOff, .gift: offer.scope != nil || offer.minimumItems > 0
        }
      }
  }

  /// Whether prices depend on more than a basket's sum.
  var pricesByLine: Bool {
    let hasMemberPrices = tiers?.tiers.contains { !$0.memberPrices.isEmpty } ?? false
    return hasMemberPrices || !groups.isEmpty || offers.contains { !$0.isForAnySum }
  }
}

extension Offer {
  /// Whether the offer looks at nothing but what the basket costs.
  fileprivate var isForAnySum: Bool {
    guard scope == nil, minimumItems == 0 else { return false }
    switch benefit {
    case .amountOff, .shareOff: return true
    case .amountOffEach, .nthUnit, .gift: return false
    }
  }
}
