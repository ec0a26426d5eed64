import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

// Points that live as long as the member is active: whatever extends them is written into every lot,
// wherever it is written down.
extension ReferenceLot {
  /// Sliding lots are spent after dated ones and before those that never expire.
  var spentUntil: Day { slides ? .sliding : last }
}

extension ReferenceShop {
  /// When points expire that a member gets now, but for a listed rule's own.
  func expiry(of member: ReferenceMember, on day: Day) -> ExpiryRule {
    let tiers = scheme(member).tiers?.tiers ?? []
    let own = tiers.isEmpty ? nil : tiers[tier(member, on: day)].expiry
    return own ?? scheme(member).points?.expiry ?? .never
  }

  private func inactivity(of member: ReferenceMember, on day: Day) -> InactivityRule? {
    for rule in [expiry(of: member, on: day), scheme(member).points?.expiry] {
      if case .afterInactivity(let rule)? = rule { return rule }
    }
    return nil
  }

  mutating func noteSpending(_ account: Int, on day: Day) {
    guard let rule = inactivity(of: members[account], on: day), rule.extendedBy != .earning,
      members[account].aliveUntil >= day
    else { return }
    extend(account, by: rule, on: day)
  }

  mutating func noteEarning(_ account: Int, on day: Day) {
    guard let rule = inactivity(of: members[account], on: day) else { return }
    if members[account].aliveUntil < day || rule.extendedBy != .spending {
      extend(account, by: rule, on: day)
    }
  }

  /// Gives what an order earns its day, and all other points theirs.
  mutating func keepAlive(
    _ earned: inout [ReferenceLot], _ spent: inout [ReferenceLot], _ account: Int, on day: Day
  ) {
    if earned.contains(where: { $0.count > 0 }) { noteEarning(account, on: day) }
    for index in earned.indices where earned[index].last == .sliding {
      (earned[index].slides, earned[index].last) = (true, members[account].aliveUntil)
    }
    for index in spent.indices where spent[index].slides {
      spent[index].last = members[account].aliveUntil
    }
  }

  /// A lot that a refund gives a new life.
  mutating func reissued(_ lot: ReferenceLot, _ account: Int, on day: Day) -> ReferenceLot {
    var lot = lot
    lot.slides = lot.last == .sliding
    guard lot.slides, lot.count > 0 else { return lot }
    noteEarning(account, on: day)
    lot.last = members[account].aliveUntil
    return lot
  }

  private mutating func extend(_ account: Int, by rule: InactivityRule, on day: Day) {
    let length: ExpiryRule =
      switch rule.after {
      case .days(let days): .afterDays(days, roundedTo: rule.roundedTo)
      case .months(let months): .afterMonths(months, roundedTo: rule.roundedTo)
      }
    let alive = max(members[account].aliveUntil, lastDay(length, issuedOn: day))
    members[account].aliveUntil = alive
    func move(_ lots: inout [ReferenceLot]) {
      for index in lots.indices where lots[index].slides && lots[index].last >= day {
        lots[index].last = alive
      }
    }
    move(&members[account].points)
    for order in members[account].records.indices {
      move(&members[account].records[order].spent)
      move(&members[account].records[order].earned)
    }
  }
}
