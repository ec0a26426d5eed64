import PointsLedger
import Quantities
import Timeline

// Pending points (M01): promised by an order, active from a later day on.
//
// As expiry is, activation is settled when an account is next touched and booked at the first minute
// of its day, whenever it is noticed. What was promised becomes active under any later scheme.
extension LoyaltyEngine {
  /// Moves an award to the day on which it becomes active; its expiry is reckoned from that day.
  func postpone(_ award: inout BaseAward, _ touch: Touch) {
    let scheme = schemes[touch.scheme].scheme
    guard let points = scheme.points else { return }
    let rule = points.rules.indices.contains(award.rule) ? points.rules[award.rule] : nil
    award.activeFrom = (rule?.activation ?? points.activation).firstDay(
      orderedOn: touch.day, returnWindow: scheme.refunds?.windowDays ?? 0)
    award.lot.expiry = (rule?.expiry ?? expiryRule(at: touch)).lastDay(issuedOn: award.activeFrom)
  }

  /// Makes active what has become due by a day, in the order of the days.
  func activateDue(
    _ account: Int, _ accounts: inout SchemeAccounts, on day: Day,
    into sink: inout some TransferSink
  ) {
    while let promise = accounts.pending.takeDue(account, on: day) {
      let status = accounts.ledger.activate(
        Points(promise.points), of: account, lot: promise.lot, at: promise.activeFrom.start,
        into: &sink)
      precondition(status == .posted, "what was promised is pending until its day")
    }
  }
}

extension SchemeAccounts {
  /// Where an account's points stand on a day, what has become active or lapsed unnoticed included.
  @inline(__always)
  func standing(_ account: Int, on day: Day) -> HolderStanding {
    let standing = ledger.standing(account, on: day)
    return settlesFirst ? withDue(standing, of: account, on: day) : standing
  }

  /// The points that an account may spend on a day.
  func spendable(_ account: Int, on day: Day) -> Points {
    settlesFirst ? standing(account, on: day).spendable : ledger.spendable(account, on: day)
  }

  /// Adds what has become active unnoticed, less what pays a debt.
  private func withDue(_ standing: HolderStanding, of account: Int, on day: Day) -> HolderStanding {
    var standing = standing
    var debt = ledger.arrears(account).count
    var sliding = Points.zero
    pending.forEach(of: account, through: day) { promise in
      let paid = min(debt, promise.points)
      debt -= paid
      let left = Points(promise.points - paid)
      guard promise.lot.expiry >= day, left > .zero else { return }
      standing.spendable += left
      if promise.lot.expiry == .sliding {
        sliding += left
        return
      }
      guard promise.lot.expiry != .never, promise.lot.expiry <= standing.nextExpiry else { return }
      if promise.lot.expiry < standing.nextExpiry { standing.nextExpiryPoints = .zero }
      standing.nextExpiry = promise.lot.expiry
      standing.nextExpiryPoints += left
    }
    return withSliding(standing, due: sliding, of: account, on: day)
  }
}
