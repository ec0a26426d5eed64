import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

extension RandomYear {
  /// Sends back an order of the account, some of its items, or asks for an amount.
  mutating func sendBack(_ random: inout TestRandom, _ account: Int, at minute: Minute) {
    let number = random.below(orders[account].count)
    let order = reference.members[account].records[number]
    switch random.below(10) {
    case 0...2: refund(.whole, number, [], account, at: minute)
    case 3...5:
      let most = max(1, order.paid - order.share(of: order.paid))
      let amount = random.chance(20) ? most : Int64(random.below(Int(most) + 5))
      refund(.amount(Money(minor: amount)), number, [], account, at: minute)
    default:
      let items = zip(order.lines, order.returned).map { line, returned in
        Int64(random.below(Int(Int64(line.line.quantity) - returned) + (random.chance(5) ? 2 : 1)))
      }
      refund(.lines, number, items, account, at: minute)
    }
  }

  private mutating func refund(
    _ part: RefundPart, _ number: Int, _ items: [Int64], _ account: Int, at minute: Minute
  ) {
    let before = world.accounts
    let decision = world.handle(
      .refund(order: orders[account][number], part: part), account, at: minute,
      basket: items.map { BasketLine(listMinor: 0, quantity: Int32($0)) })
    let settlement = reference.refund(account, number, part, items: items, on: minute.day)
    let what = "\(part) of order \(number)"
    expect(
      decision.refusal == settlement.refusal,
      "\(what): \(decision.refusal), not \(settlement.refusal)")
    guard decision.refusal == .none else {
      return expect(
        isUnchanged(since: before, account, on: minute.day), "a refused refund changed something")
    }
    refundCount += 1
    check(decision, settlement, what)
    let member = reference.members[account]
    expect(Int(decision.tierAfter) == member.tier, "\(what): tier after it")
    expect(world.accounts.ledger.arrears(account).count == member.debt, "\(what): points owed")
    expect(
      world.balance(on: minute.day, of: account) == reference.balance(member, on: minute.day),
      "\(what): balance")
  }

  private mutating func check(
    _ decision: Decision, _ settlement: ReferenceShop.Settlement, _ what: String
  ) {
    func compare(_ found: Int64, _ expected: Int64, _ name: String) {
      expect(found == expected, "\(what): \(name) \(found), not \(expected)")
    }
    let terms = decision.terms
    compare(terms.list.minor, settlement.list, "list price")
    compare(terms.tierDiscount.minor, settlement.reductions[0], "tier's part")
    compare(terms.promotionDiscount.minor, settlement.reductions[1], "promotions' part")
    compare(terms.couponDiscount.minor, settlement.reductions[2], "coupons' part")
    compare(decision.paid.minor, settlement.paid, "money back")
    compare(decision.spentValue.minor, settlement.pointsPaid, "paid by points")
    compare(decision.spentPoints.count, settlement.spent, "points given back")
    compare(decision.earnedPoints.count, settlement.earned, "points taken back")
    compare(decision.earnedGrowth.count, settlement.growth, "growth value taken back")
    compare(Int64(decision.earnedStamps), settlement.stamps, "stamps taken back")
    expect(
      decision.refund == settlement.note,
      "\(what): note \(decision.refund), not \(settlement.note)")
  }
}
