import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// An order is placed at noon and is to be paid within half an hour.
@Suite struct ReservationTests {
  private let noon = day(2026, 3, 3).at(hour: 12)
  private let line = [BasketLine(listMinor: fen("100"))]

  private func offer(_ name: String, off: String, _ access: Offer.Access) -> Offer {
    Offer(
      name: name, access: access,
      benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan(off))]))
  }

  /// Two members with ¥500 bought, so 500 points each, and a coupon of ¥5 for joining.
  private func shop(_ change: (inout Scheme) -> Void = { _ in }) throws -> World {
    var scheme = Scheme(
      name: "held",
      points: PointsProgram(earn: onePerYuan, redeem: hundredForTwo, expiry: .never),
      offers: [
        offer("five", off: "5", .coupon(.onJoining, validDays: 365)),
        offer("ten", off: "10", .promotion(.dates(day(2026, 3, 3)...day(2026, 3, 3)))),
      ])
    change(&scheme)
    var world = try World([scheme], accountCount: 2)
    for member in 0..<2 {
      world.join(member, on: day(2026, 2, 1))
      world.buy("500", on: day(2026, 3, 1), by: member)
    }
    return world
  }

  private func reserve(
    _ world: inout World, offers: [Int] = [0, 1], points: Int64 = 200, minutes: Int32 = 30,
    by account: Int = 0, after: Int = 0
  ) -> Decision {
    let set = offers.reduce(OfferSet()) { $0.union(OfferSet(offer: $1)) }
    return world.handle(
      .reserve(offers: set, points: Points(points), minutes: minutes), account,
      at: noon.advanced(by: after), basket: line)
  }

  @Test func `What is reserved is set aside at once, and nothing is paid or earned yet`() throws {
    var world = try shop()
    let held = reserve(&world)
    #expect(held.refusal == .none && held.reservation != .none)
    #expect(held.terms.pay == yuan("85") && held.spentValue == yuan("4"))
    #expect(held.paid == .zero && held.earnedPoints == .zero)
    #expect(world.balance(on: noon.day) == 300)
    #expect(world.engine.couponCount(of: 0, in: world.accounts, on: noon.day) == 0)
    let other = world.engine.quote(line.span, for: 0, in: world.accounts, at: noon)
    #expect(other.pay == yuan("90") && other.spendablePoints == Points(300))
  }

  @Test(arguments: [
    // minutes until it is paid, whether it still holds
    (0, true), (29, true), (30, false), (45, false),
  ])
  func `A reservation of 30 minutes may be paid for 30 minutes`(
    minutes: Int, holds: Bool
  ) throws {
    var world = try shop()
    let held = reserve(&world)
    let paid = world.handle(.commit(held.reservation), at: noon.advanced(by: minutes))
    #expect(paid.refusal == (holds ? .none : .reservationUnknown))
    // 500 less 200 spent, and 81 earned on ¥81; or all 500 as before.
    #expect(world.balance(on: noon.day) == (holds ? 381 : 500))
    let coupons = world.engine.couponCount(of: 0, in: world.accounts, on: noon.day)
    #expect(coupons == (holds ? 0 : 1))
    #expect(world.accounts.ledger.totals.trialBalance == 0)
  }

  @Test func `The payment gives the price that was reserved, though the promotion is over`() throws
  {
    var world = try shop { $0.refunds = RefundPolicy() }
    let held = reserve(&world, minutes: 24 * 60)
    let later = noon.advanced(by: 20 * 60)
    #expect(world.engine.quote(line.span, for: 1, in: world.accounts, at: later).pay == yuan("95"))
    let paid = world.handle(.commit(held.reservation), at: later)
    #expect(paid.terms == held.terms && paid.paid == yuan("81") && paid.earnedPoints == Points(81))
    // Returned, it gives points and coupon back as any order does.
    let back = world.refund(.whole, of: paid, on: day(2026, 3, 5))
    #expect(back.paid == yuan("81") && back.spentPoints == Points(200))
    #expect(world.balance(on: day(2026, 3, 5)) == 500)
  }

  @Test func `A release puts everything back, and a second one finds nothing`() throws {
    var world = try shop()
    let before = world.engine.quote(line.span, for: 0, in: world.accounts, at: noon)
    let held = reserve(&world)
    let freed = world.handle(.release(held.reservation), at: noon.advanced(by: 5))
    #expect(freed.spentPoints == Points(200) && freed.refund.couponsReturned == [.init(offer: 0)])
    #expect(world.engine.quote(line.span, for: 0, in: world.accounts, at: noon) == before)
    let accounts = world.accounts
    for event in [Event.release(held.reservation), .commit(held.reservation)] {
      #expect(world.handle(event, at: noon.advanced(by: 6)).refusal == .reservationUnknown)
    }
    #expect(world.accounts == accounts)
  }

  @Test func `Another member can neither pay nor release it`() throws {
    var world = try shop()
    let held = reserve(&world)
    #expect(world.handle(.commit(held.reservation), 1, at: noon).refusal == .reservationUnknown)
    #expect(world.handle(.release(held.reservation), 1, at: noon).refusal == .reservationUnknown)
    #expect(world.handle(.commit(held.reservation), 0, at: noon).refusal == .none)
  }

  @Test(arguments: [Budget.Scope.programme, .community, .member])
  func `The last one in stock is held for half an hour, then others may have it`(
    scope: Budget.Scope
  ) throws {
    var world = try shop {
      $0.budgets = [
        Budget(name: "stock", measure: .uses, limit: 1, rules: ["ten"], scope: scope)
      ]
    }
    let held = reserve(&world, points: 0)
    #expect(held.refusal == .none)
    let other = scope == .member ? 0 : 1
    func price(after minutes: Int) -> Money {
      world.engine.quote(
        line.span, for: other, in: world.accounts, at: noon.advanced(by: minutes)
      ).pay
    }
    #expect(price(after: 29) == yuan(scope == .member ? "100" : "95"))
    #expect(price(after: 30) == yuan("85"))
    let sold = world.handle(
      .order(offers: OfferSet(offer: 1), points: .zero), other, at: noon.advanced(by: 30),
      basket: line)
    #expect(sold.refusal == .none)
    #expect(reserve(&world, by: other, after: 31).refusal == .budgetExhausted)
  }

  @Test(arguments: [BudgetDiscipline.closes, .steered])
  func `A stock that closes for good stays closed when a reservation runs out`(
    discipline: BudgetDiscipline
  ) throws {
    var world = try shop {
      $0.budgets = [Budget(name: "stock", measure: .uses, limit: 1, rules: ["ten"])]
    }
    world.engine.updateBudgets(of: &world.accounts, on: noon.day) {
      $0.states[0].discipline = discipline
    }
    #expect(reserve(&world, points: 0).refusal == .none)
    if discipline == .closes {
      #expect(reserve(&world, points: 0, by: 1, after: 1).refusal == .budgetExhausted)
    } else {
      world.accounts.budgets.states[0].gate = .closed
    }
    let later = world.engine.quote(
      line.span, for: 1, in: world.accounts, at: noon.advanced(by: 60))
    #expect(later.pay == yuan("95"))
  }

  @Test func `Points set aside stay on the books of a liability budget`() throws {
    // ¥20 face are 1,000 points: both members' 500 fill it.
    var world = try shop {
      $0.budgets = [
        Budget(name: "books", measure: .liability, limit: fen("20"), atLimit: .payRemainder)
      ]
    }
    #expect(reserve(&world).refusal == .none)
    let other = world.engine.quote(line.span, for: 1, in: world.accounts, at: noon)
    #expect(other.earnedPoints == .zero)
  }

  @Test(arguments: [(3, 3), (4, 0)])
  func `A limit on points a day counts a reservation, and forgets it when it is released`(
    hundreds: Int64, left: Int64
  ) throws {
    var world = try shop {
      $0.points?.redeem?.limits = [SpendingLimit(points: Points(400), period: .day)]
    }
    let held = reserve(&world, points: hundreds * 100)
    let during = world.engine.quote(line.span, for: 0, in: world.accounts, at: noon)
    #expect(during.spendablePoints == Points(min(400 - hundreds * 100, 500 - hundreds * 100)))
    world.handle(.release(held.reservation), at: noon)
    let after = world.engine.quote(line.span, for: 0, in: world.accounts, at: noon)
    #expect(after.spendablePoints == Points(400))
  }

  @Test func `Points and coupons that end while they are held come back as ended, or pay`() throws {
    for isPaid in [true, false] {
      var world = try shop {
        // Bought on 1 March, the points last until the 3rd, and so does the coupon.
        $0.points?.expiry = .afterDays(2, roundedTo: nil)
        $0.offers[0].access = .coupon(.onJoining, validDays: 31)
      }
      let held = reserve(&world, minutes: 24 * 60)
      #expect(held.refusal == .none)
      let next = day(2026, 3, 4).at(hour: 9)
      let end = world.handle(
        isPaid ? .commit(held.reservation) : .release(held.reservation), at: next)
      #expect(end.paid == (isPaid ? yuan("81") : .zero))
      #expect(end.refund.lost == Points(isPaid ? 0 : 200))
      #expect(world.balance(on: next.day) == (isPaid ? 81 : 0))
      #expect(world.engine.couponCount(of: 0, in: world.accounts, on: next.day) == 0)
      let totals = world.accounts.ledger.totals
      #expect(totals.trialBalance == 0 && totals[.redemption] == (isPaid ? 200 : 0))
    }
  }

  @Test func `A reservation goes with its account when two are merged`() throws {
    var world = try shop { $0.mergesAccounts = true }
    let held = reserve(&world, by: 1)
    world.handle(.merge(from: 1), 0, at: noon.advanced(by: 5))
    #expect(world.balance(on: noon.day) == 800)
    let paid = world.handle(.commit(held.reservation), 0, at: noon.advanced(by: 10))
    #expect(paid.paid == yuan("81") && world.balance(on: noon.day) == 881)
  }

  @Test func `Stamps come with the payment, not before`() throws {
    var world = try shop {
      $0.stampCard = StampCard(
        earning: .perOrder(minimumSpend: .zero), size: 3,
        reward: .item(cost: yuan("8"), value: yuan("20")))
    }
    let held = reserve(&world)
    let during = world.engine.quote(line.span, for: 0, in: world.accounts, at: noon)
    #expect(during.stampsToReward == 2)
    #expect(world.handle(.commit(held.reservation), at: noon).earnedStamps == 1)
  }

  @Test func `An inbox takes reservations and their payments, each once`() throws {
    let world = try shop()
    var journal = Journal()
    var inbox = EventInbox(
      engine: world.engine, accounts: world.accounts, accountCount: 2, watermarkMinutes: 0)
    func id(_ number: String) -> EventID { EventID(source: "shop", business: number) }
    let wish = Submission(
      id: id("1"), account: 0, minute: noon,
      event: .reserve(offers: OfferSet(offer: 0), points: Points(100), minutes: 30), basket: line)
    #expect(inbox.submit(wish) == .pending && inbox.submit(wish) == .pending)
    inbox.flush(into: &journal)
    let held = try #require(inbox.decision(of: id("1")))
    let payment = Submission(
      id: id("2"), account: 0, minute: noon.advanced(by: 10), event: .commit(held.reservation))
    for _ in 0..<2 {
      _ = inbox.submit(payment)
      inbox.flush(into: &journal)
    }
    #expect(inbox.decision(of: id("2"))?.paid == yuan("93"))
    #expect(inbox.engine.balance(of: 0, in: inbox.accounts, on: noon.day) == Points(493))
  }
}
