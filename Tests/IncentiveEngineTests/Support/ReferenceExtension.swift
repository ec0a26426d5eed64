import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

// Points that live longer than they would: each last day that lies ahead is moved, wherever it is
// written down.
extension ReferenceShop {
  /// A rise to a tier, or above it, extends what the rules say.
  mutating func extendOnRise(_ account: Int, from before: Int, on day: Day) {
    let now = members[account].tier
    for rule in scheme(members[account]).points?.extensions ?? [] {
      guard case .reaching(let tier) = rule.trigger, before < tier, tier <= now else { continue }
      lengthen(account, by: rule, on: day)
    }
  }

  /// The day of an extension has come.
  mutating func extendOnce(_ position: Int, _ account: Int, on day: Day) {
    settle(account, on: day)
    guard let rules = scheme(members[account]).points?.extensions else { return }
    lengthen(account, by: rules[position], on: day)
  }

  private mutating func lengthen(_ account: Int, by rule: ExpiryExtension, on day: Day) {
    let length: ExpiryRule =
      switch rule.by {
      case .days(let days): .afterDays(days, roundedTo: rule.roundedTo)
      case .months(let months): .afterMonths(months, roundedTo: rule.roundedTo)
      }
    if members[account].aliveUntil >= day {
      let later = lastDay(length, issuedOn: members[account].aliveUntil)
      members[account].aliveUntil = max(members[account].aliveUntil, later)
    }
    let (shop, alive) = (self, members[account].aliveUntil)
    func move(_ lots: inout [ReferenceLot]) {
      for index in lots.indices where lots[index].last >= day && lots[index].last < .never {
        let later = lots[index].slides ? alive : shop.lastDay(length, issuedOn: lots[index].last)
        lots[index].last = max(lots[index].last, later)
      }
    }
    move(&members[account].points)
    for order in members[account].records.indices {
      move(&members[account].records[order].spent)
      move(&members[account].records[order].earned)
    }
  }
}
