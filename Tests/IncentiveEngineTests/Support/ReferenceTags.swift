import Quantities
import Timeline

@testable import IncentiveEngine

/// What happened to one account, as a journal would hold it: everything that tags follow from.
struct TagJournal {
  /// An order, and what of it is left.
  struct Order {
    var number: OrderNumber
    var paidOn: Day
    var left: Int64
    var isWhole = false
  }

  enum Entry {
    case joined(Day)
    case ordered(Day, OrderNumber, paid: Int64)
    case refunded(OrderNumber, paid: Int64, isWhole: Bool)
    case merged(TagJournal)
  }

  var entries: [Entry] = []
}

/// Tags worked out anew from a whole journal: slow and obvious, beside the engine's counters.
struct ReferenceTags {
  let rules: TagRules
  private var orders: [TagJournal.Order] = []
  private var joined: Day = .never
  /// The later of the last order and of joining.
  private var last = Day(index: -1_000_000)
  private var comeback = Day(index: -1_000_000)

  /// Reads a journal from its first entry on.
  init(_ journal: TagJournal, _ rules: TagRules) {
    self.rules = rules
    for entry in journal.entries { read(entry) }
  }

  private var standing: [TagJournal.Order] { orders.filter { !$0.isWhole } }

  private mutating func read(_ entry: TagJournal.Entry) {
    switch entry {
    case .joined(let day):
      joined = min(joined, day)
      last = max(last, day)
    case .ordered(let day, let number, let paid):
      if let cycle = rules.lifeCycle, !standing.isEmpty,
        last.distance(to: day) >= cycle.lapsedDays
      {
        comeback = day
      }
      last = max(last, day)
      orders.append(TagJournal.Order(number: number, paidOn: day, left: paid))
    case .refunded(let number, let paid, let isWhole):
      guard let place = orders.firstIndex(where: { $0.number == number }) else { return }
      orders[place].left -= paid
      if isWhole { orders[place].isWhole = true }
    case .merged(let other):
      let theirs = ReferenceTags(other, rules)
      orders += theirs.orders
      joined = min(joined, theirs.joined)
      last = max(last, theirs.last)
      comeback = max(comeback, theirs.comeback)
    }
  }

  /// Months of the calendar from an order's to a day's.
  private func monthsBack(_ order: TagJournal.Order, _ day: Day) -> Int {
    let (then, now) = (CivilDate(order.paidOn), CivilDate(day))
    return (now.year - then.year) * 12 + now.month - then.month
  }

  func standing(on day: Day) -> TagStanding {
    let counted = orders.filter { (0...rules.months).contains(monthsBack($0, day)) }
    let whole = counted.filter { !$0.isWhole }
    let spent = counted.reduce(0) { $0 + $1.left }
    let busiest = (0...rules.months).map { back in whole.count { monthsBack($0, day) == back } }
    let quiet = last.distance(to: day)
    let scales = rules.scales
    return TagStanding(
      quietDays: Int32(quiet), hasOrdered: !standing.isEmpty, orders: Int64(whole.count),
      spent: Money(minor: spent), busiestMonth: Int64(busiest.max() ?? 0), stage: stage(on: day),
      recency: standing.isEmpty ? 1 : UInt8(1 + scales.recencyDays.count { quiet <= $0 }),
      frequency: UInt8(1 + scales.orders.count { whole.count >= $0 }),
      money: UInt8(1 + scales.spent.count { spent >= $0.minor }))
  }

  private func stage(on day: Day) -> LifeStage {
    guard let cycle = rules.lifeCycle else { return .active }
    let quiet = last.distance(to: day)
    if quiet >= cycle.lapsedDays { return .lapsed }
    if quiet >= cycle.sleepingDays { return .sleeping }
    if comeback.distance(to: day) < cycle.returnedDays { return .returned }
    return joined.distance(to: day) < cycle.newDays ? .new : .active
  }

  /// The tags, by their conditions.
  func tags(on day: Day) -> TagSet {
    let at = standing(on: day)
    var held: TagSet = []
    for (position, tag) in rules.tags.enumerated() {
      guard let asked = tag.condition else { continue }
      let mean = at.orders == 0 ? -1.0 : Double(at.spent.minor) / Double(at.orders)
      let holds = [
        asked.withinDays.map { at.hasOrdered && Int(at.quietDays) <= $0 },
        asked.quietDays.map { Int(at.quietDays) >= $0 },
        asked.orders.map { Int(at.orders) >= $0 },
        asked.monthOrders.map { Int(at.busiestMonth) >= $0 },
        asked.spent.map { at.spent >= $0 }, asked.basket.map { mean >= Double($0.minor) },
        asked.stages.map { $0.contains(at.stage) },
        asked.recency.map { $0.contains(Int(at.recency)) },
        asked.frequency.map { $0.contains(Int(at.frequency)) },
        asked.money.map { $0.contains(Int(at.money)) },
      ]
      if holds.allSatisfy({ $0 ?? true }) { held.insert(TagSet(tag: position)) }
    }
    return held
  }
}
