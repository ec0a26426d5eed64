import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Thresholds, holds and reviews (M53).
@Suite struct RiskHoldTests {
  private static func scheme(_ risk: RiskPolicy, _ change: (inout Scheme) -> Void = { _ in })
    -> Scheme
  {
    var scheme = Scheme(
      name: "hold", points: PointsProgram(earn: onePerYuan, redeem: hundredForTwo),
      refunds: RefundPolicy(earned: .mayGoNegative), risk: risk)
    change(&scheme)
    return scheme
  }

  private static let large = RiskPolicy(
    largeAward: .init(above: Points(100), action: .review(days: nil)),
    review: .init(minutes: 6, cost: yuan("2.50")))

  @Test(arguments: [("9.99", Int64(0)), ("10", 10), ("10.01", 10)])
  func `An order below the least that brings anything earns nothing`(price: String, points: Int64)
    throws
  {
    var world = try World.withMember(Self.scheme(RiskPolicy(minimumOrder: yuan("10"))))
    #expect(world.quote(price, on: day(2026, 3, 1)).earnedPoints == Points(points))
    let order = world.buy(price, on: day(2026, 3, 1))
    #expect(order.earnedPoints == Points(points))
    // The terms of the scheme are no suspicion.
    #expect(order.risk == RiskOutcome())
  }

  @Test func `Points that pay count toward the least order: it is a price, not money`() throws {
    var world = try World.withMember(Self.scheme(RiskPolicy(minimumOrder: yuan("10"))))
    world.buy("100", on: day(2026, 3, 1))
    #expect(world.buy("10", points: 100, on: day(2026, 3, 2)).earnedPoints == Points(8))
  }

  @Test func `An award above the threshold is pending by itself; the account is free`() throws {
    var world = try World.withMember(Self.scheme(Self.large))
    #expect(world.buy("100", on: day(2026, 3, 1)).risk == RiskOutcome())
    let big = world.buy("101", on: day(2026, 3, 2))
    #expect(big.earnedPoints == Points(101) && big.risk.change == .held && big.risk.asksReview)
    #expect(world.buy("20", on: day(2026, 3, 3)).risk.change == .none)
    #expect(world.balance(on: day(2027, 3, 3)) == 120)
    #expect(world.accounts.ledger.pending(0) == Points(101))
  }

  @Test func `Approved, held points are free and later awards ask no more`() throws {
    var world = try World.withMember(Self.scheme(Self.large))
    world.buy("150", on: day(2026, 3, 1))
    let review = world.handle(.reviewed(.approved), at: day(2026, 3, 4).at(hour: 9))
    #expect(review.risk.released == Points(150) && review.risk.takenBack == .zero)
    #expect(review.risk.reviewMinutes == 6 && review.risk.reviewCost == yuan("2.50"))
    #expect(world.balance(on: day(2026, 3, 4)) == 150)
    #expect(world.buy("500", on: day(2026, 3, 5)).risk == RiskOutcome())
  }

  @Test func `Denied, held points are gone, and the account earns nothing and uses no coupon`()
    throws
  {
    var world = try World.withMember(
      Self.scheme(Self.large) { $0.offers = [.joining("welcome", off: "5")] })
    let order = world.buy("150", on: day(2026, 3, 1))
    let review = world.handle(.reviewed(.denied), at: day(2026, 3, 4).at(hour: 9))
    #expect(review.risk.takenBack == Points(150) && review.risk.change == .denied)
    #expect(world.balance(on: day(2027, 3, 4)) == 0)
    let later = world.buy("50", on: day(2026, 5, 1))
    #expect(later.paid == yuan("50") && later.earnedPoints == .zero)
    #expect(later.risk.reason == .reviewDenied && later.risk.change == .refused)
    // A return of the order finds nothing more to take back, and leaves no debt.
    let number = try #require(order.order)
    let refund = world.handle(
      .refund(order: number, part: .whole), at: day(2026, 5, 2).at(hour: 9))
    #expect(refund.earnedPoints == .zero && refund.refund.owed == .zero)
    // The host may clear the account all the same.
    world.handle(.reviewed(.approved), at: day(2026, 6, 1).at(hour: 9))
    #expect(world.buy("50", on: day(2026, 6, 2)).earnedPoints == Points(50))
  }

  @Test func `Without an outcome a review of 10 days ends on the eleventh`() throws {
    let risk = RiskPolicy(largeAward: .init(above: Points(100), action: .review(days: 10)))
    var world = try World.withMember(Self.scheme(risk))
    world.buy("150", on: day(2026, 3, 1))
    #expect(world.balance(on: day(2026, 3, 11)) == 0)
    #expect(world.balance(on: day(2026, 3, 12)) == 150)
  }

  @Test func `A return while points are held calls them off and leaves no debt`() throws {
    var world = try World.withMember(Self.scheme(Self.large))
    let order = try #require(world.buy("200", on: day(2026, 3, 1)).order)
    let refund = world.handle(
      .refund(order: order, part: .amount(yuan("50"))), at: day(2026, 3, 2).at(hour: 9))
    #expect(refund.earnedPoints == Points(50) && refund.refund.owed == .zero)
    let review = world.handle(.reviewed(.approved), at: day(2026, 3, 4).at(hour: 9))
    #expect(review.risk.released == Points(150))
    let rest = world.handle(
      .refund(order: order, part: .whole), at: day(2026, 3, 5).at(hour: 9))
    #expect(rest.earnedPoints == Points(150) && world.balance(on: day(2026, 3, 5)) == 0)
  }

  @Test func `Held points that would be pending anyway wait for the later of both`() throws {
    let risk = RiskPolicy(largeAward: .init(above: Points(100), action: .hold(days: 5)))
    for (days, free) in [(2, day(2026, 3, 7)), (20, day(2026, 3, 21))] {
      var world = try World.withMember(
        Self.scheme(risk) { $0.points?.activation = .afterDays(days, roundedTo: nil) })
      world.buy("150", on: day(2026, 3, 1))
      #expect(world.balance(on: free.advanced(by: -1)) == 0)
      #expect(world.balance(on: free) == 150)
      // Cleared on the second day, they wait for their own day only.
      var cleared = try World.withMember(
        Self.scheme(risk) { $0.points?.activation = .afterDays(days, roundedTo: nil) })
      cleared.buy("150", on: day(2026, 3, 1))
      cleared.handle(.reviewed(.approved), at: day(2026, 3, 2).start)
      let own = day(2026, 3, 1).advanced(by: days)
      #expect(cleared.balance(on: own.advanced(by: -1)) == 0)
      #expect(cleared.balance(on: own) == 150)
    }
  }

  @Test func `Points released by a review live from that day`() throws {
    var world = try World.withMember(
      Self.scheme(Self.large) { $0.points?.expiry = .afterDays(30, roundedTo: nil) })
    world.buy("150", on: day(2026, 3, 1))
    world.handle(.reviewed(.approved), at: day(2026, 5, 1).start)
    let last = day(2026, 5, 31)
    #expect(world.balance(on: last) == 150)
    #expect(world.balance(on: last.advanced(by: 1)) == 0)
  }

  @Test func `More points than may be spent at once need an account that was cleared`() throws {
    var world = try World.withMember(
      Self.scheme(RiskPolicy(largeRedemption: Points(250))) {
        $0.rewards = [
          Reward(name: "kettle", price: Points(300), content: .item(cost: .zero, value: yuan("9")))
        ]
      })
    world.buy("1000", on: day(2026, 3, 1))
    #expect(world.quote("100", on: day(2026, 3, 2)).spendablePoints == Points(200))
    let refused = world.handle(.redeem(reward: 0), at: day(2026, 3, 2).start)
    #expect(refused.refusal == .fraudHold && refused.risk.asksReview)
    world.handle(.reviewed(.approved), at: day(2026, 3, 3).start)
    #expect(world.quote("100", on: day(2026, 3, 4)).spendablePoints == Points(1000))
    #expect(world.handle(.redeem(reward: 0), at: day(2026, 3, 4).start).refusal == .none)
  }

  @Test func `An account that passes to other rules is free`() throws {
    var world = try World.withMember(
      Self.scheme(Self.large), Scheme(name: "plain", points: PointsProgram(earn: onePerYuan)))
    world.buy("150", on: day(2026, 3, 1))
    world.handle(.adopt(scheme: 1), at: day(2026, 3, 5).start)
    #expect(world.balance(on: day(2026, 3, 5)) == 150)
    #expect(world.accounts.ledger.totals.trialBalance == 0)
  }

  @Test func `A review of a stranger, or without rules, is refused`() throws {
    var world = try World([Self.scheme(Self.large)])
    #expect(world.handle(.reviewed(.denied), at: day(2026, 3, 1).start).refusal == .notAMember)
    var plain = try World.withMember(Scheme(name: "plain"))
    #expect(plain.handle(.reviewed(.denied), at: day(2026, 3, 1).start).refusal == .notFound)
  }
}
