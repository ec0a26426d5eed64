import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Random months of random schemes, told in order to the engine and out of order to an inbox.
@Suite struct EventInboxRandomTests {
  @Test func `Late and repeated events within the watermark give the ledger in order`() throws {
    var (late, spent, refused, moments) = (0, 0, 0, 0)
    for seed in UInt64(1)...500 {
      var random = TestRandom(seed: seed)
      var month = try RandomMonth(&random)
      let faults = month.tellOutOfOrder(&random)
      guard faults.isEmpty else {
        Issue.record("seed \(seed): \(faults)")
        return
      }
      late += month.lateCount
      moments += month.moments.count
      spent += month.decisions.count { $0.spentPoints > .zero }
      refused += month.decisions.count { $0.refusal != .none }
    }
    // The months are worth comparing only if such things happen in them.
    #expect(late > 1000)
    #expect(spent > 500)
    #expect(refused > 500)
    #expect(moments > 500)
  }
}

/// Forty days of four accounts: what happened, in order, and what the engine made of it.
struct RandomMonth {
  private static let first = day(2026, 5, 20)
  private static let last = day(2026, 6, 28)

  /// The engine and accounts after all events in order.
  private var world: World
  private let opening: SchemeAccounts
  private var submissions: [Submission] = []
  private(set) var decisions: [Decision] = []
  private(set) var lateCount = 0
  /// The calendar of the first scheme; run for all accounts, whichever scheme they have.
  let moments: [ScheduledEvent]
  private let watermarkMinutes: Int

  init(_ random: inout TestRandom) throws {
    world = try World([.random(&random), .random(&random)], accountCount: 4)
    opening = world.accounts
    moments = world.engine.schedule(ofScheme: 0, from: Self.first, through: Self.last)
    watermarkMinutes = random.below(4 * 24 * 60)
    var ahead = moments[...]
    for (minute, id) in Self.names(&random) {
      while let moment = ahead.first, moment.minute <= minute {
        for account in 0..<4 { world.handle(.scheduled(moment.kind), account, at: moment.minute) }
        ahead.removeFirst()
      }
      happen(&random, at: minute, id)
    }
    for moment in ahead {
      for account in 0..<4 { world.handle(.scheduled(moment.kind), account, at: moment.minute) }
    }
  }

  /// Hours, so that many events share their minute, with names in an order of their own.
  private static func names(_ random: inout TestRandom) -> [(Minute, EventID)] {
    let hours = 24 * (first.distance(to: last) + 1)
    return (0..<80).map { number in
      let source = ["shop", "till", "app"][random.below(3)]
      let minute = first.start.advanced(by: 60 * random.below(hours))
      return (minute, EventID(source: source, business: "\(number * 37 % 80)"))
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  /// A joining, now and then another scheme, else an order that often takes the quote as it is.
  private mutating func happen(_ random: inout TestRandom, at minute: Minute, _ id: EventID) {
    let account = random.below(4)
    var event = Event.join(Birthday(month: 6, day: UInt8(1 + random.below(28))))
    var basket: [BasketLine] = []
    if random.chance(3) {
      event = .adopt(scheme: random.below(3))
    } else if !random.chance(15) {
      basket = [BasketLine(listMinor: Int64(random.below(400)) * 100, quantity: 2)]
      let quote = world.engine.quote(basket.span, for: account, in: world.accounts, at: minute)
      let points: Int64 = random.chance(20) ? Int64(random.below(400)) : 0
      event = .order(
        offers: random.chance(90) ? quote.offers : OfferSet(rawValue: 1),
        points: random.chance(50) ? quote.spendablePoints : Points(points))
    }
    submissions.append(
      Submission(id: id, account: account, minute: minute, event: event, basket: basket))
    decisions.append(world.handle(event, account, at: minute, basket: basket))
  }

  /// The events as they arrive, each after a delay that the watermark allows, some twice.
  private func arrivals(_ random: inout TestRandom) -> [Submission] {
    var arrivals: [(minute: Minute, luck: UInt64, submission: Submission)] = []
    for submission in submissions {
      for _ in 0...(random.chance(20) ? 1 : 0) {
        let delay = random.below(watermarkMinutes + 1)
        arrivals.append((submission.minute.advanced(by: delay), random.next(), submission))
      }
    }
    return arrivals.sorted { ($0.minute, $0.luck) < ($1.minute, $1.luck) }.map(\.submission)
  }

  /// Tells the month to an inbox and returns what came out otherwise than in order.
  mutating func tellOutOfOrder(_ random: inout TestRandom) -> [String] {
    var host = InboxHost(
      inbox: EventInbox(
        engine: world.engine, accounts: opening, accountCount: 4,
        watermarkMinutes: watermarkMinutes),
      ahead: moments[...])
    var faults: [String] = []
    var newest = Self.first.start
    for submission in arrivals(&random) {
      if submission.minute < newest { lateCount += 1 }
      newest = max(newest, submission.minute)
      if case .refused(let refusal) = host.inbox.submit(submission) {
        faults.append("\(submission.id) refused: \(refusal)")
      }
      if random.chance(60) { host.advance() }
    }
    host.finish()
    if host.inbox.applied != submissions.map(\.id) { faults.append("the order of application") }
    if host.inbox.accounts != world.accounts { faults.append("the accounts") }
    if host.journal.transfers != world.journal.transfers { faults.append("the journal") }
    for (submission, decision) in zip(submissions, decisions)
    where host.inbox.submit(submission) != .decided(decision) {
      faults.append("the decision about \(submission.id)")
    }
    return faults
  }
}

/// Runs the program's calendar beside an inbox, as its documentation says.
struct InboxHost {
  var inbox: EventInbox<LoyaltyEngine>
  /// The moments of the calendar that are still to come.
  var ahead: ArraySlice<ScheduledEvent>
  var journal = Journal()

  mutating func advance() {
    while let moment = ahead.first, let open = inbox.openFrom, moment.minute <= open {
      inbox.advance(before: moment.minute, into: &journal)
      run(moment)
    }
    inbox.advance(into: &journal)
  }

  mutating func finish() {
    while let moment = ahead.first {
      inbox.flush(before: moment.minute, into: &journal)
      run(moment)
    }
    inbox.flush(into: &journal)
  }

  private mutating func run(_ moment: ScheduledEvent) {
    let none: [BasketLine] = []
    for account in 0..<inbox.accountCount {
      _ = inbox.engine.handle(
        .scheduled(moment.kind), basket: none.span, for: account, in: &inbox.accounts,
        at: moment.minute, into: &journal)
    }
    ahead.removeFirst()
  }
}
