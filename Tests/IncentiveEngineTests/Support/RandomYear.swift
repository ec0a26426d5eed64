import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

/// One random year of four accounts under one of two random schemes.
struct RandomYear {
  var world: World
  var reference: ReferenceShop
  var faults: [String] = []
  /// How often, in percent, a stranger joins, and a buyer sends something back.
  var joining = 8
  var returning = 0
  /// How many refunds were carried out.
  var refundCount = 0
  var ledgerBase: PointsLedger
  var journalStart = 0

  /// The numbers of each account's orders.
  var orders: [[OrderNumber]]
  let adoptionDay: Day
  let lastDay: Day

  /// A year under one scheme and then another, and what stands at its end.
  init(_ random: inout TestRandom) throws {
    try self.init(
      [Scheme.random(&random), Scheme.random(&random)], accountCount: 4,
      adoptionDay: day(2026, 7, 1), lastDay: day(2026, 12, 31))
  }

  /// Days under one scheme, for many short lives at once.
  init(_ schemes: [Scheme], accountCount: Int, adoptionDay: Day = .never, lastDay: Day) throws {
    world = try World(schemes, accountCount: accountCount)
    reference = ReferenceShop(
      schemes: schemes, members: Array(repeating: ReferenceMember(), count: accountCount))
    orders = Array(repeating: [], count: accountCount)
    (self.adoptionDay, self.lastDay) = (adoptionDay, lastDay)
    ledgerBase = world.accounts.ledger
  }

  /// Runs the year day by day and returns the number of events.
  mutating func run(_ random: inout TestRandom, ordersPerAccount: Int) -> Int {
    var count = 0
    for today in day(2026, 1, 1)...lastDay {
      if today == adoptionDay { adoptAll(on: today) }
      let scheme = today < adoptionDay ? 0 : 1
      let events = world.engine.schedule(ofScheme: scheme, from: today, through: today)
      for account in orders.indices {
        for event in events {
          check(event, account)
          count += 1
        }
        while random.below(365) < ordersPerAccount {
          step(&random, account, at: today.at(hour: 23))
          count += 2
        }
        if !faults.isEmpty { return count }
      }
    }
    checkBooks()
    return count
  }

  mutating func expect(_ holds: Bool, _ what: String) {
    if !holds { faults.append(what) }
  }

  mutating func adoptAll(on today: Day) {
    checkReplay()
    for account in orders.indices {
      reference.adopt(1, account, on: today)
      let decision = world.handle(.adopt(scheme: 1), account, at: today.start)
      expect(Int(decision.tierAfter) == reference.members[account].tier, "tier after adoption")
    }
    ledgerBase = world.accounts.ledger
    journalStart = world.journal.transfers.count
  }

  mutating func check(_ event: ScheduledEvent, _ account: Int) {
    let today = event.minute.day
    let before = world.accounts
    let due = world.engine.balance(of: account, in: before, on: today)
    let decision = world.handle(.scheduled(event.kind), account, at: event.minute)
    let refusal = reference.run(event.kind, account, on: today)
    expect(decision.refusal == refusal, "\(event.kind): \(decision.refusal), not \(refusal)")
    if refusal != .none {
      expect(isUnchanged(since: before, account, on: today), "a refused event changed something")
    }
    expect(world.balance(on: today, of: account) == due.count, "the calendar moved points")
    if case .expiryWarning = event.kind {
      let monthEnd = Month(today).lastDay
      let lost =
        reference.balance(reference.members[account], on: today)
        - reference.balance(reference.members[account], on: monthEnd.advanced(by: 1))
      guard case .expiryWarning(let points, _, _) = decision.notice else {
        expect(lost == 0 || refusal != .none, "no warning of \(lost) points")
        return
      }
      expect(points.count == lost, "warned of \(points.count) points, not \(lost)")
    }
  }

  /// A joining now and then; else a quote, and an order that often takes it as it stands.
  mutating func step(_ random: inout TestRandom, _ account: Int, at minute: Minute) {
    let isMember = reference.members[account].birthday != nil
    if random.chance(isMember ? 4 : joining) { return join(&random, account, at: minute) }
    if !orders[account].isEmpty, random.chance(returning) {
      return sendBack(&random, account, at: minute)
    }
    let list = Int64(random.below(40)) * 500 + (random.chance(50) ? Int64(random.below(500)) : 0)
    let items = (0..<3).map { _ in UInt16(random.below(4)) }
    let basket = [
      BasketLine(listMinor: list / 3, quantity: 2, item: items[0], category: items[1]),
      BasketLine(listMinor: list / 4, quantity: 1 + Int32(random.below(3)), item: items[1]),
      BasketLine(
        listMinor: list - list / 3 - list / 4, quantity: Int32(random.below(3)), item: items[2]),
    ]
    let quote = world.engine.quote(basket.span, for: account, in: world.accounts, at: minute)
    check(quote, list, basket, account, on: minute.day)
    var offers = quote.offers
    var points: Int64 = random.chance(50) ? quote.spendablePoints.count : 0
    if random.chance(30) {
      offers = OfferSet(rawValue: offers.rawValue ^ (1 << UInt16(random.below(9))))
    }
    if random.chance(20) { points = Int64(random.below(400) - 50) }
    order(basket, list, offers, points, quote, account, at: minute)
  }

  mutating func join(_ random: inout TestRandom, _ account: Int, at minute: Minute) {
    let month = 1 + random.below(12)
    let number = 1 + random.below(CivilDate.days(inMonth: month, ofYear: 2028))
    let birthday = Birthday(month: UInt8(month), day: UInt8(number))
    let decision = world.handle(.join(birthday), account, at: minute)
    expect(
      decision.refusal == reference.join(account, birthday, on: minute.day), "joining differs")
  }

  mutating func check(
    _ quote: Quote, _ list: Int64, _ basket: [BasketLine], _ account: Int, on today: Day
  ) {
    let member = reference.members[account]
    guard member.birthday != nil else {
      return expect(quote == Quote(list: Money(minor: list)), "a stranger's quote")
    }
    let tierPrice = reference.tierPrices(basket, member, on: today).reduce(0, +)
    let best = reference.affordable(account, basket, on: today).price
    let spendable = reference.spendable(
      reference.spendable(member, pay: best.pay, on: today), beside: best, account, on: today)
    let stack = best.stack.reduce(OfferSet()) { $0.union(OfferSet(offer: $1)) }
    let next = member.points.filter { $0.last >= today && $0.last < .never && $0.count > 0 }
      .map(\.last).min()
    expect(quote.pay.minor == best.pay, "pay \(quote.pay.minor), not \(best.pay)")
    expect(quote.tierDiscount.minor == list - tierPrice, "tier price")
    expect(quote.giftValue.minor == best.gifts, "the worth of gifts")
    expect(quote.offers == stack, "stack \(quote.offers), not \(stack)")
    expect(quote.couponDiscount.minor == best.coupons, "coupon discount")
    expect(quote.promotionDiscount.minor == best.promotions, "promotion discount")
    expect(Int(quote.tier) == reference.tier(member, on: today), "tier")
    let earned = reference.earnedByQuote(
      ReferenceSale(basket, paid: best.pay, on: today), account, on: today)
    expect(quote.earnedPoints.count == earned, "points earned")
    if let card = reference.scheme(member).stampCard {
      let stamps = reference.stamps(member, on: today)
      let missing = max(0, Int64(card.size - card.startStamps) - stamps)
      expect(Int64(quote.stampsToReward) == missing, "stamps to the reward")
    }
    expect(quote.spendablePoints.count == spendable, "points to spend")
    expect(quote.spendableValue.minor == reference.value(spendable, member), "their value")
    if let ladder = reference.scheme(member).tiers?.tiers, Int(quote.tier) + 1 < ladder.count {
      let threshold = ladder[Int(quote.tier) + 1].threshold
      let missing = max(0, threshold - reference.counted(member))
      expect(quote.toNextTier == missing, "what the next tier wants")
    }
    guard reference.scheme(member).points != nil else { return }
    expect(quote.balance.count == reference.balance(member, on: today), "balance")
    expect(quote.nextExpiry == next ?? .never, "next expiry")
    let expiring = next.map { last in member.points.filter { $0.last == last }.map(\.count) } ?? []
    expect(quote.nextExpiryPoints.count == expiring.reduce(0, +), "points that expire next")
  }

  mutating func order(
    _ basket: [BasketLine], _ list: Int64, _ offers: OfferSet, _ points: Int64, _ quote: Quote,
    _ account: Int, at minute: Minute
  ) {
    let before = world.accounts
    let brought = world.engine.pointsBrought(
      byOrderAt: quote, for: account, in: before, at: minute)
    let start = world.journal.transfers.count
    let decision = world.handle(
      .order(offers: offers, points: Points(points)), account, at: minute, basket: basket)
    let bill = reference.buy(
      account, basket,
      offers: (0..<16).filter { offers.contains(OfferSet(offer: $0)) }, points: points,
      on: minute.day)
    expect(decision.refusal == bill.refusal, "\(decision.refusal), not \(bill.refusal)")
    guard bill.refusal == .none else {
      return expect(
        isUnchanged(since: before, account, on: minute.day), "a refused order changed something")
    }
    if let number = decision.order { orders[account].append(number) }
    if offers == quote.offers { expect(decision.terms == quote, "the terms are not the quote") }
    if offers == quote.offers, points == 0 {
      expect(brought == broughtPoints(since: start, account, debt: before), "points brought")
    }
    expect(decision.paid.minor == bill.paid, "paid \(decision.paid.minor), not \(bill.paid)")
    expect(decision.earnedPoints.count == bill.earned, "points earned by the order")
    let granted = bill.granted.reduce(OfferSet()) { $0.union(OfferSet(offer: $1)) }
    expect(decision.granted == granted, "coupons of a first order or a full card")
    expect(Int64(decision.earnedStamps) == bill.stamps, "stamps earned")
    expect(
      Int(decision.rewardCount) == bill.rewards + decision.terms.gifts.rawValue.nonzeroBitCount,
      "cards turned in")
    let member = reference.members[account]
    expect(Int(decision.tierAfter) == member.tier, "tier after the order")
    let today = minute.day
    expect(
      world.balance(on: today, of: account) == reference.balance(member, on: today),
      "balance after the order")
    expect(EngineInvariants.faults(of: decision).isEmpty, "the order's money does not add up")
  }
}
