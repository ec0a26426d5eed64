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

/// Points of a reserved order are booked when it is paid, as a table.
struct ReservedPointsMinuteTests {
  /// Two points a yuan from 22:00 to 24:00, at most once in 60 minutes; one a yuan else.
  private static let evening: Scheme = {
    var points = PointsProgram(earn: onePerYuan, expiry: .afterDays(30, roundedTo: nil))
    points.rules = [
      EarningRule(
        name: "evening", effect: .perMinorPaid(Rate(2, over: 100)),
        condition: EarningCondition(hours: DayHours(fromMinute: 22 * 60, toMinute: 24 * 60)),
        limits: AwardLimits(cooldownMinutes: 60)),
      EarningRule(name: "day", effect: .perMinorPaid(Rate(1, over: 100))),
    ]
    return Scheme(name: "evening", points: points)
  }()

  /// ¥100 reserved and paid later; then ¥10 in the evening of the day of the payment.
  @Test(arguments: [
    // reserved, paid, points for ¥100, their last day; the second order, points for ¥10
    ((3, 12, 0), (3, 12, 20), Int64(100), day(2026, 4, 2), (3, 22, 0), Int64(20)),
    ((3, 22, 30), (3, 22, 50), 200, day(2026, 4, 2), (3, 23, 49), 0),
    ((3, 22, 30), (3, 22, 50), 200, day(2026, 4, 2), (3, 23, 50), 20),
    // By the rule of 3 March's evening, on 4 March: its cooldown is over at 01:10.
    ((3, 23, 50), (4, 0, 10), 200, day(2026, 4, 3), (4, 22, 0), 20),
    ((3, 22, 10), (4, 22, 10), 200, day(2026, 4, 3), (4, 23, 9), 0),
  ])
  func `points are booked, and cooldowns begin, at the minute of the payment`(
    reserved: (Int, Int, Int), paid: (Int, Int, Int), earned: Int64, expiry: Day,
    second: (Int, Int, Int), earnedThen: Int64
  ) throws {
    func at(_ time: (Int, Int, Int)) -> Minute {
      day(2026, 3, time.0).at(hour: time.1, minute: time.2)
    }
    var shop = try World.withMember(Self.evening)
    let held = shop.handle(
      .reserve(offers: [], points: .zero, minutes: 2_000), at: at(reserved),
      basket: [BasketLine(listMinor: fen("100"))])
    #expect(shop.journal.transfers.isEmpty)
    let decision = shop.handle(.commit(held.reservation), at: at(paid))
    #expect((decision.refusal, decision.earnedPoints) == (.none, Points(earned)))
    let transfer = try #require(shop.journal.transfers.last)
    #expect(shop.journal.transfers.count == 1)
    #expect((transfer.minute, transfer.points) == (at(paid), Points(earned)))
    #expect(transfer.lot.expiry == expiry)
    let then = shop.handle(
      .order(offers: [], points: .zero), at: at(second),
      basket: [BasketLine(listMinor: fen("10"))])
    #expect(then.earnedPoints == Points(earnedThen))
  }
}
