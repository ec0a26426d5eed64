import IncentiveEngine
import Quantities
import Timeline

extension ReferenceShop {
  /// What came of an order.
  struct Bill: Equatable {
    var refusal = Refusal.none
    var paid: Int64 = 0
    var earned: Int64 = 0
    var granted: Set<Int> = []
    var stamps: Int64 = 0
    /// Cards turned in.
    var rewards = 0
  }

  mutating func join(_ account: Int, _ birthday: Birthday, on day: Day) -> Refusal {
    guard members[account].birthday == nil else { return .alreadyAMember }
    members[account].birthday = birthday
    members[account].joined = day
    _ = grantAll(.onJoining, account, on: day)
    return .none
  }

  private mutating func grantAll(_ kind: CouponGrant, _ account: Int, on day: Day) -> Set<Int> {
    var granted: Set<Int> = []
    for (position, offer) in scheme(members[account]).offers.enumerated() {
      guard case .coupon(kind, let validDays) = offer.access else { continue }
      members[account].coupons[position] = day.advanced(by: validDays - 1)
      granted.insert(position)
    }
    return granted
  }

  mutating func buy(
    _ account: Int, _ basket: [BasketLine], offers: [Int], points: Int64, on day: Day
  ) -> Bill {
    lapse(account, on: day)
    let member = members[account]
    guard member.birthday != nil else {
      let list = basket.reduce(0) { $0 + $1.listMinor }
      return offers.isEmpty && points == 0 ? Bill(paid: list) : Bill(refusal: .notAMember)
    }
    var refusals = offers.map { refusal($0, member, basket, on: day) }
    if !combine(offers, member) { refusals.append(.notCombinable) }
    let allowed = affordable(account, basket, on: day).offers + offers
    let chosen = chosen(member, basket, among: allowed, on: day)
    if offers.contains(where: { !chosen.contains($0) }) { refusals.append(.outranked) }
    let first = refusals.filter { $0 != .none }.min { $0.rawValue < $1.rawValue }
    if let first { return Bill(refusal: first) }
    let (price, refused) = paid(
      price(offers, member, basket, on: day), account, basket, on: day)
    if refused != nil { return Bill(refusal: .budgetExhausted) }
    if points != 0 {
      guard let rule = scheme(member).points?.redeem, points > 0,
        points % rule.stepPoints.count == 0, points >= rule.minimumPoints.count,
        points
          <= spendable(
            spendable(member, pay: price.pay, on: day), beside: price, account, on: day)
      else { return Bill(refusal: .pointsNotSpendable) }
    }
    return settleBill(account, price, basket, points, on: day)
  }

  private mutating func settleBill(
    _ account: Int, _ price: Price, _ basket: [BasketLine], _ points: Int64, on day: Day
  ) -> Bill {
    settle(account, on: day)
    let member = members[account]
    var bill = Bill(paid: price.pay - value(points, member))
    // Budgets leave what stood open before the order; points are spent before others are earned.
    let open = scheme(member).budgets.map { left($0, account, on: day) }
    var spent = takeOut(points, account)
    let sale = ReferenceSale(
      basket, paid: bill.paid, pointsPaid: value(points, member), on: day)
    if points > 0 { noteSpending(account, on: day) }
    activate(account, before: member, on: day)
    let room = issuable(earned(members[account], by: sale), account, leaving: open)
    var (rule, earned) = earnedLots(members[account], by: sale, atMost: room)
    let waits = waitingDays(member)
    if waits == nil { keepAlive(&earned, &spent, account, on: day) }
    bill.earned = earned.reduce(0) { $0 + $1.count }
    if let rule, bill.earned > 0 {
      members[account].awards.append(
        ReferenceAward(rule: rule, minute: sale.minute, points: bill.earned))
    }
    if let waits {
      promise(&earned, account, days: waits, on: day)
    } else {
      for lot in earned { receive(lot, account) }
    }
    let reinstated = reinstate(account, paid: bill.paid, before: member, on: day)
    earned += reinstated
    for index in earned.indices where earned[index].slides {
      earned[index].last = members[account].aliveUntil
    }
    for index in spent.indices where spent[index].slides {
      spent[index].last = members[account].aliveUntil
    }
    let growth = scheme(member).growth.map { share($0.perMinorPaid, of: bill.paid) } ?? 0
    members[account].growth += growth
    if scheme(member).tiers?.basis == .spend { members[account].spend += bill.paid }
    rise(account)
    for offer in price.stack { members[account].coupons[offer] = nil }
    if member.orderCount == 0 { bill.granted = grantAll(.onFirstOrder, account, on: day) }
    let first = members[account].coupons.filter { bill.granted.contains($0.key) }
    bill.stamps = stampsEarned(member, basket, pay: price.pay)
    let (rewards, coupon) = stamp(bill.stamps, account, on: day)
    bill.rewards = rewards
    if let coupon { bill.granted.insert(coupon) }
    uses.append(
      ReferenceUse(
        day: day, account: account, offs: price.offs, points: points,
        pointsValue: value(points, member), earned: bill.earned))
    let tierOff = basket.reduce(0) { $0 + $1.listMinor } - price.beforeOffers
    members[account].records.append(
      ReferenceOrder(
        day: day, tier: member.tier, grace: member.grace,
        lines: Array(zip(basket, price.lines)).map { ($0, $1) },
        reductions: [tierOff, price.promotions, price.coupons], paid: bill.paid, growth: growth,
        spent: spent, earned: earned, earnsByItem: earnsByItem(rule, member), offers: price.stack,
        used: member.coupons.filter { price.stack.contains($0.key) },
        granted: first, stamps: bill.stamps,
        returned: basket.map { _ in 0 }, undone: basket.map { _ in 0 },
        before: (basket.map { _ in 0 }, basket.map { _ in 0 })))
    members[account].records[members[account].records.count - 1].reinstated = reinstated.count
    members[account].orderCount += 1
    members[account].orders.append(day)
    extendOnRise(account, from: member.tier, on: day)
    return bill
  }

  private func earnsByItem(_ rule: Int?, _ member: ReferenceMember) -> Bool {
    guard let points = scheme(member).points else { return false }
    if let rule, case .perItem = points.rules[rule].effect { return true }
    if rule == nil, case .perItem = points.earn { return true }
    return false
  }

  private mutating func rise(_ account: Int) {
    let earned = earnedTier(members[account])
    guard earned >= members[account].tier else { return }
    members[account].tier = earned
    members[account].grace = nil
  }

  mutating func run(_ kind: ScheduledKind, _ account: Int, on day: Day) -> Refusal {
    lapse(account, on: day)
    guard members[account].birthday != nil else { return .notAMember }
    switch kind {
    case .growthReset:
      settle(account, on: day)
      members[account].growth = 0
      for order in members[account].records.indices {
        members[account].records[order].isReset = true
      }
    case .tierReview: review(account, on: day)
    case .expiryExtension(let position): extendOnce(position, account, on: day)
    case .expiryWarning, .balanceDue, .tierProgress, .tierWarning, .privilege, .broadcast: break
    case .couponGrant(let offer): return grant(offer, account, on: day)
    }
    return .none
  }

  private mutating func review(_ account: Int, on day: Day) {
    settle(account, on: day)
    for order in members[account].records.indices {
      members[account].records[order].isReviewed = true
    }
    guard let ladder = scheme(members[account]).tiers, let rule = ladder.review else { return }
    let earned = earnedTier(members[account])
    if ladder.basis == .spend { members[account].spend = 0 }
    guard earned < members[account].tier else { return }
    let target = rule.downgrade == .oneStep ? members[account].tier - 1 : earned
    if rule.graceDays == 0 {
      members[account].tier = target
    } else {
      members[account].grace = (day.advanced(by: rule.graceDays - 1), target)
    }
  }

  private mutating func grant(_ position: Int, _ account: Int, on day: Day) -> Refusal {
    let member = members[account]
    guard case .coupon(let grant, let validDays) = scheme(member).offers[position].access else {
      return .notFound
    }
    let audience: Audience
    switch grant {
    case .monthly(_, _, let who), .once(_, _, let who): audience = who
    case .onJoining, .onFirstOrder, .onSpend, .deposit, .asReward: return .notFound
    }
    if let last = member.coupons[position], last >= day { return .alreadyHeld }
    let lastOrder = member.orders.last
    let isIn =
      switch audience {
      case .everyone: true
      case .active(let days):
        member.orderCount > 0 && (lastOrder.map { $0.distance(to: day) <= days } ?? false)
      case .dormant(let days): (lastOrder ?? member.joined).distance(to: day) >= days
      case .lapsed(let coupon): member.coupons[coupon].map { $0 < day } ?? false
      case .tagged: preconditionFailure("random shops have no tags: see TagOracleTests")
      }
    guard isIn else { return .notInAudience }
    members[account].coupons[position] = day.advanced(by: validDays - 1)
    return .none
  }

  mutating func adopt(_ scheme: Int, _ account: Int, on day: Day) {
    settle(account, on: day)
    members[account].scheme = scheme
    members[account].coupons = [:]
    let top = (schemes[scheme].tiers?.tiers.count ?? 1) - 1
    members[account].tier = min(members[account].tier, top)
    if schemes[scheme].tiers?.review == nil { members[account].grace = nil }
    if let grace = members[account].grace {
      members[account].grace = (grace.last, min(grace.target, members[account].tier))
    }
    if members[account].birthday != nil { rise(account) }
  }
}
