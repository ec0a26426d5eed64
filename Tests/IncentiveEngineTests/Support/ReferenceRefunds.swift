import IncentiveEngine
import Quantities
import Timeline

/// What the reference writes down of an order.
struct ReferenceOrder {
  var day: Day
  /// The tier and the grace before it.
  var tier: Int
  var grace: (last: Day, target: Int)?
  /// What each line cost after every reduction.
  var lines: [(line: BasketLine, value: Int64)]
  /// What the tier, promotions and coupons took off.
  var reductions: [Int64]
  var paid: Int64
  var growth: Int64
  /// Points spent, in the order in which they were spent.
  var spent: [ReferenceLot]
  var earned: [ReferenceLot]
  /// How many of them, the last ones, had expired and came back.
  var reinstated = 0
  /// Whether they were earned item by item.
  var earnsByItem: Bool
  var offers: [Int]
  /// The last days of the coupons used, and of first-order coupons granted.
  var used: [Int: Day]
  var granted: [Int: Day]
  var stamps: Int64
  /// Whether a reset has set its growth value to zero, and whether a review has judged it.
  var isReset = false
  var isReviewed = false
  /// Items returned of each line, and what of its value has been undone.
  var returned: [Int64]
  var undone: [Int64]
  /// The same when an amount was last refunded.
  var before: (returned: [Int64], undone: [Int64])
  /// What of the order's value has been undone.
  var undoneValue: Int64 = 0

  var value: Int64 { lines.reduce(0) { $0 + $1.value } }
  var list: Int64 { lines.reduce(0) { $0 + $1.line.listMinor } }
  var items: Int64 { lines.reduce(0) { $0 + Int64($1.line.quantity) } }
  var itemsBack: Int64 { returned.reduce(0, +) }
  var isOver: Bool { undoneValue == value && itemsBack == items }
  var isWhole: Bool { value > 0 ? undoneValue == value : itemsBack == items }

  /// The share undone of an amount: by value, by items where everything was free.
  func share(of amount: Int64, up: Bool = false, byItems: Bool = false) -> Int64 {
    let byItems = byItems || value == 0
    let (part, whole) = byItems ? (itemsBack, items) : (undoneValue, value)
    guard whole > 0 else { return part == whole ? amount : 0 }
    return (amount * part + (up ? whole - 1 : 0)) / whole
  }

  /// The list price of what was undone, line by line.
  var listUndone: Int64 {
    lines.indices.reduce(0) { sum, index in
      let (line, value) = lines[index]
      guard value == 0 else { return sum + line.listMinor * undone[index] / value }
      let quantity = Int64(line.quantity)
      if quantity == 0 { return sum + line.listMinor }
      return sum + line.listMinor * returned[index] / quantity
    }
  }

  /// What the first of the reductions come to, as far as they are undone, in proportion to all.
  func reductionsUndone(first count: Int) -> Int64 {
    let all = list - value
    let some = reductions.prefix(count).reduce(0, +)
    return all == 0 ? 0 : some * (listUndone - undoneValue) / all
  }

  mutating func giveBack(_ items: [Int64]) {
    for index in lines.indices where items[index] > 0 {
      returned[index] += items[index]
      let left = lines[index].value - before.undone[index]
      let of = Int64(lines[index].line.quantity) - before.returned[index]
      undone[index] = before.undone[index] + left * (returned[index] - before.returned[index]) / of
    }
  }

  mutating func giveBackAll() {
    returned = lines.map { Int64($0.line.quantity) }
    undone = lines.map(\.value)
    undoneValue = value
  }

  mutating func undo(amount: Int64) {
    let money = share(of: paid) + amount
    let target = (money * value + paid - 1) / paid
    let left = lines.indices.map { lines[$0].value - undone[$0] }
    let parts = LargestRemainder.split(
      min(target - undoneValue, left.reduce(0, +)), by: left)
    for index in lines.indices { undone[index] += parts[index] }
    undoneValue = target
    before = (returned, undone)
  }
}

extension ReferenceShop {
  /// What came of a refund.
  struct Settlement: Equatable {
    var refusal = Refusal.none
    var list: Int64 = 0
    var reductions: [Int64] = [0, 0, 0]
    var paid: Int64 = 0
    var pointsPaid: Int64 = 0
    var growth: Int64 = 0
    var note = RefundNote()
    var spent: Int64 = 0
    var earned: Int64 = 0
    var stamps: Int64 = 0
  }

  /// Undoes all or part of an order; the number is a position among the member's own.
  mutating func refund(
    _ account: Int, _ number: Int, _ part: RefundPart, items: [Int64], on day: Day
  ) -> Settlement {
    lapse(account, on: day)
    guard let policy = scheme(members[account]).refunds,
      members[account].records.indices.contains(number)
    else { return Settlement(refusal: .orderUnknown) }
    let old = members[account].records[number]
    var new = old
    let refusal = refusal(of: part, items, old, policy, on: day)
    guard refusal == .none else { return Settlement(refusal: refusal) }
    switch part {
    case .whole: new.giveBackAll()
    case .amount(let money): new.undo(amount: money.minor)
    case .lines:
      new.giveBack(items)
      let dearer = policy.reductions == .keep ? 0 : dearer(new, account)
      new.undoneValue = max(old.undoneValue, new.undone.reduce(0, +) - dearer)
    }
    members[account].records[number] = new
    settle(account, on: day)
    var settlement = money(old, new)
    giveBackPoints(old, new, policy, account, on: day, &settlement)
    // What came back may have kept alive what the order earned: the record as it stands by now.
    let kept = members[account].records[number]
    takeBackPoints(number, old, kept, policy, account, on: day, &settlement)
    if let card = scheme(members[account]).stampCard {
      let isByItem = card.earning == .perItem
      let back =
        new.share(of: new.stamps, byItems: isByItem) - old.share(of: old.stamps, byItems: isByItem)
      settlement.stamps = takeBack(stamps: back, of: number, account, on: day)
    }
    takeBackStanding(number, old, new, policy, account, on: day, &settlement)
    return settlement
  }

  private func refusal(
    of part: RefundPart, _ items: [Int64], _ order: ReferenceOrder, _ policy: RefundPolicy,
    on day: Day
  ) -> Refusal {
    if let days = policy.windowDays, day > order.day.advanced(by: days) { return .returnTooLate }
    if order.isOver { return .returnedAlready }
    switch part {
    case .whole: return .none
    case .amount(let money):
      let left = order.paid - order.share(of: order.paid)
      return money.minor > 0 && money.minor <= left ? .none : .returnTooLarge
    case .lines:
      if items.count != order.lines.count { return .orderUnknown }
      let fits = items.indices.allSatisfy {
        items[$0] >= 0
          && items[$0] + order.returned[$0] <= Int64(order.lines[$0].line.quantity)
      }
      return fits && items.contains { $0 > 0 } ? .none : .returnTooLarge
    }
  }

  /// How much more the items kept cost by themselves, under the offers that they still earn.
  private func dearer(_ order: ReferenceOrder, _ account: Int) -> Int64 {
    var kept: [BasketLine] = []
    var value: Int64 = 0
    for (index, (line, lineValue)) in order.lines.enumerated() {
      let (all, back) = (Int64(line.quantity), order.returned[index])
      guard back < all else { continue }
      var rest = line
      rest.quantity = Int32(all - back)
      rest.listMinor = line.listMinor * (all - back) / all
      kept.append(rest)
      value += (lineValue * (all - back) + all - 1) / all
    }
    var member = members[account]
    (member.tier, member.grace) = (order.tier, nil)
    let stack = order.offers.filter { earns($0, member, kept, on: order.day) }
    return max(0, price(stack, member, kept, on: order.day).pay - value)
  }

  private func money(_ old: ReferenceOrder, _ new: ReferenceOrder) -> Settlement {
    var settlement = Settlement()
    settlement.list = new.listUndone - old.listUndone
    let value = new.undoneValue - old.undoneValue
    let tier = new.reductionsUndone(first: 1) - old.reductionsUndone(first: 1)
    let both = new.reductionsUndone(first: 2) - old.reductionsUndone(first: 2)
    settlement.reductions = [tier, both - tier, settlement.list - value - both]
    settlement.paid = new.share(of: new.paid) - old.share(of: old.paid)
    settlement.pointsPaid = value - settlement.paid
    let worth = new.undone.reduce(0, +) - old.undone.reduce(0, +)
    settlement.note.withheld = Money(minor: worth - value)
    settlement.note.isWhole = new.isWhole
    return settlement
  }
}
