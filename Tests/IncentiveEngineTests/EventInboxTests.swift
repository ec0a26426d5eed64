import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// One shop that hears of its orders late and twice; its one scheme gives a point for each yuan.
@Suite struct EventInboxTests {
  private let scheme = Scheme(
    name: "inbox",
    points: PointsProgram(earn: onePerYuan, redeem: hundredForTwo, expiry: .never))
  private let noon = day(2026, 3, 1).at(hour: 12)

  /// An inbox with two members who joined at nine in the morning, an hour open.
  private func inbox(watermarkMinutes: Int = 60) throws -> EventInbox<LoyaltyEngine> {
    var world = try World([scheme], accountCount: 2)
    for account in 0..<2 { world.join(account, on: day(2026, 3, 1)) }
    return EventInbox(
      engine: world.engine, accounts: world.accounts, accountCount: 2,
      watermarkMinutes: watermarkMinutes)
  }

  private func order(
    _ number: String, _ price: String, points: Int64 = 0, minutesPastNoon: Int = 0,
    source: String = "shop", account: Int = 0
  ) -> Submission {
    Submission(
      id: EventID(source: source, business: number), account: account,
      minute: noon.advanced(by: minutesPastNoon),
      event: .order(offers: [], points: Points(points)),
      basket: [BasketLine(listMinor: fen(price))])
  }

  private func balance(_ inbox: EventInbox<LoyaltyEngine>, of account: Int = 0) -> Int64 {
    inbox.engine.balance(of: account, in: inbox.accounts, on: day(2026, 3, 2)).count
  }

  @Test func `An order that is sent three times earns once and gets its first decision`() throws {
    var (inbox, journal) = (try inbox(), Journal())
    #expect(inbox.submit(order("1", "120")) == .pending)
    #expect(inbox.submit(order("1", "120")) == .pending)
    #expect(inbox.decision(of: EventID(source: "shop", business: "1")) == nil)
    inbox.flush(into: &journal)
    let decision = try #require(inbox.decision(of: EventID(source: "shop", business: "1")))
    #expect(decision.earnedPoints == Points(120))
    #expect(inbox.submit(order("1", "120")) == .decided(decision))
    #expect(inbox.receipt(of: EventID(source: "shop", business: "1")) == .decided(decision))
    inbox.flush(into: &journal)
    #expect(journal.transfers.map(\.points.count) == [120])
    #expect(balance(inbox) == 120)
    #expect(inbox.applied == [EventID(source: "shop", business: "1")])
  }

  @Test func `A refusal by the engine is a decision, and a duplicate gets it too`() throws {
    var (inbox, journal) = (try inbox(), Journal())
    #expect(inbox.submit(order("1", "10", points: 100)) == .pending)
    inbox.flush(into: &journal)
    guard case .decided(let decision) = inbox.submit(order("1", "10", points: 100)) else {
      Issue.record("the order was not decided")
      return
    }
    #expect(decision.refusal == .pointsNotSpendable)
    #expect(journal.transfers.isEmpty)
  }

  @Test func `One number from two sources is two orders`() throws {
    var (inbox, journal) = (try inbox(), Journal())
    #expect(inbox.submit(order("1", "120", source: "shop")) == .pending)
    #expect(inbox.submit(order("1", "30", source: "till")) == .pending)
    inbox.flush(into: &journal)
    #expect(balance(inbox) == 150)
  }

  @Test func `An identifier with other content is refused, before its decision and after`() throws {
    var (inbox, journal) = (try inbox(), Journal())
    #expect(inbox.submit(order("1", "120")) == .pending)
    for _ in 0..<2 {
      for changed in [
        order("1", "121"), order("1", "120", points: 100), order("1", "120", minutesPastNoon: 1),
        order("1", "120", account: 1), order("1", "120", minutesPastNoon: -600),
      ] {
        let before = inbox.accounts
        #expect(inbox.submit(changed) == .refused(.idReused))
        #expect(inbox.accounts == before)
        #expect(inbox.pendingCount + inbox.applied.count == 1)
      }
      inbox.flush(into: &journal)
    }
    #expect(balance(inbox) == 120)
  }

  @Test func `Points of an order that comes in late pay for the later order all the same`() throws {
    var (inbox, journal) = (try inbox(), Journal())
    // ¥10 at 12:30, of which 100 points pay ¥2; the points are from 12:00 and arrive afterwards.
    #expect(inbox.submit(order("2", "10", points: 100, minutesPastNoon: 30)) == .pending)
    #expect(inbox.submit(order("1", "120")) == .pending)
    // 13:01 closes the minutes before 12:01, 13:31 those before 12:31.
    #expect(inbox.submit(order("3", "1", minutesPastNoon: 61)) == .pending)
    inbox.advance(into: &journal)
    #expect(inbox.applied.map(\.business) == ["1"])
    #expect(inbox.submit(order("4", "1", minutesPastNoon: 91)) == .pending)
    inbox.advance(into: &journal)
    #expect(inbox.applied.map(\.business) == ["1", "2"])
    // 120 earned, 100 spent, 8 earned on the ¥8 paid.
    #expect(balance(inbox) == 28)
    #expect(
      inbox.decision(of: EventID(source: "shop", business: "2"))?.paid == Money(minor: 800))
  }

  @Test(arguments: [(60, 0, true), (60, -1, false), (61, 0, false), (61, 1, true), (0, -60, true)])
  func `An hour late is taken, a minute more is refused and changes nothing`(
    newest: Int, late: Int, isTaken: Bool
  ) throws {
    var (inbox, journal) = (try inbox(), Journal())
    #expect(inbox.submit(order("1", "120", minutesPastNoon: newest)) == .pending)
    let before = inbox.accounts
    let receipt = inbox.submit(order("2", "30", minutesPastNoon: late))
    #expect(receipt == (isTaken ? .pending : .refused(.tooLate)))
    #expect(inbox.pendingCount == (isTaken ? 2 : 1))
    #expect(inbox.openFrom == noon.advanced(by: newest - 60))
    #expect(inbox.accounts == before)
    if !isTaken { #expect(inbox.receipt(of: EventID(source: "shop", business: "2")) == nil) }
    inbox.flush(into: &journal)
    #expect(balance(inbox) == (isTaken ? 150 : 120))
  }

  @Test func `What no engine can take is refused, and a corrected event is taken`() throws {
    var inbox = try inbox()
    var calendar = order("1", "1")
    calendar.event = .scheduled(.growthReset)
    var stranger = order("1", "1")
    stranger.account = 2
    var negative = order("1", "1")
    negative.basket.append(BasketLine(listMinor: -101))
    var huge = order("1", "1")
    huge.basket.append(BasketLine(listMinor: .max))
    var join = order("1", "1")
    join.event = .join(Birthday(month: 6, day: 15))
    for (submission, refusal) in [
      (calendar, InboxRefusal.calendarMoment), (stranger, .unknownAccount),
      (order("1", "1", account: -1), .unknownAccount), (negative, .unsoundBasket),
      (huge, .unsoundBasket), (join, .unsoundBasket),
    ] {
      #expect(inbox.submit(submission) == .refused(refusal))
      #expect(inbox.openFrom == nil)
    }
    #expect(inbox.submit(order("1", "1")) == .pending)
  }

  @Test func `Items of an order that come back are taken, with their lines`() throws {
    var (scheme, journal) = (scheme, Journal())
    scheme.refunds = RefundPolicy()
    let world = try World.withMember(scheme)
    var inbox = EventInbox(
      engine: world.engine, accounts: world.accounts, accountCount: 1, watermarkMinutes: 60)
    #expect(inbox.submit(order("1", "120")) == .pending)
    inbox.flush(into: &journal)
    let bought = inbox.decision(of: EventID(source: "shop", business: "1"))
    let number = try #require(bought?.order)
    var back = order("2", "0", minutesPastNoon: 30)
    back.event = .refund(order: number, part: .lines)
    #expect(inbox.submit(back) == .pending)
    inbox.flush(into: &journal)
    #expect(inbox.decision(of: back.id)?.paid == yuan("120"))
    #expect(balance(inbox) == 0)
  }

  @Test func `Flushing applies by minute, and closes what it has applied`() throws {
    var (inbox, journal) = (try inbox(), Journal())
    for (number, minute) in [("1", 30), ("2", 0), ("3", 45), ("4", 15)] {
      #expect(inbox.submit(order(number, "10", minutesPastNoon: minute)) == .pending)
    }
    inbox.flush(before: noon.advanced(by: 30), into: &journal)
    #expect(inbox.applied.map(\.business) == ["2", "4"])
    #expect(inbox.submit(order("5", "10", minutesPastNoon: 29)) == .refused(.tooLate))
    #expect(inbox.submit(order("6", "10", minutesPastNoon: 30)) == .pending)
    inbox.flush(into: &journal)
    #expect(inbox.applied.map(\.business) == ["2", "4", "1", "6", "3"])
    #expect(inbox.pendingCount == 0)
    #expect(inbox.submit(order("7", "10", minutesPastNoon: 45)) == .refused(.tooLate))
    #expect(inbox.submit(order("8", "10", minutesPastNoon: 46)) == .pending)
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func `Within a minute source and number decide, not the order of arrival`(
    arrivals: [Int]
  ) throws {
    var (inbox, journal) = (try inbox(), Journal())
    // The first earns the 100 points that the second spends; the third then has 8 to its 100.
    let orders = [
      order("2", "100", source: "shop"), order("1", "10", points: 100, source: "till"),
      order("2", "10", points: 100, source: "till"),
    ]
    for arrival in arrivals { #expect(inbox.submit(orders[arrival]) == .pending) }
    inbox.flush(into: &journal)
    #expect(inbox.applied == orders.map(\.id))
    #expect(
      orders.map { inbox.decision(of: $0.id)?.refusal }
        == [Refusal.none, Refusal.none, .pointsNotSpendable])
    #expect(balance(inbox) == 8)
  }
}
