import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Refunds of all of an order, of items and of amounts, as tables.
struct RefundTests {
  /// 1 point a yuan for a year, 100 points = ¥2.
  private static func points(_ policy: RefundPolicy, _ offers: [Offer] = []) -> Scheme {
    Scheme(
      name: "points",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: .afterMonths(12, roundedTo: nil)),
      offers: offers, refunds: policy)
  }

  private static func amountOff(_ minimum: String, _ off: String) -> Offer {
    Offer(
      name: "off", access: .promotion(.always),
      benefit: .amountOff([LadderStep(minimumSpend: yuan(minimum), off: yuan(off))]))
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func `10, 10, 10 with 10 off come back as 6.66, 6.67 and 6.67, whatever comes first`(
    order: [Int]
  ) throws {
    var shop = try World.withMember(Self.points(RefundPolicy(), [Self.amountOff("30", "10")]))
    let bought = shop.buy(lines: ["10", "10", "10"], offers: [0], on: day(2026, 2, 1))
    #expect(bought.paid == yuan("20"))
    let back = ["6.66", "6.67", "6.67"]
    for item in order {
      var items: [Int32] = [0, 0, 0]
      items[item] = 1
      let refund = shop.giveBack(items, of: bought, on: day(2026, 2, 3))
      #expect(refund.paid == yuan(back[item]))
    }
    #expect(shop.balance(on: day(2026, 2, 3)) == 0)
  }

  /// 30% off from ¥150 on three items of ¥100, ¥60 and ¥40: the middle one comes back.
  @Test(arguments: [
    (RefundPolicy.Reductions.keep, "42", "0"),
    // The two kept cost ¥140 without the reduction, as much as was paid for all three.
    (.reevaluate, "0", "42"),
  ])
  func `三件七折, the middle one refunded`(
    reductions: RefundPolicy.Reductions, back: String, withheld: String
  ) throws {
    let offer = Offer(
      name: "three", access: .promotion(.always),
      benefit: .shareOff(.percent(30), minimumSpend: yuan("150"), cap: nil))
    var shop = try World.withMember(
      Self.points(RefundPolicy(reductions: reductions), [offer]))
    let bought = shop.buy(lines: ["100", "60", "40"], offers: [0], on: day(2026, 2, 1))
    #expect(bought.paid == yuan("140"))
    let middle = shop.giveBack([0, 1, 0], of: bought, on: day(2026, 2, 2))
    #expect(middle.paid == yuan(back))
    #expect(middle.refund.withheld == yuan(withheld))
    // With all of it back, nothing is withheld any more.
    let rest = shop.giveBack([1, 0, 1], of: bought, on: day(2026, 2, 2))
    #expect(middle.paid + rest.paid == yuan("140"))
    #expect(rest.refund.isWhole)
    #expect(middle.earnedPoints + rest.earnedPoints == Points(140))
  }

  @Test func `满200减30: without the other item the reduction is not earned, ¥30 are withheld`()
    throws
  {
    var shop = try World.withMember(
      Self.points(RefundPolicy(reductions: .reevaluate), [Self.amountOff("200", "30")]))
    let bought = shop.buy(lines: ["120", "100"], offers: [0], on: day(2026, 2, 1))
    // 100 of 220 bear 13.64 of the reduction; the 120 kept cost 16.36 more without it.
    let refund = shop.giveBack([0, 1], of: bought, on: day(2026, 2, 2))
    #expect(refund.paid == yuan("70"))
    #expect(refund.refund.withheld == yuan("16.36"))
    #expect(refund.terms.promotionDiscount == yuan("30"))
  }

  @Test func `20 points are a wash: each wash returned takes its point back`() throws {
    let stamps = Scheme(
      name: "stamps", points: PointsProgram(earn: .perItem(Points(1))),
      refunds: RefundPolicy(earned: .withinBalance))
    var shop = try World.withMember(stamps)
    let bought = shop.buy("600", items: 20, on: day(2026, 2, 1))
    #expect(shop.balance(on: day(2026, 2, 1)) == 20)
    let refund = shop.giveBack([1], of: bought, on: day(2026, 2, 2))
    #expect(refund.paid == yuan("30"))
    #expect(shop.balance(on: day(2026, 2, 2)) == 19)
  }

  /// 19 washes, one of them returned: 18 stamps, so the card is two washes from full.
  @Test func `20 stamps are a wash: each wash returned takes its stamp back`() throws {
    let wash = RewardContent.item(cost: yuan("15"), value: yuan("40"))
    var shop = try World.withMember(
      Scheme(
        name: "card", stampCard: StampCard(earning: .perItem, size: 20, reward: wash),
        refunds: RefundPolicy()))
    let bought = shop.buy("760", items: 19, on: day(2026, 2, 1))
    #expect(bought.earnedStamps == 19)
    let refund = shop.giveBack([1], of: bought, on: day(2026, 2, 2))
    #expect(refund.paid == yuan("40"))
    #expect(refund.earnedStamps == 1)
    #expect(shop.quote("40", on: day(2026, 2, 3)).stampsToReward == 2)
  }

  /// 100 points of 5 January, good until 5 February, pay ¥2 of an order of ¥50 on 1 February; all of
  /// it comes back on 10 February.
  @Test(arguments: [
    (RefundPolicy.Expired.lose, Int64(0), Int64(100), day(2026, 2, 10), Int64(0)),
    (.grace(days: 7), 100, 0, day(2026, 2, 16), 100),
    (.reissue, 100, 0, day(2026, 3, 10), 100),
  ])
  func `points spent on an order that comes back after their lot has expired`(
    policy: RefundPolicy.Expired, back: Int64, lost: Int64, lastDay last: Day, onLastDay: Int64
  ) throws {
    let scheme = Scheme(
      name: "month",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: .afterMonths(1, roundedTo: nil)),
      refunds: RefundPolicy(expired: policy))
    var shop = try World.withMember(scheme)
    shop.buy("100", on: day(2026, 1, 5))
    let bought = shop.buy("50", points: 100, on: day(2026, 2, 1))
    #expect(bought.paid == yuan("48"))
    let refund = shop.refund(.whole, of: bought, on: day(2026, 2, 10))
    #expect(refund.paid == yuan("48"))
    #expect(refund.spentPoints == Points(back))
    #expect(refund.refund.lost == Points(lost))
    #expect(refund.earnedPoints == Points(48))
    #expect(shop.balance(on: last) == onLastDay)
    #expect(shop.balance(on: last.advanced(by: 1)) == 0)
    #expect(shop.accounts.ledger.totals.trialBalance == 0)
  }

  /// Buy for ¥100, spend the 100 points on a second order, return the first, then the second.
  @Test(arguments: [
    // policy, kept, owed after the first return, balance after both
    (RefundPolicy.Earned.mayGoNegative, Int64(0), Int64(2), Int64(0)),
    (.withinBalance, 2, 0, 2),
    (.onlyPending, 100, 0, 198),
  ])
  func `buying and returning cannot mint points where the account may go negative`(
    earned: RefundPolicy.Earned, kept: Int64, owed: Int64, balance: Int64
  ) throws {
    var shop = try World.withMember(Self.points(RefundPolicy(earned: earned)))
    let first = shop.buy("100", on: day(2026, 2, 1))
    let second = shop.buy("100", points: 100, on: day(2026, 2, 2))
    #expect(second.earnedPoints == Points(98))
    let back = shop.refund(.whole, of: first, on: day(2026, 2, 3))
    #expect(back.refund.kept == Points(kept))
    #expect(back.refund.owed == Points(owed))
    #expect(shop.accounts.ledger.arrears(0) == Points(owed))
    shop.refund(.whole, of: second, on: day(2026, 2, 4))
    #expect(shop.balance(on: day(2026, 2, 4)) == balance)
    #expect(LedgerInvariants.faults(of: shop.accounts.ledger) == [])
  }

  @Test func `amounts come back to the fen, and the points that paid with them`() throws {
    var shop = try World.withMember(Self.points(RefundPolicy()))
    shop.buy("500", on: day(2026, 2, 1))
    let bought = shop.buy(lines: ["33.33", "66.67"], points: 500, on: day(2026, 2, 2))
    #expect(bought.paid == yuan("90"))
    // ¥30 of ¥90 paid: a third of the order, so 166 of 500 points, 30 of 90 earned.
    let third = shop.refund(.amount(yuan("30")), of: bought, on: day(2026, 2, 3))
    #expect(third.paid == yuan("30"))
    #expect(third.spentPoints == Points(166))
    #expect(third.earnedPoints == Points(31))
    let tooMuch = shop.refund(.amount(yuan("60.01")), of: bought, on: day(2026, 2, 3))
    #expect(tooMuch.refusal == .returnTooLarge)
    let item = shop.giveBack([1, 0], of: bought, on: day(2026, 2, 4))
    let rest = shop.giveBack([0, 1], of: bought, on: day(2026, 2, 4))
    #expect(third.paid + item.paid + rest.paid == yuan("90"))
    #expect(third.spentPoints + item.spentPoints + rest.spentPoints == Points(500))
    #expect(third.earnedPoints + item.earnedPoints + rest.earnedPoints == Points(90))
    #expect(shop.balance(on: day(2026, 2, 4)) == 500)
  }

  @Test func `an order comes back once, in time, and to its owner`() throws {
    var shop = try World([Self.points(RefundPolicy(windowDays: 7))], accountCount: 2)
    shop.join(0, on: day(2026, 1, 1))
    shop.join(1, on: day(2026, 1, 1))
    let bought = shop.buy(lines: ["10", "20"], on: day(2026, 2, 1))
    let before = shop.accounts
    #expect(shop.refund(.whole, of: bought, on: day(2026, 2, 9)).refusal == .returnTooLate)
    #expect(shop.refund(.whole, of: bought, on: day(2026, 2, 8), by: 1).refusal == .orderUnknown)
    #expect(shop.giveBack([2, 0], of: bought, on: day(2026, 2, 8)).refusal == .returnTooLarge)
    #expect(shop.giveBack([0, 0], of: bought, on: day(2026, 2, 8)).refusal == .returnTooLarge)
    #expect(shop.giveBack([1], of: bought, on: day(2026, 2, 8)).refusal == .orderUnknown)
    #expect(shop.accounts == before)
    #expect(shop.giveBack([1, 0], of: bought, on: day(2026, 2, 8)).refusal == .none)
    #expect(shop.giveBack([1, 0], of: bought, on: day(2026, 2, 8)).refusal == .returnTooLarge)
    #expect(shop.refund(.whole, of: bought, on: day(2026, 2, 8)).paid == yuan("20"))
    #expect(shop.refund(.whole, of: bought, on: day(2026, 2, 8)).refusal == .returnedAlready)
  }

  @Test func `a scheme without refunds writes no order down`() throws {
    var shop = try World.withMember(Scheme.none)
    #expect(shop.buy("10", on: day(2026, 2, 1)).order == nil)
    #expect(shop.accounts.book == OrderBook())
    let refund = shop.handle(
      .refund(order: OrderNumber(index: 0), part: .whole), at: day(2026, 2, 2).start)
    #expect(refund.refusal == .orderUnknown)
  }
}

extension World {
  /// An order of several lines, at noon.
  @discardableResult
  mutating func buy(
    lines: [String], offers: [Int] = [], points: Int64 = 0, on day: Day, by account: Int = 0
  ) -> Decision {
    let set = offers.reduce(OfferSet()) { $0.union(OfferSet(offer: $1)) }
    return handle(
      .order(offers: set, points: Points(points)), account, at: day.at(hour: 12),
      basket: lines.map { BasketLine(listMinor: fen($0)) })
  }

  /// A return in the afternoon.
  @discardableResult
  mutating func refund(
    _ part: RefundPart, of order: Decision, on day: Day, by account: Int = 0
  ) -> Decision {
    guard let number = order.order else { return order }
    return handle(.refund(order: number, part: part), account, at: day.at(hour: 15))
  }

  /// A return of items, so many of each line.
  @discardableResult
  mutating func giveBack(
    _ items: [Int32], of order: Decision, on day: Day, by account: Int = 0
  ) -> Decision {
    guard let number = order.order else { return order }
    return handle(
      .refund(order: number, part: .lines), account, at: day.at(hour: 15),
      basket: items.map { BasketLine(listMinor: 0, quantity: $0) })
  }
}
