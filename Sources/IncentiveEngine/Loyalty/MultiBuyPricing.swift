// What the cheaper units of a multi-buy cost (M21).
extension MutableSpan<PricedLine> {
  /// What the lines that an offer is for cost, before offers or now.
  func sum(of offer: UInt16, isInitial: Bool) -> Int64 {
    var sum: Int64 = 0
    for index in indices where self[index].offers & offer != 0 {
      sum += isInitial ? self[index].tierPrice : self[index].left
    }
    return sum
  }

  /// The units on the lines that an offer is for.
  func units(of offer: UInt16) -> Int64 {
    var units: Int64 = 0
    for index in indices where self[index].offers & offer != 0 { units += self[index].quantity }
    return units
  }

  /// What every n-th unit of each item costs, n counted for each item.
  ///
  /// An item that stands on several lines is counted together, where it stands first.
  func nthOfItems(_ offer: UInt16, _ rule: LineOffer) -> Int64 {
    var sum: Int64 = 0
    for index in indices where self[index].offers & offer != 0 {
      let item = self[index].item
      guard !hasItem(item, before: index) else { continue }
      var (units, price): (Int64, Int64) = (0, 0)
      for other in index..<count where self[other].item == item {
        units += self[other].quantity
        price += cost(other, rule)
      }
      sum += Self.price(of: units / rule.every, of: units, costing: price)
    }
    return sum
  }

  /// What the cheapest units cost, one of every n of them all.
  ///
  /// Which are the cheapest is judged before offers; ties go to the first line.
  func nthOfAll(_ offer: UInt16, _ rule: LineOffer) -> Int64 {
    var wanted = units(of: offer) / rule.every
    var sum: Int64 = 0
    var last: Int?
    while wanted > 0, let next = nextCheapest(after: last, offer) {
      let units = Swift.min(wanted, self[next].quantity)
      sum += Self.price(of: units, of: self[next].quantity, costing: cost(next, rule))
      wanted -= units
      last = next
    }
    return sum
  }

  private func cost(_ index: Int, _ rule: LineOffer) -> Int64 {
    rule.takesInitial ? self[index].tierPrice : self[index].left
  }

  private func hasItem(_ item: UInt16, before index: Int) -> Bool {
    for earlier in 0..<index where self[earlier].item == item { return true }
    return false
  }

  /// The line whose units are the next dearer ones; the first to begin with.
  private func nextCheapest(after last: Int?, _ offer: UInt16) -> Int? {
    var found: Int?
    for index in indices where self[index].offers & offer != 0 && self[index].quantity > 0 {
      if let last, !isCheaper(last, than: index) { continue }
      if let found, !isCheaper(index, than: found) { continue }
      found = index
    }
    return found
  }

  /// Whether a line's units are cheaper than another's, or as cheap on an earlier line.
  private func isCheaper(_ one: Int, than other: Int) -> Bool {
    let left = self[one].tierPrice.multipliedFullWidth(by: self[other].quantity)
    let right = self[other].tierPrice.multipliedFullWidth(by: self[one].quantity)
    return (left.high, left.low, one) < (right.high, right.low, other)
  }

  /// What some units of a line cost, rounded down.
  private static func price(of part: Int64, of units: Int64, costing price: Int64) -> Int64 {
    guard part > 0 else { return 0 }
    return units.dividingFullWidth(price.multipliedFullWidth(by: part)).quotient
  }
}
