import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

@Suite struct NoIncentivesTests {
  private let minute = day(2026, 5, 1).at(hour: 12)
  private let basket = [BasketLine(listMinor: 1999), BasketLine(listMinor: 501)]

  @Test func `Everyone pays list price and nothing else happens`() {
    let engine = NoIncentives()
    var accounts = engine.makeAccounts(count: 3, scheme: 0)
    var journal = Journal()
    let quote = engine.quote(basket.span, for: 0, in: accounts, at: minute)
    #expect(quote == Quote(list: Money(minor: 2500)))
    let decision = engine.handle(
      .order(offers: [], points: .zero), basket: basket.span, for: 0, in: &accounts, at: minute,
      into: &journal)
    #expect(decision.paid == Money(minor: 2500) && decision.terms == quote)
    #expect(journal.transfers.isEmpty)
    #expect(engine.schedule(ofScheme: 0, from: minute.day, through: minute.day).isEmpty)
  }

  @Test func `The empty scheme answers like no engine at all`() throws {
    let world = try World.withMember(.none)
    #expect(world.quote("25", on: minute.day) == Quote(list: yuan("25")))
    #expect(world.engine.schedule(ofScheme: 0, from: minute.day, through: minute.day).isEmpty)
  }
}
