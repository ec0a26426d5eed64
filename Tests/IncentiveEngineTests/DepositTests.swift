import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

@Suite struct DepositTests {
  /// ¥10 from 1 to 10 November count as ¥30 on 11 and 12 November, from ¥100 on; who lets that pass
  /// is sent ¥10 on the 13th.
  private func world(
    deposits: ClosedRange<Day> = day(2026, 11, 1)...day(2026, 11, 10), consoles coupon: Int = 0,
    privileges: [Privilege] = []
  ) throws -> World {
    let presale = Deposit(
      price: yuan("10"), days: deposits,
      balanceDays: day(2026, 11, 11)...day(2026, 11, 12))
    let consolation = CouponGrant.once(
      day(2026, 11, 13), hour: 10, audience: .lapsed(coupon: coupon))
    let offers = [
      Offer(
        name: "presale", access: .coupon(.deposit(presale), validDays: 1),
        benefit: .amountOff([LadderStep(minimumSpend: yuan("100"), off: yuan("30"))])),
      Offer(
        name: "in-stock", access: .coupon(consolation, validDays: 7),
        benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("10"))])),
    ]
    return try World.withMember(
      Scheme(name: "presale", offers: offers, privileges: privileges))
  }

  @Test func `M23: an order that pays a balance ships free, with whatever else is in it`() throws {
    var world = try world(
      privileges: [
        Privilege(
          name: "shipping", condition: .init(presale: 0), kind: .perOrder, cost: yuan("8"),
          value: yuan("10"))
      ])
    pay(&world, on: day(2026, 11, 3))
    #expect(world.buy("300", on: day(2026, 11, 9)).privilegeCost == .zero)
    // Below the balance's threshold the deposit does not count, and nothing ships free.
    #expect(world.quote("99", on: day(2026, 11, 11)).privileges == [])
    let quote = world.quote("300", on: day(2026, 11, 11))
    #expect(quote.pay == yuan("270") && quote.privilegeValue == yuan("10"))
    #expect(world.buy("300", offers: [0], on: day(2026, 11, 11)).privilegeCost == yuan("8"))
    #expect(world.buy("300", on: day(2026, 11, 12)).privilegeCost == .zero)
  }

  @Test(arguments: [
    // kind, presale → what is wrong
    (Privilege.Kind.perOrder, 0, [String]()), (.perOrder, 1, ["privileges.p.presale"]),
    (.box(.monthly), 0, ["privileges.p.presale"]),
  ])
  func `only what comes with an order looks at a balance, of a presale that is there`(
    kind: Privilege.Kind, presale: Int, problems: [String]
  ) throws {
    let deposit = Deposit(
      price: yuan("10"), days: day(2026, 11, 1)...day(2026, 11, 2),
      balanceDays: day(2026, 11, 11)...day(2026, 11, 11))
    let scheme = Scheme(
      name: "presale",
      offers: [
        Offer(
          name: "presale", access: .coupon(.deposit(deposit), validDays: 1),
          benefit: .amountOff([LadderStep(minimumSpend: yuan("30"), off: yuan("30"))]))
      ],
      privileges: [
        Privilege(
          name: "p", condition: .init(presale: presale), kind: kind, cost: yuan("1"),
          value: yuan("1"))
      ])
    #expect(scheme.problems.map(\.path) == problems)
  }

  @discardableResult
  private func pay(_ world: inout World, on day: Day) -> Decision {
    world.handle(.deposit(offer: 0), at: day.at(hour: 20))
  }

  @Test func `M23: a deposit of 10 counts as 30 when the balance is paid`() throws {
    var world = try world()
    let deposit = pay(&world, on: day(2026, 11, 3))
    #expect(deposit.refusal == .none)
    #expect(deposit.paid == yuan("10"))
    let balance = world.buy("199", offers: [0], on: day(2026, 11, 11))
    #expect(balance.paid == yuan("169"))
    // 10 + 169: the basket of ¥199 costs ¥179 in all.
    #expect(deposit.paid + balance.paid == yuan("179"))
  }

  @Test(arguments: [
    (10, "199"), (11, "169"), (12, "169"), (13, "199"),
  ])
  func `M23: the deposit counts on the days of the balance only`(
    november: Int, pay price: String
  ) throws {
    var world = try world()
    pay(&world, on: day(2026, 11, 1))
    #expect(world.quote("199", on: day(2026, 11, november)).pay == yuan(price))
  }

  @Test func `M23: whoever does not pay the balance is sent the coupon for goods in stock`() throws
  {
    var world = try world()
    pay(&world, on: day(2026, 11, 10))
    #expect(world.run(.couponGrant(offer: 1), on: day(2026, 11, 13)).granted == OfferSet(offer: 1))
    #expect(world.quote("60", on: day(2026, 11, 14)).pay == yuan("50"))
  }

  @Test func `M23: whoever paid the balance, or no deposit, is sent none`() throws {
    var paid = try world()
    pay(&paid, on: day(2026, 11, 10))
    paid.buy("150", offers: [0], on: day(2026, 11, 12))
    #expect(paid.run(.couponGrant(offer: 1), on: day(2026, 11, 13)).refusal == .notInAudience)
    var bystander = try world()
    #expect(bystander.run(.couponGrant(offer: 1), on: day(2026, 11, 13)).refusal == .notInAudience)
  }

  @Test func `M23: whoever paid a deposit is told when the balance is due`() throws {
    var world = try world()
    let due = ScheduledKind.balanceDue(offer: 0)
    #expect(world.run(due, on: day(2026, 11, 11)).refusal == .notInAudience)
    pay(&world, on: day(2026, 11, 10))
    #expect(world.run(due, on: day(2026, 11, 11)).notice == .balanceDue(offer: 0))
    let moments = world.engine.schedule(
      ofScheme: 0, from: day(2026, 11, 1), through: day(2026, 11, 30))
    #expect(
      moments == [
        ScheduledEvent(minute: day(2026, 11, 11).at(hour: 10), kind: due),
        ScheduledEvent(minute: day(2026, 11, 13).at(hour: 10), kind: .couponGrant(offer: 1)),
      ])
  }

  @Test func `A deposit is refused outside its days, twice, and for what is not sold that way`()
    throws
  {
    var world = try world()
    #expect(pay(&world, on: day(2026, 10, 31)).refusal == .notRunning)
    #expect(pay(&world, on: day(2026, 11, 11)).refusal == .notRunning)
    pay(&world, on: day(2026, 11, 2))
    #expect(pay(&world, on: day(2026, 11, 3)).refusal == .alreadyHeld)
    let other = world.handle(.deposit(offer: 1), at: day(2026, 11, 3).start)
    #expect(other.refusal == .notFound)
    #expect(other.paid == .zero)
    let early = world.buy("199", offers: [0], on: day(2026, 11, 5))
    #expect(early.refusal == .notRunning)
  }

  @Test func `A balance before the last deposit, and a consolation for no coupon, are problems`() {
    #expect(throws: SchemeProblems.self) {
      try world(deposits: day(2026, 11, 1)...day(2026, 11, 11))
    }
    #expect(throws: SchemeProblems.self) { try world(consoles: 2) }
  }
}
