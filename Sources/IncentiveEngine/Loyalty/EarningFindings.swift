import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// What each rule of earning and each multiplier does with an order; together what it earns.
  func earningFindings(
    _ sale: Sale, _ basket: borrowing Span<BasketLine>, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> [RuleFinding] {
    let birthday = accounts.states[account].birthday
    guard programs[touch.scheme].earningCount > 0 else {
      let base = basePoints(paid: sale.paid, items: sale.items, at: touch)
      return [finding(RuleNumber.earn, .earning, points: base)]
        + multiplierFindings(base, left: .max, birthday, touch)
    }
    guard let chosen = earningRule(for: sale, basket, touch) else { return [] }
    let base = points(of: sale, basket, by: chosen)
    let all = withBonuses(base, birthday: birthday, at: touch)
    let allowed = allowed(
      all, by: earnings[chosen].limit, account, accounts, touch, at: touch.minute,
      spending: roomMade(by: sale, account, accounts, touch))
    let first = Int(programs[touch.scheme].firstEarning)
    let rules = (0..<Int(programs[touch.scheme].earningCount)).map { position in
      let rule = earnings[first + position].rule
      guard touch.calendar.earnings & (1 << UInt16(position)) != 0 else {
        return finding(rule, .earning, .refused(.notRunning))
      }
      let misfit = misfit(of: first + position, sale, basket, touch)
      guard misfit == .none else { return finding(rule, .earning, .refused(misfit)) }
      guard first + position == chosen else { return finding(rule, .earning, .notNeeded) }
      return allowed.refusal == .none
        ? finding(rule, .earning, points: min(base, allowed.points))
        : finding(rule, .earning, .refused(allowed.refusal))
    }
    return rules
      + multiplierFindings(base, left: allowed.points - min(base, allowed.points), birthday, touch)
  }

  private func multiplierFindings(
    _ base: Int64, left: Int64, _ birthday: Birthday, _ touch: Touch
  ) -> [RuleFinding] {
    var running = base
    var left = left
    return (0..<Int(programs[touch.scheme].multiplierCount)).map { position in
      let rule = schemes[touch.scheme].rule(multiplier: position)
      guard touch.calendar.multipliers & (1 << UInt16(position)) != 0 else {
        let first = Int(programs[touch.scheme].firstMultiplier)
        let isCard = multipliers[first + position].card != 0
        return finding(rule, .earning, .refused(isCard ? .notHeld : .notRunning))
      }
      guard applies(position, birthday: birthday, at: touch) else {
        return finding(rule, .earning, .refused(.notInAudience))
      }
      let bonus = bonus(position, base: base, running: running, at: touch)
      let paid = min(bonus, left)
      running += bonus
      left -= paid
      return finding(rule, .earning, points: paid)
    }
  }
}
