import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Two coupons of one kind, which merging accounts brings.
@Suite struct SpareCouponTests {
  private let welcome = Offer(
    name: "welcome", access: .coupon(.onJoining, validDays: 90),
    benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("5"))]))

  /// Two accounts of one person, each with its welcome.
  private func world(_ change: (inout Scheme) -> Void = { _ in }) throws -> World {
    var scheme = Scheme(name: "two", offers: [welcome], mergesAccounts: true)
    change(&scheme)
    var world = try World([scheme], accountCount: 2)
    world.join(0, on: day(2026, 1, 1))
    world.join(1, on: day(2026, 1, 1))
    return world
  }

  private func merge(_ world: inout World, on today: Day) {
    world.handle(.merge(from: 1), 0, at: today.at(hour: 10))
  }

  @Test func `M13: two coupons of one kind are both kept, the one that ends first is used first`()
    throws
  {
    var world = try world()
    merge(&world, on: day(2026, 1, 10))
    #expect(world.engine.couponCount(of: 0, in: world.accounts, on: day(2026, 1, 10)) == 2)
    for number in 11...12 {
      #expect(world.quote("50", on: day(2026, 1, number)).pay == yuan("45"))
      #expect(world.buy("50", offers: [0], on: day(2026, 1, number)).refusal == .none)
    }
    #expect(world.quote("50", on: day(2026, 1, 13)).pay == yuan("50"))
  }

  @Test func `M13: a coupon that waits may be used when the other has run out unused`() throws {
    var world = try world()
    _ = world.handle(.merge(from: 1), 0, at: day(2026, 1, 1).at(hour: 10))
    world.join(1, on: day(2026, 2, 1))
    merge(&world, on: day(2026, 2, 2))
    // 90 days from 1 January end on 31 March; those from 1 February on 1 May.
    #expect(world.quote("50", on: day(2026, 3, 31)).pay == yuan("45"))
    #expect(world.quote("50", on: day(2026, 4, 1)).pay == yuan("45"))
    #expect(world.buy("50", offers: [0], on: day(2026, 4, 1)).refusal == .none)
    #expect(world.quote("50", on: day(2026, 4, 2)).pay == yuan("50"))
  }

  @Test func `M13: an order that is returned gives its coupon back beside the other one`() throws {
    var world = try world {
      $0.refunds = RefundPolicy(coupons: .returned)
    }
    merge(&world, on: day(2026, 1, 10))
    let order = world.buy("50", offers: [0], on: day(2026, 1, 11))
    let refund = world.refund(.whole, of: order, on: day(2026, 1, 12))
    #expect(refund.refund.couponsReturned == OfferSet(offer: 0))
    #expect(world.engine.couponCount(of: 0, in: world.accounts, on: day(2026, 1, 12)) == 2)
  }
}
