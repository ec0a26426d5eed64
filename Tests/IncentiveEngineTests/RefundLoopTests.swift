import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Orders that are placed and returned again and again (M53).
@Suite struct RefundLoopTests {
  private static func scheme(_ loop: RiskPolicy.RefundLoop) -> Scheme {
    Scheme(
      name: "loop", points: PointsProgram(earn: onePerYuan),
      refunds: RefundPolicy(earned: .onlyPending), risk: RiskPolicy(refundLoop: loop))
  }

  /// Orders of ¥100 on 1, 2, … March, then refunds of money on the 10th; whether the last acts.
  private static func acts(
    _ loop: RiskPolicy.RefundLoop, orders: Int, refunds: [(order: Int, money: String)]
  ) throws -> Bool {
    var world = try World.withMember(scheme(loop))
    let numbers = (1...orders).compactMap { world.buy("100", on: day(2026, 3, $0)).order }
    var last = Decision()
    for (order, money) in refunds {
      last = world.handle(
        .refund(order: numbers[order], part: .amount(yuan(money))),
        at: day(2026, 3, 10).at(hour: 12))
      #expect(last.refusal == .none)
    }
    return last.risk.reason == .refundLoop
  }

  struct Case: Sendable {
    var refunds: [Int] = []
    var money = "100"
    var orders = 5
    var last = 5
    var days = 30
    var number: Int?
    var share: Rate?
    var acts: Bool
  }

  @Test(arguments: [
    Case(refunds: [0, 1], number: 3, acts: false),
    Case(refunds: [0, 1, 2], number: 3, acts: true),
    // A part of an order is a return of it, and two parts of one order are one.
    Case(refunds: [0, 1, 2], money: "1", number: 3, acts: true),
    Case(refunds: [0, 0, 1], money: "1", number: 3, acts: false),
    // Only the last five of six orders are looked at: the first is not among them.
    Case(refunds: [0, 1, 2], orders: 6, number: 3, acts: false),
    Case(refunds: [1, 2, 3], orders: 6, number: 3, acts: true),
    // ¥250 of ¥500 is half, not more than half; ¥251 is.
    Case(refunds: [0, 1, 2, 3, 4], money: "50", share: Rate(1, over: 2), acts: false),
    Case(refunds: [0, 1, 2, 3, 4], money: "50.01", share: Rate(1, over: 2), acts: true),
    // With fewer orders than are looked at a share says nothing yet.
    Case(refunds: [0, 1, 2], orders: 3, share: Rate(1, over: 2), acts: false),
    // Orders of 1 and 2 March are more than 7 days back at noon of the 10th; the 3rd is 7 days.
    Case(refunds: [0, 1, 2], days: 7, number: 1, acts: false),
    Case(refunds: [3], days: 7, number: 1, acts: true),
  ])
  func `So many returns, or so large a share, of the last orders make a loop`(sample: Case) throws {
    let loop = RiskPolicy.RefundLoop(
      ofLast: sample.last, withinDays: sample.days, refunds: sample.number, share: sample.share,
      action: .refuse)
    let refunds = sample.refunds.map { (order: $0, money: sample.money) }
    #expect(
      try Self.acts(loop, orders: sample.orders, refunds: refunds) == sample.acts, "\(sample)")
  }

  private static func looping(_ action: RiskPolicy.Action) throws -> (World, Decision) {
    var world = try World.withMember(
      scheme(.init(ofLast: 4, withinDays: 30, refunds: 2, action: action)))
    let orders = (1...3).compactMap { world.buy("100", on: day(2026, 3, $0)).order }
    var last = Decision()
    for (order, part) in [(0, RefundPart.whole), (1, .amount(yuan("40")))] {
      last = world.handle(
        .refund(order: orders[order], part: part), at: day(2026, 3, 10).at(hour: 12))
    }
    return (world, last)
  }

  @Test func `Refused, the account earns nothing for as many days as are looked at`() throws {
    var (world, last) = try Self.looping(.refuse)
    #expect(last.risk.change == .refused && last.risk.takenBack == .zero)
    // Points of the orders that came back stay: the policy takes back pending ones only.
    #expect(world.balance(on: day(2026, 3, 10)) == 300)
    #expect(world.buy("10", on: day(2026, 4, 9)).earnedPoints == .zero)
    #expect(world.buy("10", on: day(2026, 4, 10)).earnedPoints == Points(10))
  }

  @Test func `Held, further points are pending; denied, they are gone`() throws {
    var (world, last) = try Self.looping(.review(days: nil))
    #expect(last.risk.change == .held && last.risk.asksReview)
    world.buy("70", on: day(2026, 3, 11))
    #expect(world.balance(on: day(2026, 3, 11)) == 300)
    let review = world.handle(.reviewed(.denied), at: day(2026, 3, 12).start)
    #expect(review.risk.takenBack == Points(70))
    #expect(world.balance(on: day(2026, 3, 12)) == 300)
  }

  @Test func `Approved, the loop is counted anew from the orders after the review`() throws {
    var (world, _) = try Self.looping(.review(days: nil))
    world.handle(.reviewed(.approved), at: day(2026, 3, 11).start)
    var last = Decision()
    for number in 12...13 {
      let order = try #require(world.buy("100", on: day(2026, 3, number)).order)
      last = world.handle(
        .refund(order: order, part: .whole), at: day(2026, 3, number).at(hour: 20))
      #expect((last.risk.reason == .refundLoop) == (number == 13))
    }
  }

  @Test func `Claw back takes what returns had left of the points of the last orders`() throws {
    // 100 + 100 + 100 points were earned, and returns of ¥100 and ¥40 had to take 100 and 40 of
    // them back; as the policy takes pending points only, all 300 are still there. What those returns
    // do not account for is taken back now: 0 of the first, 60 of the second, 100 of the third.
    var world = try World.withMember(
      Self.scheme(.init(ofLast: 4, withinDays: 30, refunds: 2, action: .clawBack)).taking(
        .withinBalance))
    let orders = (1...3).compactMap { world.buy("100", on: day(2026, 3, $0)).order }
    world.handle(.refund(order: orders[0], part: .whole), at: day(2026, 3, 10).at(hour: 12))
    #expect(world.balance(on: day(2026, 3, 10)) == 200)
    let last = world.handle(
      .refund(order: orders[1], part: .amount(yuan("40"))), at: day(2026, 3, 10).at(hour: 13))
    #expect(last.earnedPoints == Points(40) && last.risk.takenBack == Points(160))
    #expect(last.risk.change == .takenBack && world.balance(on: day(2026, 3, 10)) == 0)
    // Later returns of these orders find nothing to take back.
    let rest = world.handle(
      .refund(order: orders[2], part: .whole), at: day(2026, 3, 11).at(hour: 12))
    #expect(rest.earnedPoints == .zero && rest.risk.takenBack == .zero)
    #expect(world.accounts.ledger.totals.trialBalance == 0)
  }
}

extension Scheme {
  fileprivate func taking(_ earned: RefundPolicy.Earned) -> Scheme {
    var scheme = self
    scheme.refunds?.earned = earned
    return scheme
  }
}
