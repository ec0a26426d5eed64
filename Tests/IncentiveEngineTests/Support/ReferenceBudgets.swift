import IncentiveEngine
import Quantities
import Timeline

/// What one order used of whatever budgets may count.
struct ReferenceUse {
  var day: Day
  var account: Int
  /// What each offer took off.
  var offs: [Int: Int64]
  var points: Int64 = 0
  var pointsValue: Int64 = 0
  var earned: Int64 = 0
}

// Budgets once more: a list of uses, added up anew whenever someone asks.
extension ReferenceShop {
  private func offers(_ budget: Budget, _ scheme: Scheme) -> [Int] {
    scheme.offers.indices.filter {
      budget.rules.isEmpty || budget.rules.contains(scheme.offers[$0].name)
    }
  }

  private func coversPoints(_ budget: Budget) -> Bool {
    budget.rules.isEmpty || budget.rules.contains(Budget.pointsRedeem)
  }

  /// What a budget counts of a use.
  func amount(_ budget: Budget, _ use: ReferenceUse, _ scheme: Scheme) -> Int64 {
    let own = use.offs.filter { offers(budget, scheme).contains($0.key) }
    switch budget.measure {
    case .money:
      return own.values.reduce(0, +) + (coversPoints(budget) ? use.pointsValue : 0)
    case .uses: return Int64(own.count) + (coversPoints(budget) && use.points > 0 ? 1 : 0)
    case .pointsIssued: return use.earned
    case .pointsRedeemed: return use.points
    case .liability: return 0
    }
  }

  /// What has been used in the period that holds a day.
  func used(_ budget: Budget, _ account: Int, on day: Day) -> Int64 {
    uses.filter {
      budget.firstDay(of: $0.day) == budget.firstDay(of: day)
        && (budget.scope != .member || $0.account == account)
    }.reduce(0) { $0 + amount(budget, $1, schemes[0]) }
  }

  func left(_ budget: Budget, _ account: Int, on day: Day) -> Int64 {
    guard budget.measure == .liability else {
      return max(0, budget.limit - used(budget, account, on: day))
    }
    guard let redeem = schemes[0].points?.redeem else { return 0 }
    let holders = budget.scope == .member ? [members[account]] : members
    let held = holders.reduce(0) { $0 + balance($1, on: day) + promised($1, on: day) }
    return max(0, budget.limit * redeem.stepPoints.count / redeem.stepValue.minor - held)
  }

  /// A stack as budgets pay it: cut where the remainder is paid, or with the offer that is refused.
  ///
  /// That is the last one of the first budget that it does not fit. A budget with nothing left
  /// refuses all.
  func paid(
    _ price: Price, _ account: Int, _ basket: [BasketLine], on day: Day
  ) -> (price: Price, refused: Int?) {
    let scheme = scheme(members[account])
    var offs = price.offs
    for budget in scheme.budgets where budget.measure == .money || budget.measure == .uses {
      let own = price.stack.filter { offers(budget, scheme).contains($0) }
      guard let last = own.last else { continue }
      let left = left(budget, account, on: day)
      var excess =
        amount(budget, ReferenceUse(day: day, account: account, offs: offs), scheme) - left
      guard excess > 0 || left == 0 else { continue }
      guard budget.measure == .money, budget.atLimit == .payRemainder, left > 0 else {
        return (price, last)
      }
      for offer in own.reversed() {
        let less = min(excess, offs[offer] ?? 0)
        offs[offer, default: 0] -= less
        excess -= less
      }
    }
    return (self.price(price.stack, members[account], basket, paying: offs, on: day), nil)
  }

  /// The price of a stack of which budgets pay only so much of each offer.
  ///
  /// On the lines, promotions and coupons each come to the same sum; the last of a kind take less.
  func price(
    _ stack: [Int], _ member: ReferenceMember, _ basket: [BasketLine], paying offs: [Int: Int64],
    on day: Day
  ) -> Price {
    let prices = tierPrices(basket, member, on: day)
    var price = price(stack, member, basket, prices)
    guard price.offs != offs else { return price }
    price.offs = offs
    var (open, left) = ([Int64](repeating: 0, count: 2), prices)
    func kind(_ position: Int) -> Int {
      if case .coupon = scheme(member).offers[position].access { 1 } else { 0 }
    }
    for position in stack { open[kind(position)] += offs[position] ?? 0 }
    (price.promotions, price.coupons) = (open[0], open[1])
    price.pay = price.beforeOffers - open[0] - open[1]
    for position in stack {
      let off = min(off(position, member, basket, prices, left: left), open[kind(position)])
      open[kind(position)] -= off
      left = take(off, from: left, matching(scheme(member).offers[position], basket))
    }
    price.lines = left
    return price
  }

  /// The best stack that budgets allow, and the offers among which it was looked for.
  func affordable(
    _ account: Int, _ basket: [BasketLine], on day: Day
  ) -> (price: Price, offers: [Int]) {
    var allowed = Array(scheme(members[account]).offers.indices)
    while true {
      let best = best(members[account], basket, among: allowed, on: day)
      let (price, refused) = paid(best, account, basket, on: day)
      guard let refused else { return (price, allowed) }
      allowed.removeAll { $0 == refused }
    }
  }

  /// What budgets leave of points to be issued.
  func issuable(_ points: Int64, _ account: Int, on day: Day) -> Int64 {
    issuable(
      points, account,
      leaving: scheme(members[account]).budgets.map { left($0, account, on: day) })
  }

  /// What budgets leave of points to be issued, given what is left of each.
  func issuable(_ points: Int64, _ account: Int, leaving open: [Int64]) -> Int64 {
    var points = points
    for (budget, left) in zip(scheme(members[account]).budgets, open)
    where budget.measure == .pointsIssued || budget.measure == .liability {
      if points > left { points = budget.atLimit == .refuse ? 0 : left }
    }
    return points
  }

  /// The most points that may be spent beside some offers, given what may be spent without budgets.
  func spendable(
    _ most: Int64, beside price: Price, _ account: Int, on day: Day
  ) -> Int64 {
    let scheme = scheme(members[account])
    guard let rule = scheme.points?.redeem else { return most }
    let use = ReferenceUse(day: day, account: account, offs: price.offs)
    var most = most
    for budget in scheme.budgets {
      let left = left(budget, account, on: day) - amount(budget, use, scheme)
      var steps = most / rule.stepPoints.count
      func fits() -> Bool {
        switch budget.measure {
        case .money: !coversPoints(budget) || steps * rule.stepValue.minor <= left
        case .uses: !coversPoints(budget) || left > 0
        case .pointsRedeemed: steps * rule.stepPoints.count <= left
        case .pointsIssued, .liability: true
        }
      }
      if steps == 0 || fits() { continue }
      while steps > 0, !fits() { steps -= 1 }
      let points = steps * rule.stepPoints.count
      most = budget.atLimit == .refuse || points < rule.minimumPoints.count ? 0 : points
    }
    return most
  }
}
