import PointsLedger
import Quantities
import Timeline

// Earning (M01, M10): truncated; each multiplier's bonus is a transfer of its own.
extension LoyaltyEngine {
  /// Points earned before multipliers.
  @inline(__always)
  func basePoints(paid: Int64, items: Int64, at touch: Touch) -> Int64 {
    programs[touch.scheme].earnShare.of(programs[touch.scheme].earnsPerItem ? items : paid)
  }

  /// Whether a multiplier whose day it is applies to a member.
  func applies(_ position: Int, birthday: Birthday, at touch: Touch) -> Bool {
    let multiplier = multipliers[Int(programs[touch.scheme].firstMultiplier) + position]
    guard multiplier.tier < 0 || multiplier.tier == touch.tier else { return false }
    guard let period = multiplier.birthday else { return true }
    return touch.calendar.birthdays.contain(birthday, in: period)
  }

  /// What a multiplier adds: to the base if they add up, to all so far if they multiply.
  func bonus(_ position: Int, base: Int64, running: Int64, at touch: Touch) -> Int64 {
    multipliers[Int(programs[touch.scheme].firstMultiplier) + position].gain.of(
      programs[touch.scheme].isAdditive ? base : running)
  }

  /// All points an order earns.
  func pointsEarned(paid: Int64, items: Int64, birthday: Birthday, at touch: Touch) -> Int64 {
    let base = basePoints(paid: paid, items: items, at: touch)
    var running = base
    for position in BitPositions(bits: touch.calendar.multipliers)
    where applies(position, birthday: birthday, at: touch) {
      running += bonus(position, base: base, running: running, at: touch)
    }
    return running
  }

  /// Issues what an order earns, and no more than budgets leave room for.
  func earn(
    paid: Int64, items: Int64, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, at minute: Minute, atMost room: Int64, into sink: inout some TransferSink
  ) -> Int64 {
    let base = min(room, basePoints(paid: paid, items: items, at: touch))
    guard base > 0 else { return 0 }
    var lot = LotKey(
      vintage: Month(index: touch.calendar.month), expiry: Day(index: touch.calendar.expiry),
      funding: .purchase, rule: RuleNumber.earn)
    issueEarned(
      base, lot, account, &accounts, touch, at: minute, reason: .purchase, into: &sink)
    let birthday = accounts.states[account].birthday
    var running = base
    for position in BitPositions(bits: touch.calendar.multipliers)
    where applies(position, birthday: birthday, at: touch) {
      let bonus = min(room - running, bonus(position, base: base, running: running, at: touch))
      guard bonus > 0 else { continue }
      running += bonus
      lot.rule = multipliers[Int(programs[touch.scheme].firstMultiplier) + position].rule
      issueEarned(
        bonus, lot, account, &accounts, touch, at: minute, reason: .bonus, into: &sink)
    }
    return running
  }
}
