import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

/// One member under the scheme, at some minute, and what was done to get there.
struct LintState: Sendable {
  var accounts: SchemeAccounts
  var minute: Minute
  var steps: [LintStep] = []

  var day: Day { minute.day }
}

/// The engine with one account: what a member can do, and what a purchase would cost.
struct LintShop: Sendable {
  let subject: LintSubject
  let engine: LoyaltyEngine
  /// What the program's calendar does by day, but for what only takes away or tells.
  let grants: [Day: [ScheduledKind]]

  init(_ subject: LintSubject) {
    self.subject = subject
    let engine = LoyaltyEngine(schemes: [subject.scheme], days: subject.days)
    self.engine = engine
    let moments = engine.schedule(
      ofScheme: 0, from: subject.days.lowerBound, through: subject.days.upperBound
    ).filter { ![.growthReset, .tierReview, .expiryWarning].contains($0.kind) }
    grants = Dictionary(grouping: moments, by: \.minute.day).mapValues { $0.map(\.kind) }
  }

  /// A member who joined on the first day: in its last hour, after all that the calendar does on
  /// it, or at another minute of it.
  func start(
    birthday: Birthday = Birthday(month: 0, day: 0), atMinuteOfDay minute: Int = lastMinute
  ) -> LintState {
    let first = subject.days.lowerBound
    var state = LintState(
      accounts: engine.makeAccounts(count: 1, scheme: 0),
      minute: first.at(hour: 0, minute: minute))
    handle(.join(birthday), &state)
    state.steps = [.join(first)]
    return state
  }

  @discardableResult
  func handle(_ event: Event, _ state: inout LintState, _ lines: [BasketLine] = [])
    -> Decision
  {
    var sink = Unbooked()
    return engine.handle(
      event, basket: lines.span, for: 0, in: &state.accounts, at: state.minute, into: &sink)
  }

  /// Lets days pass, and the program's calendar with them, up to a day's last hour.
  func wait(until day: Day, _ state: inout LintState) {
    wait(until: day.at(hour: 0, minute: Self.lastMinute), &state)
  }

  /// Lets time pass, and the program's calendar with it: what it does at the minute is done.
  func wait(until minute: Minute, _ state: inout LintState) {
    var sink = Unbooked()
    let nothing: [BasketLine] = []
    for moment in engine.schedule(ofScheme: 0, from: state.day, through: minute.day)
    where moment.minute > state.minute && moment.minute <= minute {
      runTimers(&state, through: moment.minute)
      _ = engine.handle(
        .scheduled(moment.kind), basket: nothing.span, for: 0, in: &state.accounts,
        at: moment.minute,
        into: &sink)
    }
    runTimers(&state, through: minute)
    state.minute = minute
  }

  /// Lets the engine do what was due by a minute.
  private func runTimers(_ state: inout LintState, through minute: Minute) {
    var sink = Unbooked()
    let nothing: [BasketLine] = []
    while engine.nextTimer(of: 0, in: state.accounts) <= minute.index {
      let due = Minute(index: engine.nextTimer(of: 0, in: state.accounts))
      _ = engine.handle(
        .timer, basket: nothing.span, for: 0, in: &state.accounts, at: due, into: &sink)
    }
  }

  /// Buys a basket on the best terms, with as many points as may be spent or with none.
  @discardableResult
  func order(
    _ basket: LintBasket, _ state: inout LintState, spendingPoints: Bool = false
  ) -> Decision {
    let quote = quote(basket, state)
    let points = spendingPoints ? quote.spendablePoints : .zero
    return handle(.order(offers: quote.offers, points: points), &state, [basket.line])
  }

  /// Gives all of an order back.
  func refund(_ order: OrderNumber, _ state: inout LintState) -> Decision {
    handle(.refund(order: order, part: .whole), &state)
  }

  /// The tier's name; empty without tiers.
  func tierName(_ tier: UInt8) -> String {
    let names = subject.scheme.tierNames
    return names.indices.contains(Int(tier)) ? names[Int(tier)] : ""
  }

  func quote(_ basket: LintBasket, _ state: LintState) -> Quote {
    let lines = [basket.line]
    return engine.quote(lines.span, for: 0, in: state.accounts, at: state.minute)
  }

  func findings(_ basket: LintBasket, _ state: LintState) -> [RuleFinding] {
    let lines = [basket.line]
    return engine.explain(
      lines.span, spending: .zero, for: 0, in: state.accounts, at: state.minute)
  }

  /// What a basket would cost, with the rules that take something off, the most first.
  func purchase(_ basket: LintBasket, _ state: LintState) -> LintPurchase {
    let quote = quote(basket, state)
    let applied = findings(basket, state).filter {
      $0.stage == .price && $0.outcome == .applied && $0.money > .zero
    }.sorted { $0.money > $1.money }
    return LintPurchase(
      good: basket.good, quantity: Int(basket.line.quantity), list: quote.list, pay: quote.pay,
      earnedValue: Self.worth(of: quote.earnedPoints, quote), cost: basket.cost, day: state.day,
      minuteOfDay: state.minute.minuteOfDay == Self.lastMinute ? nil : state.minute.minuteOfDay,
      rules: applied.map(\.name))
  }

  /// What points pay at the rate of the smallest reward, rounded down.
  static func worth(of points: Points, _ quote: Quote) -> Money {
    guard quote.rewardPoints > .zero else { return .zero }
    return Money(
      minor: Rate(quote.rewardValue.minor, over: quote.rewardPoints.count)
        .of(points.count, rounding: .down))
  }
}

/// Nobody keeps the books of what is only tried.
private struct Unbooked: TransferSink {
  mutating func record(_ transfer: Transfer) {}
}
