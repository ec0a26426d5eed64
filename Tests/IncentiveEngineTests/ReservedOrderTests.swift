import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// An order that was reserved first and paid in time is an order as any other, as a table.
struct ReservedOrderTests {
  private static let today = day(2026, 3, 3)

  /// A coupon for joining: a card, where the scheme has one.
  private static let card = Offer(
    name: "card", access: .coupon(.onJoining, validDays: 365),
    benefit: .gift([
      GiftStep(name: "card", minimumSpend: yuan("50"), cost: .zero, value: yuan("1"))
    ]))

  enum Rule: CaseIterable {
    case doublingCard, spendingKeepsAlive, riseExtends, expiredComesBack

    func apply(to scheme: inout Scheme) {
      switch self {
      case .doublingCard:
        scheme.offers = [card]
        scheme.multipliers = [
          Multiplier(name: "card", factor: Rate(2), window: .coupon(offer: 0))
        ]
      case .spendingKeepsAlive:
        scheme.points?.expiry = .afterInactivity(
          InactivityRule(after: .months(1), extendedBy: .spending))
      case .riseExtends:
        scheme.points?.expiry = .afterMonths(1, roundedTo: nil)
        scheme.points?.extensions = [ExpiryExtension(trigger: .reaching(tier: 1), by: .months(3))]
        scheme.tiers = TierLadder(
          tiers: [Tier(name: "a", threshold: 0), Tier(name: "b", threshold: fen("550"))],
          basis: .spend)
      case .expiredComesBack:
        scheme.points?.expiry = .afterDays(1, roundedTo: nil)
        scheme.points?.reinstatement = Reinstatement(withinDays: 30)
      }
    }
  }

  /// ¥500 bought on 1 March, ¥100 on 3 March.
  @Test(arguments: [
    // the rule, points spent, points earned, all points then, when the first of them expire
    (Rule.doublingCard, Int64(200), Int64(192), Int64(492), Day.never),
    (.spendingKeepsAlive, 200, 96, 396, day(2026, 4, 3)),
    (.riseExtends, 200, 96, 396, day(2026, 7, 1)),
    (.expiredComesBack, 0, 100, 600, day(2026, 3, 4)),
  ])
  func `what is reserved first brings all that an order brings that is paid at once`(
    rule: Rule, spent: Int64, earned: Int64, balance: Int64, expiry: Day
  ) throws {
    var scheme = Scheme(
      name: "reserved",
      points: PointsProgram(earn: onePerYuan, redeem: hundredForTwo, expiry: .never))
    rule.apply(to: &scheme)
    let offers: OfferSet = rule == .doublingCard ? OfferSet(offer: 0) : []
    let (line, noon) = ([BasketLine(listMinor: fen("100"))], Self.today.at(hour: 12))
    for isReserved in [false, true] {
      var shop = try World.withMember(scheme)
      shop.buy("500", on: day(2026, 3, 1))
      let paid: Decision
      if isReserved {
        let held = shop.handle(
          .reserve(offers: offers, points: Points(spent), minutes: 30), at: noon, basket: line)
        paid = shop.handle(.commit(held.reservation), at: noon)
      } else {
        paid = shop.handle(
          .order(offers: offers, points: Points(spent)), at: noon, basket: line)
      }
      #expect((paid.refusal, paid.earnedPoints) == (.none, Points(earned)))
      #expect(shop.balance(on: Self.today) == balance)
      #expect(shop.quote("1", on: Self.today).nextExpiry == expiry)
    }
  }
}
