import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Budgets held by one shop: what is left is what the quote says and what the order gets.
@Suite struct BudgetTests {
  private let today = day(2026, 3, 2)

  private func offer(_ name: String, off: String, from: String = "0") -> Offer {
    Offer(
      name: name, access: .promotion(.always),
      benefit: .amountOff([LadderStep(minimumSpend: yuan(from), off: yuan(off))]))
  }

  private func shop(_ budgets: Budget..., members: Int = 2, earn: EarnRule = onePerYuan) throws
    -> World
  {
    var scheme = Scheme(
      name: "budgeted", points: PointsProgram(earn: earn, redeem: hundredForTwo),
      offers: [offer("ten", off: "10", from: "50"), offer("four", off: "4")])
    scheme.budgets = budgets
    var world = try World([scheme], accountCount: members)
    for member in 0..<members { world.join(member, on: day(2026, 1, 1)) }
    return world
  }

  @Test func `Money: ¥30 pay two stacks of ¥14, and then neither ¥14 nor ¥10 fit the last ¥2`()
    throws
  {
    var world = try shop(Budget(name: "cap", measure: .money, limit: fen("30")))
    for _ in 0..<2 {
      #expect(world.quote("100", on: today).pay == yuan("86"))
      #expect(world.buy("100", offers: [0, 1], on: today).paid == yuan("86"))
    }
    #expect(world.quote("100", on: today).pay == yuan("100"))
    let refused = world.buy("100", offers: [0, 1], on: today)
    #expect(refused.refusal == .budgetExhausted)
    #expect(world.accounts.budgets.states[0].used == fen("28"))
    #expect(world.buy("100", on: today).paid == yuan("100"))
    #expect(world.accounts.budgets.states[0].refusedOrders == 1)
  }

  @Test func `Money, remainder paid: the third order gets the last ¥2, the fourth nothing`() throws
  {
    var world = try shop(
      Budget(name: "cap", measure: .money, limit: fen("30"), atLimit: .payRemainder))
    for _ in 0..<2 { world.buy("100", offers: [0, 1], on: today) }
    #expect(world.quote("100", on: today).pay == yuan("98"))
    #expect(world.buy("100", offers: [0, 1], on: today).paid == yuan("98"))
    #expect(world.accounts.budgets.states[0].used == fen("30"))
    #expect(world.quote("100", on: today).offers == [])
  }

  @Test func `Stock of 3 serves three orders; a budget of another offer is left alone`() throws {
    var world = try shop(Budget(name: "stock", measure: .uses, limit: 3, rules: ["ten"]))
    for _ in 0..<3 { #expect(world.buy("100", offers: [0, 1], on: today).refusal == .none) }
    let quote = world.quote("100", on: today)
    #expect(quote.pay == yuan("96"))
    #expect(quote.offers == OfferSet(offer: 1))
    #expect(world.buy("100", offers: [0], on: today).refusal == .budgetExhausted)
    #expect(world.buy("100", offers: [1], on: today).paid == yuan("96"))
  }

  @Test(arguments: [
    (CalendarPeriod.day, day(2026, 3, 3)), (.week, day(2026, 3, 9)), (.month, day(2026, 4, 1)),
    (.year, day(2027, 1, 1)),
  ])
  func `A budget begins anew with its period`(period: CalendarPeriod, next: Day) throws {
    var world = try shop(
      Budget(name: "stock", measure: .uses, limit: 1, rules: ["ten"], period: period))
    world.buy("100", offers: [0], on: today)
    #expect(world.quote("100", on: next.advanced(by: -1)).pay == yuan("96"))
    #expect(world.quote("100", on: next).pay == yuan("86"))
    #expect(world.buy("100", offers: [0], on: next).refusal == .none)
    #expect(world.buy("100", offers: [0], on: next).refusal == .budgetExhausted)
  }

  @Test func `A member's own budget says nothing to others`() throws {
    var world = try shop(
      Budget(name: "each", measure: .uses, limit: 1, rules: ["ten"], scope: .member))
    world.buy("100", offers: [0], on: today)
    #expect(world.quote("100", on: today).pay == yuan("96"))
    #expect(world.quote("100", on: today, for: 1).pay == yuan("86"))
  }

  @Test(arguments: [(Budget.AtLimit.refuse, Int64(0)), (Budget.AtLimit.payRemainder, Int64(20))])
  func `Points issued: of 120 points, a second order of ¥100 gets`(
    atLimit: Budget.AtLimit, second: Int64
  ) throws {
    var world = try shop(
      Budget(name: "points", measure: .pointsIssued, limit: 120, atLimit: atLimit))
    #expect(world.buy("100", on: today).earnedPoints == Points(100))
    #expect(world.quote("104", on: today).earnedPoints == Points(second))
    #expect(world.buy("100", on: today).earnedPoints == Points(second))
    #expect(world.balance(on: today) == 100 + second)
  }

  @Test(arguments: [(Budget.AtLimit.refuse, Int64(0)), (Budget.AtLimit.payRemainder, Int64(200))])
  func `Points spent: with 250 left of the budget, of 500 points may be spent`(
    atLimit: Budget.AtLimit, spendable: Int64
  ) throws {
    var world = try shop(
      Budget(name: "spent", measure: .pointsRedeemed, limit: 250, atLimit: atLimit))
    world.buy("500", on: today)
    #expect(world.quote("500", on: today).spendablePoints == Points(spendable))
    #expect(world.buy("500", points: 300, on: today).refusal == .pointsNotSpendable)
    #expect(
      world.buy("500", points: 200, on: today).refusal
        == (spendable == 0 ? .pointsNotSpendable : .none))
  }

  @Test func `Liability: ¥4 face is 200 points; spending makes room, and so does expiry`() throws {
    var scheme = Scheme(
      name: "liability",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: .afterDays(10, roundedTo: nil)))
    scheme.budgets = [
      Budget(name: "books", measure: .liability, limit: fen("4"), atLimit: .payRemainder)
    ]
    var world = try World([scheme], accountCount: 2)
    for member in 0..<2 { world.join(member, on: day(2026, 1, 1)) }
    #expect(world.buy("150", on: today).earnedPoints == Points(150))
    #expect(world.buy("150", on: today, by: 1).earnedPoints == Points(50))
    #expect(world.quote("150", on: today).earnedPoints == .zero)
    world.buy("100", points: 100, on: today)
    #expect(world.quote("150", on: today, for: 1).earnedPoints == Points(100))
    #expect(world.quote("300", on: day(2026, 3, 13), for: 1).earnedPoints == Points(200))
  }

  @Test func `A budget that cannot count anything is told at its key`() {
    var scheme = Scheme(name: "wrong")
    scheme.budgets = [
      Budget(name: "a", measure: .money, limit: -1, rules: ["x"]),
      Budget(name: "b", measure: .liability, limit: 1, period: .month),
    ]
    #expect(
      scheme.problems.map(\.path) == [
        "budgets.a.limit", "budgets.a", "budgets.a.over", "budgets.b", "budgets.b",
        "budgets.b.per",
      ])
  }
}
