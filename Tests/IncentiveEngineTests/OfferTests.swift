import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

@Suite struct OfferTests {
  private func scheme(_ offers: Offer...) -> Scheme { Scheme(name: "offers", offers: offers) }

  private func promotion(
    _ benefit: Benefit, _ window: PromotionWindow = .always, stacking: Offer.Stacking = .stackable
  ) -> Offer {
    Offer(name: "promotion", access: .promotion(window), benefit: benefit, stacking: stacking)
  }

  private func off(_ amount: String, from minimum: String = "0") -> Benefit {
    .amountOff([LadderStep(minimumSpend: yuan(minimum), off: yuan(amount))])
  }

  private func coupon(
    _ name: String, _ grant: CouponGrant, _ benefit: Benefit, validDays: Int = 30
  ) -> Offer {
    Offer(name: name, access: .coupon(grant, validDays: validDays), benefit: benefit)
  }

  @Test(arguments: [
    ("198.99", "198.99"), ("199.00", "169.00"), ("199.01", "169.01"), ("500.00", "470.00"),
  ])
  func `M15: 30 off from 199 on, 满199减30`(price: String, pay: String) throws {
    let world = try World.withMember(scheme(promotion(off("30", from: "199"))))
    let quote = world.quote(price, on: day(2026, 5, 1))
    #expect(quote.pay == yuan(pay))
    #expect(quote.promotionDiscount == yuan(price) - yuan(pay))
    #expect(quote.offers.count == (price == pay ? 0 : 1))
  }

  @Test(arguments: [
    ("99.99", "99.99"), ("100", "90"), ("199.99", "189.99"), ("200", "175"), ("500", "420"),
    ("5000", "4920"),
  ])
  func `M15: of a ladder, the highest step reached applies, once`(
    price: String, pay: String
  ) throws {
    let ladder = Benefit.amountOff([
      LadderStep(minimumSpend: yuan("100"), off: yuan("10")),
      LadderStep(minimumSpend: yuan("200"), off: yuan("25")),
      LadderStep(minimumSpend: yuan("500"), off: yuan("80")),
    ])
    let world = try World.withMember(scheme(promotion(ladder)))
    #expect(world.quote(price, on: day(2026, 5, 1)).pay == yuan(pay))
  }

  @Test func `A threshold looks at the price of the member's tier`() throws {
    // ¥200 at 90% is ¥180, below 199; ¥221.20 at 90% is ¥199.08.
    var scheme = scheme(promotion(off("30", from: "199")))
    scheme.tiers = TierLadder(
      tiers: [Tier(name: "all", threshold: 0, price: .percent(90))], basis: .spend)
    let world = try World.withMember(scheme)
    #expect(world.quote("200", on: day(2026, 5, 1)).pay == yuan("180"))
    #expect(world.quote("221.20", on: day(2026, 5, 1)).pay == yuan("169.08"))
  }

  @Test func `M16: a welcome coupon comes with joining, works once, until its last day`() throws {
    let welcome = coupon("welcome", .onJoining, off("5"), validDays: 7)
    var world = try World([scheme(welcome)])
    #expect(world.quote("50", on: day(2026, 5, 1)).pay == yuan("50"))
    #expect(world.join(on: day(2026, 5, 1)).granted == OfferSet(offer: 0))
    #expect(world.quote("50", on: day(2026, 5, 7)).pay == yuan("45"))
    #expect(world.quote("50", on: day(2026, 5, 8)).pay == yuan("50"))
    #expect(world.quote("3", on: day(2026, 5, 2)).pay == .zero)
    let used = world.buy("50", offers: [0], on: day(2026, 5, 2))
    #expect(used.paid == yuan("45") && used.terms.couponDiscount == yuan("5"))
    #expect(world.buy("50", offers: [0], on: day(2026, 5, 2)).refusal == .notHeld)
    #expect(world.quote("50", on: day(2026, 5, 2)).pay == yuan("50"))
  }

  @Test func `M16: dormant members get ¥50, active ones 满199减30, at their hour`() throws {
    let rescue = coupon(
      "rescue", .monthly(dayOfMonth: 1, hour: 10, audience: .dormant(forDays: 60)), off("50"))
    let loyal = coupon(
      "loyal", .once(day(2026, 6, 1), hour: 9, audience: .active(withinDays: 30)),
      off("30", from: "199"))
    var world = try World([scheme(rescue, loyal)], accountCount: 4)
    world.join(0, on: day(2026, 1, 1))
    world.join(1, on: day(2026, 1, 1))
    world.join(2, on: day(2026, 5, 20))
    world.buy("10", on: day(2026, 5, 2), by: 1)
    let moments = world.engine.schedule(
      ofScheme: 0, from: day(2026, 6, 1), through: day(2026, 6, 30))
    #expect(
      moments == [
        ScheduledEvent(minute: day(2026, 6, 1).at(hour: 9), kind: .couponGrant(offer: 1)),
        ScheduledEvent(minute: day(2026, 6, 1).at(hour: 10), kind: .couponGrant(offer: 0)),
      ])
    let june = day(2026, 6, 1)
    let outcomes = (0..<4).map { account in
      (0...1).map { world.run(.couponGrant(offer: $0), on: june, for: account).refusal }
    }
    #expect(outcomes[0] == [.none, .notInAudience])
    #expect(outcomes[1] == [.notInAudience, .none])
    #expect(outcomes[2] == [.notInAudience, .notInAudience])
    #expect(outcomes[3] == [.notAMember, .notAMember])
    #expect(world.run(.couponGrant(offer: 0), on: june).refusal == .alreadyHeld)
    #expect(world.run(.couponGrant(offer: 7), on: june).refusal == .notFound)
    #expect(world.quote("60", on: june, for: 0).pay == yuan("10"))
    #expect(world.quote("199", on: june, for: 1).pay == yuan("169"))
  }

  @Test(arguments: [
    // 15% of ¥99.99 is ¥14.9985: ¥14.99 off. 15% of ¥200.01 is just over the cap of ¥30.
    ("99.99", "85.00"), ("200.00", "170.00"), ("200.01", "170.01"), ("1000", "970"),
    ("49.99", "49.99"),
  ])
  func `M17: 15% off from ¥50 on, at most ¥30, rounded down`(price: String, pay: String) throws {
    let world = try World.withMember(
      scheme(
        coupon(
          "85折", .onJoining,
          .shareOff(.percent(15), minimumSpend: yuan("50"), cap: yuan("30")), validDays: 365)))
    #expect(world.quote(price, on: day(2026, 5, 1)).pay == yuan(pay))
  }

  @Test func `M18: the first order brings a coupon that only the next order can use`() throws {
    var world = try World.withMember(scheme(coupon("again", .onFirstOrder, off("10"))))
    #expect(world.buy("80", offers: [0], on: day(2026, 3, 1)).refusal == .notHeld)
    #expect(world.quote("80", on: day(2026, 3, 1)).pay == yuan("80"))
    let first = world.buy("80", on: day(2026, 3, 1))
    #expect(first.granted == OfferSet(offer: 0) && first.paid == yuan("80"))
    #expect(world.quote("80", on: day(2026, 3, 1)).pay == yuan("70"))
    #expect(world.buy("80", offers: [0], on: day(2026, 3, 9)).granted == [])
    #expect(world.quote("80", on: day(2026, 3, 9)).pay == yuan("80"))
  }

  @Test(arguments: [
    (PromotionWindow.dates(day(2026, 11, 1)...day(2026, 11, 11)), day(2026, 11, 11), true),
    (.dates(day(2026, 11, 1)...day(2026, 11, 11)), day(2026, 11, 12), false),
    (.dayOfMonth(18), day(2026, 4, 18), true), (.dayOfMonth(18), day(2026, 4, 19), false),
    (.dayOfMonth(31), day(2026, 4, 30), true), (.weekday(5), day(2026, 5, 1), true),
    (.weekday(5), day(2026, 5, 2), false), (.weekday(5), day(2029, 5, 4), true),
  ])
  func `A promotion is open on its days`(
    window: PromotionWindow, on today: Day, isOpen: Bool
  ) throws {
    var world = try World.withMember(scheme(promotion(off("1"), window)))
    #expect(world.quote("10", on: today).pay == yuan(isOpen ? "9" : "10"))
    #expect(
      world.buy("10", offers: [0], on: today).refusal == (isOpen ? .none : .notRunning))
  }

  @Test func `An order is refused for the first reason in order of precedence`() throws {
    var second = promotion(off("5"), stacking: .exclusive)
    second.name = "alone"
    var third = promotion(off("5", from: "100"))
    third.name = "large"
    var world = try World.withMember(
      scheme(promotion(off("5"), .weekday(1)), second, third, coupon("c", .onFirstOrder, off("5"))))
    let tuesday = day(2026, 5, 5)
    let before = world.accounts
    let cases: [([Int], Refusal, Int?)] = [
      ([9], .notFound, nil), ([9, 0], .notFound, nil), ([0, 3], .notRunning, 0),
      ([3], .notHeld, 3), ([2], .belowThreshold, 2), ([1, 2], .belowThreshold, 2),
    ]
    for (offers, refusal, rule) in cases {
      let decision = world.buy("50", offers: offers, on: tuesday)
      #expect(decision.refusal == refusal)
      #expect(
        decision.refusedBy == (rule.map { world.engine.schemes[0].rule(offer: $0) } ?? .none))
    }
    #expect(world.buy("150", offers: [1, 2], on: tuesday).refusal == .notCombinable)
    #expect(world.accounts == before && world.journal.transfers.isEmpty)
    #expect(world.buy("150", offers: [1], on: tuesday).refusal == .none)
  }
}
