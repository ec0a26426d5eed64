import IncentiveEngine
import Quantities
import Testing
import Timeline

/// Privileges (M29): who qualifies, what each costs and is worth, and what a return takes away.
@Suite struct PrivilegeTests {
  private func scheme(
    _ privileges: Privilege..., offers: [Offer] = [], refunds: RefundPolicy? = nil
  ) -> Scheme {
    Scheme(
      name: "club",
      tiers: TierLadder(
        tiers: [
          Tier(name: "member", threshold: 0), Tier(name: "gold", threshold: 100_000),
        ], basis: .spend),
      offers: offers, refunds: refunds, privileges: privileges)
  }

  private func privilege(
    _ kind: Privilege.Kind, tier: Int? = nil, spend: String? = nil, orders: Int? = nil
  ) -> Privilege {
    let isFree = if case .earlyAccess = kind { true } else { false }
    return Privilege(
      name: "p",
      condition: .init(tier: tier, yearSpend: spend.map(yuan), monthOrders: orders),
      kind: kind, cost: isFree ? .zero : yuan("8"), value: isFree ? .zero : yuan("10"))
  }

  @Test func `M29: free shipping comes with the orders of gold, and costs ¥8 each`() throws {
    var world = try World.withMember(scheme(privilege(.perOrder, tier: 1)))
    // The order that reaches gold has none yet.
    let first = world.buy("1000", on: day(2026, 5, 1))
    #expect(first.privileges == [] && first.privilegeCost == .zero)
    let quote = world.quote("50", on: day(2026, 5, 2))
    #expect(quote.privilegeValue == yuan("10") && quote.pay == yuan("50"))
    let second = world.buy("50", on: day(2026, 5, 2))
    #expect(second.terms == quote && second.privileges.count == 1)
    #expect(second.privilegeCost == yuan("8") && second.privilegeValue == yuan("10"))
    #expect(second.rewardCost == .zero && second.paid == yuan("50"))
  }

  @Test(arguments: [
    // Paid on 1 May; whether an order on the day has the privilege. The year ends on 31 December.
    ("49999.99", day(2026, 5, 2), false), ("50000", day(2026, 5, 2), true),
    ("50000", day(2026, 12, 31), true), ("50000", day(2027, 1, 1), false),
  ])
  func `M29: the hidden product is for those who paid ¥50,000 in the year`(
    paid: String, day today: Day, isOpen: Bool
  ) throws {
    var world = try World.withMember(scheme(privilege(.hidden(items: [7]), spend: "50000")))
    world.buy(paid, on: day(2026, 5, 1))
    let tea = BasketLine(listMinor: 10_000, item: 7)
    #expect(world.quote(of: [tea], on: today).privileges.count == (isOpen ? 1 : 0))
    let other = BasketLine(listMinor: 10_000, item: 8)
    #expect(world.quote(of: [other], on: today).privileges == [])
    #expect(world.quote(of: [other, tea], on: today).privileges.count == (isOpen ? 1 : 0))
  }

  @Test(arguments: [(2, 0), (3, 1), (4, 1)])
  func `M29: a mystery box follows a month of three orders`(orders: Int, boxes: Int) throws {
    var world = try World.withMember(scheme(privilege(.box(.monthly), orders: 3)))
    for number in 1...orders { world.buy("20", on: day(2026, 5, 27 + number)) }
    let june = world.run(.privilege(0), on: day(2026, 6, 1))
    #expect(june.privileges.count == boxes)
    #expect(june.privilegeCost == (boxes == 1 ? yuan("8") : .zero))
    #expect(june.refusal == (boxes == 1 ? .none : .notInAudience))
    // A month without orders brings none.
    #expect(world.run(.privilege(0), on: day(2026, 7, 1)).refusal == .notInAudience)
    let moments = world.engine.schedule(
      ofScheme: 0, from: day(2026, 6, 1), through: day(2026, 7, 31))
    #expect(
      moments.map(\.minute) == [day(2026, 6, 1).start, day(2026, 7, 1).start])
  }

  @Test func `M29: a quote says how many orders are missing to the box`() throws {
    var world = try World.withMember(scheme(privilege(.box(.monthly), orders: 3)))
    for missing in [3, 2, 1] {
      let quote = world.quote("20", on: day(2026, 5, 30))
      #expect(quote.privilegeOrders == 3 && quote.ordersToPrivilege == Int32(missing))
      world.buy("20", on: day(2026, 5, 30))
    }
    #expect(world.quote("20", on: day(2026, 5, 30)).privilegeOrders == 0)
    #expect(world.quote("20", on: day(2026, 6, 1)).ordersToPrivilege == 3)
  }

  @Test func `M26: a birthday box is given in the month of the birthday, 15 June`() throws {
    var world = try World.withMember(scheme(privilege(.box(.birthday))))
    #expect(world.run(.privilege(0), on: day(2026, 5, 1)).refusal == .notInAudience)
    #expect(world.run(.privilege(0), on: day(2026, 6, 1)).privileges.count == 1)
    #expect(world.run(.privilege(0), on: day(2026, 7, 1)).refusal == .notInAudience)
  }

  @Test(arguments: [
    (false, day(2026, 10, 30), Refusal.notRunning), (false, day(2026, 11, 1), .none),
    (true, day(2026, 10, 29), .notRunning), (true, day(2026, 10, 30), .none),
    (true, day(2026, 11, 10), .none), (true, day(2026, 11, 11), .notRunning),
  ])
  func `M29: gold pays a presale's deposit two days before others`(
    isGold: Bool, today: Day, refusal: Refusal
  ) throws {
    let presale = Deposit(
      price: yuan("10"), days: day(2026, 11, 1)...day(2026, 11, 10),
      balanceDays: day(2026, 11, 11)...day(2026, 11, 12))
    let offer = Offer(
      name: "presale", access: .coupon(.deposit(presale), validDays: 1),
      benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("30"))]))
    var world = try World.withMember(
      scheme(privilege(.earlyAccess(days: 2), tier: 1), offers: [offer]))
    if isGold { world.buy("1000", on: day(2026, 10, 1)) }
    #expect(world.handle(.deposit(offer: 0), at: today.at(hour: 20)).refusal == refusal)
  }

  @Test func `M29: a returned order counts no longer`() throws {
    var world = try World.withMember(
      scheme(privilege(.perOrder, spend: "100", orders: 2), refunds: RefundPolicy()))
    world.buy("60", on: day(2026, 5, 1))
    let second = world.buy("60", on: day(2026, 5, 2))
    #expect(world.quote("20", on: day(2026, 5, 3)).privileges.count == 1)
    let number = try #require(second.order)
    #expect(
      world.handle(.refund(order: number, part: .whole), at: day(2026, 5, 4).start).refusal == .none
    )
    let quote = world.quote("20", on: day(2026, 5, 5))
    #expect(quote.privileges == [])
    world.buy("40", on: day(2026, 5, 5))
    #expect(world.quote("20", on: day(2026, 5, 6)).privileges.count == 1)
  }

  @Test func `M29: an explanation names the privileges of an order, which take nothing off`() throws
  {
    var world = try World.withMember(scheme(privilege(.perOrder, orders: 1)))
    #expect(
      world.explain("20", on: day(2026, 5, 3)).contains("privileges.p not-in-audience: ¥20"))
    world.buy("40", on: day(2026, 5, 1))
    #expect(world.explain("20", on: day(2026, 5, 3)).contains("privileges.p applied: ¥20"))
  }

  @Test(arguments: [
    ("privileges.p.tier", Privilege(name: "p", condition: .init(tier: 2), kind: .perOrder)),
    ("privileges.p.worth", Privilege(name: "p", condition: .init(), kind: .box(.monthly))),
    ("privileges.p.days", Privilege(name: "p", condition: .init(), kind: .earlyAccess(days: 31))),
    ("privileges.p", Privilege(name: "p", condition: .init(), kind: .earlyAccess(days: 3))),
    ("privileges.p.items", Privilege(name: "p", condition: .init(), kind: .hidden(items: []))),
    (
      "privileges.p.orders",
      Privilege(name: "p", condition: .init(monthOrders: 0), kind: .perOrder)
    ),
    (
      "privileges.p.spend",
      Privilege(name: "p", condition: .init(yearSpend: .zero), kind: .perOrder)
    ),
  ])
  func `privileges that make no sense are found`(path: String, privilege: Privilege) {
    #expect(scheme(privilege).problems.map(\.path).contains(path))
  }
}
