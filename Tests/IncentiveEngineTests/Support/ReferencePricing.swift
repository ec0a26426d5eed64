import IncentiveEngine
import Quantities
import Timeline

/// Prices once more, line by line, as slowly and plainly as possible.
extension ReferenceShop {
  /// What a basket costs under one stack, with what each kind of offer took off.
  struct Price {
    var stack: [Int]
    var pay: Int64
    var promotions: Int64 = 0
    var coupons: Int64 = 0
    var gifts: Int64 = 0
    /// What the basket costs at the tier's price, and what each line costs in the end.
    var beforeOffers: Int64 = 0
    var lines: [Int64] = []
    /// What each offer of the stack takes off.
    var offs: [Int: Int64] = [:]
    /// What counts for the member: gifts at their worth.
    var net: Int64 { pay - gifts }
  }

  func matching(_ offer: Offer, _ basket: [BasketLine]) -> [Int] {
    basket.indices.filter { offer.scope?.items.contains(basket[$0].item) ?? true }
  }

  func minimumSpend(_ offer: Offer) -> Int64 {
    switch offer.benefit {
    case .amountOff(let steps): steps[0].minimumSpend.minor
    case .shareOff(_, let minimum, _): minimum.minor
    case .amountOffEach, .nthUnit: 0
    case .gift(let steps): steps[0].minimumSpend.minor
    }
  }

  func minimumUnits(_ offer: Offer) -> Int {
    switch offer.benefit {
    case .amountOff, .shareOff, .gift: offer.minimumItems
    case .amountOffEach(let units, _): max(offer.minimumItems, units)
    case .nthUnit(let rule): max(offer.minimumItems, rule.every)
    }
  }

  /// What the thresholds of an offer see: money and units.
  private func measure(
    _ offer: Offer, _ basket: [BasketLine], _ prices: [Int64]
  ) -> (spend: Int64, units: Int) {
    let lines =
      offer.scope?.counting == .basket ? Array(basket.indices) : matching(offer, basket)
    return (
      lines.reduce(0) { $0 + prices[$1] }, lines.reduce(0) { $0 + Int(basket[$1].quantity) }
    )
  }

  /// Why an offer cannot be used alone, groups aside.
  func refusal(
    _ position: Int, _ member: ReferenceMember, _ basket: [BasketLine], on day: Day
  ) -> Refusal {
    guard scheme(member).offers.indices.contains(position) else { return .notFound }
    let offer = scheme(member).offers[position]
    switch offer.access {
    case .promotion(.always): break
    case .promotion(.dates(let dates)): if !dates.contains(day) { return .notRunning }
    case .promotion(.weekday(let number)): if day.isoWeekday != number { return .notRunning }
    case .promotion(.dayOfMonth(let number)):
      let length = CivilDate(Month(day).lastDay).day
      if CivilDate(day).day != min(number, length) { return .notRunning }
    case .coupon:
      guard let last = member.coupons[position], last >= day else { return .notHeld }
    }
    return threshold(offer, member, basket, on: day)
  }

  /// Whether a basket by itself would earn an offer.
  func earns(
    _ position: Int, _ member: ReferenceMember, _ basket: [BasketLine], on day: Day
  ) -> Bool {
    threshold(scheme(member).offers[position], member, basket, on: day) == .none
  }

  private func threshold(
    _ offer: Offer, _ member: ReferenceMember, _ basket: [BasketLine], on day: Day
  ) -> Refusal {
    if offer.scope != nil, matching(offer, basket).isEmpty { return .noMatchingItem }
    let found = measure(offer, basket, tierPrices(basket, member, on: day))
    if found.spend < minimumSpend(offer) { return .belowThreshold }
    return found.units < minimumUnits(offer) ? .tooFewItems : .none
  }

  /// What one offer takes off what is left of the lines.
  func off(
    _ position: Int, _ member: ReferenceMember, _ basket: [BasketLine], _ prices: [Int64],
    left: [Int64]
  ) -> Int64 {
    let offer = scheme(member).offers[position]
    let lines = matching(offer, basket)
    let open = lines.reduce(0) { $0 + left[$1] }
    let group = scheme(member).groups.first { $0.offers.contains(position) }
    let base = group?.shareBase == .initial ? prices : left
    switch offer.benefit {
    case .amountOff(let steps):
      let spend = measure(offer, basket, prices).spend
      return min(open, steps.filter { $0.minimumSpend.minor <= spend }.map(\.off.minor).last ?? 0)
    case .shareOff(let rate, _, let cap):
      let part = share(rate, of: lines.reduce(0) { $0 + base[$1] })
      return min(open, part, cap?.minor ?? .max)
    case .amountOffEach(let units, let off):
      let count = lines.reduce(0) { $0 + Int(basket[$1].quantity) }
      return min(open, Int64(count / units) * off.minor)
    case .gift: return 0
    case .nthUnit(let rule):
      return min(open, share(rule.off, of: cheaperUnits(rule, lines, basket, prices, base)))
    }
  }

  /// What the units cost that pay less, written out unit by unit.
  private func cheaperUnits(
    _ rule: NthUnit, _ lines: [Int], _ basket: [BasketLine], _ prices: [Int64], _ base: [Int64]
  ) -> Int64 {
    let units = lines.flatMap { Array(repeating: $0, count: Int(basket[$0].quantity)) }
    if rule.choice == .sameItem {
      return Set(lines.map { basket[$0].item }).reduce(0) { sum, item in
        let own = lines.filter { basket[$0].item == item }
        let count = Int64(units.filter { basket[$0].item == item }.count)
        guard count > 0 else { return sum }
        let cost = own.reduce(0) { $0 + base[$1] }
        return sum + cost * (count / Int64(rule.every)) / count
      }
    }
    let sorted = units.sorted {
      let (one, other) = (
        prices[$0] * Int64(basket[$1].quantity), prices[$1] * Int64(basket[$0].quantity)
      )
      return (one, $0) < (other, $1)
    }
    let cheap = sorted.prefix(units.count / rule.every)
    return Set(cheap).reduce(0) { sum, line in
      sum + base[line] * Int64(cheap.filter { $0 == line }.count) / Int64(basket[line].quantity)
    }
  }

  func price(
    _ stack: [Int], _ member: ReferenceMember, _ basket: [BasketLine], on day: Day
  ) -> Price {
    price(stack, member, basket, tierPrices(basket, member, on: day))
  }

  func price(
    _ stack: [Int], _ member: ReferenceMember, _ basket: [BasketLine], _ prices: [Int64]
  ) -> Price {
    var price = Price(stack: stack, pay: prices.reduce(0, +))
    price.beforeOffers = price.pay
    var left = prices
    for position in stack {
      let offer = scheme(member).offers[position]
      let off = off(position, member, basket, prices, left: left)
      if basket.count > 1 { left = take(off, from: left, matching(offer, basket)) }
      if basket.count == 1 { left[0] -= off }
      price.pay -= off
      price.offs[position] = off
      if case .gift(let steps) = offer.benefit {
        let spend = measure(offer, basket, prices).spend
        price.gifts += steps.last { $0.minimumSpend.minor <= spend }?.value.minor ?? 0
      }
      if case .coupon = offer.access { price.coupons += off } else { price.promotions += off }
    }
    price.lines = left
    return price
  }

  /// Whether the offers of a stack may stand together, whoever chose them.
  func combine(_ stack: [Int], _ member: ReferenceMember) -> Bool {
    let scheme = scheme(member)
    return stack.allSatisfy { position in
      guard scheme.offers.indices.contains(position) else { return true }
      if scheme.offers[position].stacking == .exclusive { return stack.count == 1 }
      let group = scheme.groups.first { $0.offers.contains(position) }
      return group?.company != .exclusive
        || stack.allSatisfy { group?.offers.contains($0) ?? false }
    }
  }

  /// The offers that each group lets through, and all others that may be used.
  func chosen(
    _ member: ReferenceMember, _ basket: [BasketLine], among allowed: [Int]? = nil, on day: Day
  ) -> [Int] {
    let scheme = scheme(member)
    let usable = scheme.offers.indices.filter {
      refusal($0, member, basket, on: day) == .none && allowed?.contains($0) ?? true
    }
    let prices = tierPrices(basket, member, on: day)
    let bare = prices.reduce(0, +)
    var outranked: Set<Int> = []
    for group in scheme.groups where group.mode != .stackable {
      let own = group.offers.filter { usable.contains($0) }
      let gains = own.map { bare - price([$0], member, basket, prices).net }
      let useful = own.indices.filter { gains[$0] > 0 }
      let winner =
        switch group.mode {
        case .stackable, .ordered: useful.first
        case .highest: useful.first { index in useful.allSatisfy { gains[$0] <= gains[index] } }
        case .lowest: useful.first { index in useful.allSatisfy { gains[$0] >= gains[index] } }
        }
      for index in own.indices where index != winner ?? 0 { outranked.insert(own[index]) }
    }
    return usable.filter { !outranked.contains($0) }
  }

  /// The best of all subsets of the offers that may be used.
  func best(
    _ member: ReferenceMember, _ basket: [BasketLine], among allowed: [Int]? = nil, on day: Day
  ) -> Price {
    let chosen = chosen(member, basket, among: allowed, on: day)
    let prices = tierPrices(basket, member, on: day)
    var best = price([], member, basket, prices)
    for subset in 1..<max(2, 1 << chosen.count) {
      let stack = chosen.indices.filter { subset & (1 << $0) != 0 }.map { chosen[$0] }
      guard combine(stack, member) else { continue }
      let price = price(stack, member, basket, prices)
      if (price.net, price.stack.count) < (best.net, best.stack.count)
        || (price.net == best.net && price.stack.count == best.stack.count
          && price.stack.lexicographicallyPrecedes(best.stack))
      {
        best = price
      }
    }
    return best
  }
}
