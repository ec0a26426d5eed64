import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Offers by the hour (M20).
@Suite struct OfferHoursTests {
  private static let tenOff = Benefit.amountOff([
    LadderStep(minimumSpend: .zero, off: yuan("10"))
  ])

  private static func scheme(_ offers: Offer...) -> Scheme { Scheme(name: "hours", offers: offers) }

  private static func pay(
    _ world: borrowing World, _ minute: Minute
  ) -> Money {
    let basket = [BasketLine(listMinor: 10_000)]
    return world.engine.quote(basket.span, for: 0, in: world.accounts, at: minute).pay
  }

  @Test(arguments: [
    (19, 59, "100"), (20, 0, "90"), (21, 59, "90"), (22, 0, "100"), (0, 0, "100"),
  ])
  func `M20: a promotion from 20:00 to 22:00 is open from the first to before the last minute`(
    hour: Int, minute: Int, pay: String
  ) throws {
    let world = try World.withMember(
      Self.scheme(
        Offer(
          name: "evening", access: .promotion(.always), benefit: Self.tenOff,
          hours: DayHours(fromMinute: 20 * 60, toMinute: 22 * 60))))
    #expect(Self.pay(world, day(2026, 5, 1).at(hour: hour, minute: minute)) == yuan(pay))
  }

  @Test func `M20: ten more off in the first two hours of a sale`() throws {
    let sale = day(2026, 6, 18)
    let world = try World.withMember(
      Self.scheme(
        Offer(
          name: "sale", access: .promotion(.dates(sale...sale.advanced(by: 2))),
          benefit: Self.tenOff),
        Offer(
          name: "first-hours", access: .promotion(.dates(sale...sale)), benefit: Self.tenOff,
          hours: DayHours(fromMinute: 0, toMinute: 120))))
    let table: [(Minute, String)] = [
      (sale.start.advanced(by: -1), "100"), (sale.start, "80"),
      (sale.at(hour: 1, minute: 59), "80"),
      (sale.at(hour: 2), "90"), (sale.advanced(by: 1).start, "90"),
      (sale.advanced(by: 3).start, "100"),
    ]
    for (minute, pay) in table { #expect(Self.pay(world, minute) == yuan(pay)) }
  }

  /// Granted on 8 May at an hour, for so many hours: the last minute it is good, and the first at
  /// which it is not.
  @Test(arguments: [(20, 2, 8, 22, 0), (23, 2, 9, 1, 0), (10, 14, 9, 0, 0), (10, 48, 10, 10, 0)])
  func `M20: a coupon that is good for two hours ends with them`(
    hour: Int, hours: Int, endDay: Int, endHour: Int, endMinute: Int
  ) throws {
    let days = Offer.days(ofHours: hours, from: hour)
    var world = try World.withMember(
      Self.scheme(
        Offer(
          name: "flash",
          access: .coupon(
            .monthly(dayOfMonth: 8, hour: hour, audience: .everyone), validDays: days),
          benefit: Self.tenOff, validHours: hours)))
    let granted = day(2026, 5, 8).at(hour: hour)
    #expect(world.handle(.scheduled(.couponGrant(offer: 0)), at: granted).refusal == .none)
    let end = day(2026, 5, endDay).at(hour: endHour, minute: endMinute)
    #expect(Self.pay(world, granted) == yuan("90"))
    #expect(Self.pay(world, end.advanced(by: -1)) == yuan("90"))
    #expect(Self.pay(world, end) == yuan("100"))
    // An order that insists on it is refused, and changes nothing.
    let before = world.accounts
    let basket = [BasketLine(listMinor: 10_000)]
    var ledger = NoJournal()
    let late = world.engine.handle(
      .order(offers: OfferSet(offer: 0), points: .zero), basket: basket.span, for: 0,
      in: &world.accounts, at: end, into: &ledger)
    #expect(late.refusal != .none)
    #expect(world.accounts == before)
  }

  @Test func `hours need a grant at an hour, and days that fit them`() {
    func compiles(_ grant: CouponGrant, days: Int) -> Bool {
      let scheme = Self.scheme(
        Offer(
          name: "flash", access: .coupon(grant, validDays: days), benefit: Self.tenOff,
          validHours: 2))
      return (try? scheme.compile()) != nil
    }
    #expect(compiles(.monthly(dayOfMonth: 8, hour: 23, audience: .everyone), days: 2))
    #expect(!compiles(.monthly(dayOfMonth: 8, hour: 23, audience: .everyone), days: 1))
    #expect(!compiles(.onJoining, days: 1))
  }
}
