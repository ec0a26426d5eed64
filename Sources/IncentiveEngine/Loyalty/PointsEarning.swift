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

  /// The touch of an order that uses some offers: the multipliers that its cards open are open.
  @inline(__always)
  func playing(_ offers: UInt16, _ touch: Touch) -> Touch {
    guard programs[touch.scheme].pointCards & offers != 0 else { return touch }
    return opening(cards: offers, touch)
  }

  @inline(never)
  private func opening(cards: UInt16, _ touch: Touch) -> Touch {
    var touch = touch
    let first = Int(programs[touch.scheme].firstMultiplier)
    for position in 0..<Int(programs[touch.scheme].multiplierCount)
    where multipliers[first + position].card & cards != 0 {
      touch.calendar.multipliers |= 1 << UInt16(position)
    }
    return touch
  }

  /// All points an order earns where no rule of earning looks at it.
  @inline(__always)
  func pointsEarned(paid: Int64, items: Int64, birthday: Birthday, at touch: Touch) -> Int64 {
    let base = basePoints(paid: paid, items: items, at: touch)
    return withBonuses(base, birthday: birthday, at: touch)
  }

  /// An award and what all multipliers add to it.
  @inline(__always)
  func withBonuses(_ base: Int64, birthday: Birthday, at touch: Touch) -> Int64 {
    touch.calendar.multipliers == 0 ? base : multiplied(base, birthday: birthday, at: touch)
  }

  @inline(never)
  private func multiplied(_ base: Int64, birthday: Birthday, at touch: Touch) -> Int64 {
    var running = base
    for position in BitPositions(bits: touch.calendar.multipliers)
    where applies(position, birthday: birthday, at: touch) {
      running += bonus(position, base: base, running: running, at: touch)
    }
    return running
  }

  /// Issues what an order earns, and no more than budgets leave room for.
  ///
  /// - Parameters:
  ///   - touch: The tier, day and hour by which it earns.
  ///   - minute: When it is paid, and its points are booked.
  func earn(
    by sale: Sale, _ basket: borrowing Span<BasketLine>, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, at minute: Minute, atMost room: Int64,
    into sink: inout some TransferSink
  ) -> Int64 {
    var base = BaseAward(
      points: basePoints(paid: sale.paid, items: sale.items, at: touch), most: room,
      lot: lot(.purchase, RuleNumber.earn, touch))
    if programs[touch.scheme].earningCount > 0 {
      base = baseAward(
        of: sale, basket, account, &accounts, touch, at: minute, atMost: room)
    }
    if programs[touch.scheme].hasPending || touch.risk.isHeld { postpone(&base, touch) }
    var paid = touch
    paid.minute = minute
    return issue(base, to: account, &accounts, paid, into: &sink)
  }

  /// Issues an award and the bonus that each multiplier adds, up to the most that limits leave.
  private func issue(
    _ award: BaseAward, to account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    into sink: inout some TransferSink
  ) -> Int64 {
    var left = award.most
    let base = min(award.points, left)
    guard base > 0 else { return 0 }
    var part = LotPart(lot: award.lot, points: Points(base))
    issueEarned(
      part, award.waiting, account, &accounts, touch, reason: .purchase, into: &sink)
    left -= base
    let birthday = accounts.states[account].birthday
    var running = award.points
    var issued = base
    for position in BitPositions(bits: touch.calendar.multipliers)
    where applies(position, birthday: birthday, at: touch) {
      let bonus = bonus(position, base: award.points, running: running, at: touch)
      guard bonus > 0 else { continue }
      running += bonus
      let paid = min(bonus, left)
      guard paid > 0 else { continue }
      part.lot.rule = multipliers[Int(programs[touch.scheme].firstMultiplier) + position].rule
      part.points = Points(paid)
      issueEarned(part, award.waiting, account, &accounts, touch, reason: .bonus, into: &sink)
      left -= paid
      issued += paid
    }
    return issued
  }
}
