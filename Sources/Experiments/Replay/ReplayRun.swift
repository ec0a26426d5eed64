internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Timeline

/// A replay on its way.
struct ReplayRun {
  let engine: LoyaltyEngine
  let redeem: ReplayRedemption
  let days: ClosedRange<Day>
  let storyOf: Int?
  /// Orders by their position in the input; refunds stand behind theirs.
  let orders: [ReplayOrder]
  private let moments: [ReplayMoment]
  private var accounts: SchemeAccounts
  private var journal = Journal()
  private var stamps: StampBook
  private var orderCounts: [Int]
  /// How far each order has been refunded; empty without refunds.
  var refunding: [RefundedOrder]
  /// Customers in the order of joining: the calendar's moments concern them alone.
  private var members: [Int] = []
  var result = ReplayResult()

  init(
    _ orders: [ReplayOrder], _ refunds: [ReplayRefund], _ scheme: CompiledScheme,
    _ redeem: ReplayRedemption, _ days: ClosedRange<Day>, storyOf: Int?
  ) {
    let customerCount = (orders.map(\.customer).max() ?? -1) + 1
    self.orders = orders
    moments = ReplayMoment.inOrder(orders, refunds)
    refunding = refunds.isEmpty ? [] : orders.map { _ in RefundedOrder() }
    engine = LoyaltyEngine(schemes: [scheme], days: days)
    accounts = engine.makeAccounts(count: customerCount, scheme: 0)
    stamps = StampBook(customerCount: customerCount)
    orderCounts = Array(repeating: 0, count: customerCount)
    self.redeem = redeem
    self.days = days
    self.storyOf = storyOf
  }

  /// Merges the calendar and the orders in time order.
  mutating func execute() {
    let calendar = engine.schedule(
      ofScheme: 0, from: days.lowerBound, through: days.upperBound)
    var next = 0
    for moment in moments {
      while next < calendar.count, calendar[next].minute <= moment.minute {
        schedule(calendar[next])
        next += 1
      }
      switch moment.kind {
      case .order: place(moment.order)
      case .refund(let amount): give(back: amount, of: moment.order, at: moment.minute)
      }
    }
    for moment in calendar[next...] { schedule(moment) }
  }

  private mutating func schedule(_ moment: ScheduledEvent) {
    for customer in members {
      runTimers(of: customer, through: moment.minute)
      let before = journal.transfers.count
      let decision = handle(.scheduled(moment.kind), customer, at: moment.minute)
      // A moment that found nothing to do for the customer is no part of the story.
      guard decision.refusal == .none else { continue }
      result.totals.rewardCost += decision.privilegeCost
      tell(.scheduled(moment.kind), customer, at: moment.minute, decision, [], since: before)
    }
  }

  private mutating func place(_ position: Int) {
    let order = orders[position]
    let customer = order.customer
    if orderCounts[customer] == 0 { join(customer, at: order.minute) }
    runTimers(of: customer, through: order.minute)
    let basket = [BasketLine(listMinor: order.list.minor)]
    let quote = engine.quote(basket.span, for: customer, in: accounts, at: order.minute)
    let points = redeem.points(
      for: order, number: orderCounts[customer], atMost: quote.spendablePoints)
    let findings =
      customer == storyOf
      ? engine.explain(
        basket.span, spending: points, for: customer, in: accounts, at: order.minute) : []
    lookAtStamps(of: customer, at: order.minute)
    let before = journal.transfers.count
    var decision = handle(
      .order(offers: quote.offers, points: points), customer, at: order.minute, basket)
    if decision.refusal == .pointsNotSpendable {
      result.totals.refusedRedemptions += 1
      result.totals.refusedPoints += points
      decision = handle(
        .order(offers: quote.offers, points: .zero), customer, at: order.minute, basket)
    }
    precondition(decision.refusal == .none, "an order on quoted terms is accepted")
    orderCounts[customer] += 1
    if !refunding.isEmpty {
      refunding[position].number = decision.order
      refunding[position].paid = decision.paid
    }
    stamps.order(
      earned: Int64(decision.earnedStamps),
      after: engine.stamps(of: customer, in: accounts, on: order.minute.day), of: customer,
      at: order.minute)
    result.totals.add(order, decision)
    tell(
      .order(list: order.list), customer, at: order.minute, decision, findings, since: before)
  }

  /// Books what a refund took off a card.
  mutating func noteStampsTaken(from customer: Int, at minute: Minute) {
    stamps.refund(
      to: engine.stamps(of: customer, in: accounts, on: minute.day), of: customer, at: minute)
  }

  /// Lets the engine do what was due for a customer by a minute, such as sending what waited.
  private mutating func runTimers(of customer: Int, through minute: Minute) {
    while engine.nextTimer(of: customer, in: accounts) <= minute.index {
      let due = Minute(index: engine.nextTimer(of: customer, in: accounts))
      let before = journal.transfers.count
      let decision = handle(.timer, customer, at: due)
      tell(.timer, customer, at: due, decision, [], since: before)
    }
  }

  mutating func lookAtStamps(of customer: Int, at minute: Minute) {
    stamps.look(
      at: engine.stamps(of: customer, in: accounts, on: minute.day), of: customer, at: minute)
  }

  private mutating func join(_ customer: Int, at minute: Minute) {
    members.append(customer)
    // Month and day 0: no birthday that a rule could meet.
    let decision = handle(.join(Birthday(month: 0, day: 0)), customer, at: minute)
    tell(.joined, customer, at: minute, decision, [], since: journal.transfers.count)
  }

  mutating func handle(
    _ event: Event, _ customer: Int, at minute: Minute, _ basket: [BasketLine] = []
  ) -> Decision {
    engine.handle(
      event, basket: basket.span, for: customer, in: &accounts, at: minute, into: &journal)
  }

  /// Transfers so far.
  var transferCount: Int { journal.transfers.count }

  mutating func tell(
    _ kind: ReplayEntry.Kind, _ customer: Int, at minute: Minute, _ decision: Decision,
    _ findings: [RuleFinding], since count: Int
  ) {
    guard customer == storyOf else { return }
    result.story.append(
      ReplayEntry(
        minute: minute, kind: kind, decision: decision, findings: findings,
        transfers: journal.transfers[count...].filter { Int($0.holder) == customer },
        balance: engine.balance(of: customer, in: accounts, on: minute.day)))
  }

  /// Closes the books: what was due before the last day has expired; what may be spent on the last
  /// day still counts.
  mutating func finish() -> ReplayResult {
    let end = days.upperBound.advanced(by: 1).start.advanced(by: -1)
    for customer in members {
      runTimers(of: customer, through: end)
      let before = journal.transfers.count
      engine.settle(
        customer, in: &accounts, through: days.upperBound.advanced(by: -1), into: &journal)
      lookAtStamps(of: customer, at: end)
      tell(.closed, customer, at: end, Decision(), [], since: before)
    }
    result.journal = journal.transfers
    result.months = ReplayMonth.rollForward(journal.transfers, over: days)
    result.ledger = accounts.ledger.totals
    result.stamps = stamps.movements
    result.totals.members = members.count
    result.totals.close(stamps.total, engine.schemes[0].scheme)
    result.totals.close(accounts.ledger.totals, face: engine.schemes[0].scheme.pointFaceValue)
    result.faults = LedgerInvariants.faults(of: accounts.ledger).map { "\($0)" }
    return result
  }
}
