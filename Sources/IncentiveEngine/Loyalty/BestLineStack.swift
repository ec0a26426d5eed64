import Quantities
import Timeline

// The stack that a member gets where prices depend on lines or offers stand in groups.
extension LoyaltyEngine {
  /// The price under the best legal stack of offers.
  ///
  /// Each group chooses among its offers; what combines combines; the least to pay, less what
  /// gifts are worth, of that and of each part that stands alone is the member's. Then offers are left out that change nothing.
  func bestPriceByLine(
    of basket: borrowing Span<BasketLine>, among allowed: UInt16 = .max, _ state: AccountState,
    _ touch: Touch
  ) -> StackPrice {
    withUnsafeTemporaryAllocation(of: PricedLine.self, capacity: basket.count) { buffer in
      layOut(basket, scheme: touch.scheme, in: buffer)
      var lines = buffer.mutableSpan
      let context = context(of: &lines, scheme: touch.scheme, tier: touch.tier)
      let applicable = allowed & applicableOffers(lines, context, state, touch)
      return bestPrice(
        of: chosen(of: applicable, &lines, context), &lines, context)
    }
  }

  /// The offers that are open or held and whose thresholds are reached, one bit each.
  func applicableOffers(
    _ lines: borrowing MutableSpan<PricedLine>, _ context: LineContext,
    _ state: borrowing AccountState, _ touch: Touch
  ) -> UInt16 {
    var applicable: UInt16 = 0
    for position in 0..<Int(programs[context.scheme].offerCount)
    where accessRefusal(ofOffer: position, state, touch) == .none
      && thresholdRefusal(ofOffer: position, lines, context) == .none
    {
      applicable |= 1 << UInt16(position)
    }
    return applicable
  }

  /// What is left of these offers when every group has chosen among its own.
  func chosen(
    of applicable: UInt16, _ lines: inout MutableSpan<PricedLine>, _ context: LineContext
  ) -> UInt16 {
    var chosen = applicable
    for index in lineRules.schemes[context.scheme].groups {
      let group = lineRules.groups[index]
      guard group.mode != .stackable, applicable & group.offers != 0 else { continue }
      chosen &= ~group.offers
      chosen |= choice(of: group, applicable, &lines, context)
    }
    return chosen
  }

  /// The one offer that a group lets through, each looked at alone.
  private func choice(
    of group: GroupProgram, _ applicable: UInt16, _ lines: inout MutableSpan<PricedLine>,
    _ context: LineContext
  ) -> UInt16 {
    var choice: UInt16 = 0
    var gain: Int64 = 0
    for place in group.order {
      let bit: UInt16 = 1 << UInt16(lineRules.groupOffers[place])
      guard applicable & bit != 0 else { continue }
      let own = context.tierPrice - price(after: bit, &lines, context).net
      let isBetter =
        switch group.mode {
        case .stackable, .ordered: gain == 0 && own > 0
        case .highest: own > gain
        case .lowest: own > 0 && (gain == 0 || own < gain)
        }
      guard choice == 0 || isBetter else { continue }
      choice = bit
      gain = own
    }
    return choice
  }

  private func bestPrice(
    of chosen: UInt16, _ lines: inout MutableSpan<PricedLine>, _ context: LineContext
  ) -> StackPrice {
    let rules = lineRules.schemes[context.scheme]
    var best = leanest(chosen & rules.joint, &lines, context)
    for index in rules.groups where lineRules.groups[index].isExclusive {
      let offers = chosen & lineRules.groups[index].offers
      if offers != 0 { best.improve(by: leanest(offers, &lines, context)) }
    }
    for position in BitPositions(bits: chosen & rules.alone) {
      best.improve(by: price(after: 1 << UInt16(position), &lines, context))
    }
    return best
  }

  /// The preferred part of a stack that costs no more than all of it.
  ///
  /// An offer whose absence alone raises the price is kept; the others are left out in whichever
  /// way is preferred. So a coupon that would change nothing is not used up.
  private func leanest(
    _ stack: UInt16, _ lines: inout MutableSpan<PricedLine>, _ context: LineContext
  ) -> StackPrice {
    let all = price(after: stack, &lines, context)
    var spare: UInt16 = 0
    for position in BitPositions(bits: stack) {
      let bit: UInt16 = 1 << UInt16(position)
      if price(after: stack ^ bit, &lines, context).net <= all.net { spare |= bit }
    }
    var best = all
    var part: UInt16 = 0
    while spare != 0 {
      best.improve(by: price(after: (stack ^ spare) | part, &lines, context))
      part = (part &- spare) & spare
      if part == 0 { break }
    }
    return best
  }
}

extension StackPrice {
  /// Takes another stack instead if it costs less net of gifts, or as much and wins the tie.
  fileprivate mutating func improve(by other: StackPrice) {
    if other.net < net || (other.net == net && Self.isPreferred(other.stack, to: stack)) {
      self = other
    }
  }
}
