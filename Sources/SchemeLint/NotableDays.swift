import IncentiveEngine
import Timeline

extension LintShop {
  /// The promotions that are open on a day, one bit each.
  private func open(on day: Day) -> UInt64 {
    var open: UInt64 = 0
    for (position, offer) in subject.scheme.scheme.offers.enumerated() {
      if case .promotion(let window) = offer.access, window.contains(day) { open |= 1 << position }
    }
    return open
  }

  /// Days on which something begins that was not so the day before: other promotions, or the
  /// program's calendar grants something.
  var notableDays: [Day] {
    var days = Array(grants.keys)
    for day in subject.days.dropFirst()
    where open(on: day) != open(on: day.advanced(by: -1)) {
      days.append(day)
    }
    return days.sorted()
  }

  /// The first notable day of each kind after a day: each set of open promotions, each grant.
  func daysWorthWaitingFor(after day: Day, among days: [Day]) -> [Day] {
    var met: Set<UInt64> = [open(on: day)]
    var kinds: Set<ScheduledKind> = []
    return days.reduce(into: [Day]()) { found, next in
      guard next > day, next != found.last else { return }
      let isOther = met.insert(open(on: next)).inserted
      let new = grants[next]?.filter { kinds.insert($0).inserted } ?? []
      if isOther || !new.isEmpty { found.append(next) }
    }
  }

  /// The smallest amount at which the same offers apply as at a larger one, by bisection.
  func lowest(
    _ basket: LintBasket, above below: LintBasket, with offers: OfferSet, _ state: LintState
  ) -> LintBasket {
    var (low, high) = (below.line.listMinor, basket.line.listMinor)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let tried = LintBasket(amount: middle, margin: subject.margin)
      if quote(tried, state).offers == offers { high = middle } else { low = middle }
    }
    return LintBasket(amount: high, margin: subject.margin)
  }
}
