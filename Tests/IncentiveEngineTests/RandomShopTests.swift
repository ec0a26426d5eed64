import IncentiveEngine
import Quantities
import Testing
import Timeline

/// Random schemes and random years, every answer held against the plain reference.
@Suite struct RandomShopTests {
  @Test(arguments: 1...8)
  func `Whole random years agree with the plain reference`(seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    var eventCount = 0
    while eventCount < 250_000 {
      var year = try RandomYear(&random)
      eventCount += year.run(&random, ordersPerAccount: 60)
      guard year.faults.isEmpty else {
        Issue.record("seed \(seed), after \(eventCount) events: \(year.faults)")
        return
      }
    }
  }

  @Test func `Of twelve promotions the best stack is the best of all 4,096`() throws {
    var random = TestRandom(seed: 12)
    for _ in 0..<40 {
      let offers = (0..<12).map { number in
        var offer = Offer.random(&random, number: number)
        offer.access = .promotion(.always)
        return offer
      }
      let scheme = Scheme(name: "twelve", offers: offers)
      let world = try World.withMember(scheme)
      let reference = ReferenceShop(schemes: [scheme], members: [])
      let list = Int64(1 + random.below(60)) * 500
      let best = reference.best(
        ReferenceMember(), [BasketLine(listMinor: list)], on: day(2026, 5, 1))
      let quote = world.quote("\(list / 100)", on: day(2026, 5, 1))
      #expect(quote.pay.minor == best.pay)
      #expect(quote.offers == best.stack.reduce(OfferSet()) { $0.union(OfferSet(offer: $1)) })
    }
  }
}
