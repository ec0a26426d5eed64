import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

// Expired points that come back with an order in time.
extension ReferenceShop {
  /// Takes out what has expired before a day, and remembers it where it may come back: what lives by
  /// the member's activity after what has a day of its own.
  mutating func lapse(_ account: Int, on day: Day) {
    callOff(account, on: day)
    let gone = members[account].points.filter { $0.last < day && $0.count > 0 }
    members[account].points.removeAll { $0.last < day }
    guard scheme(members[account]).points?.reinstatement != nil else { return }
    members[account].lapsed += parcels(of: gone)
  }

  /// Points that are alike in all that is known of them are one parcel: a share of it is rounded once.
  private func parcels(of lots: [ReferenceLot]) -> [ReferenceLot] {
    var parcels: [ReferenceLot] = []
    for lot in lots.sorted(by: ReferenceLot.isSooner) {
      if let last = parcels.last, last.isSame(lot) {
        parcels[parcels.count - 1].count += lot.count
      } else {
        parcels.append(lot)
      }
    }
    return parcels
  }

  /// Gives back what was lost, the last lost first; the member as before the order.
  mutating func reinstate(
    _ account: Int, paid: Int64, before: ReferenceMember, on day: Day
  ) -> [ReferenceLot] {
    guard let points = scheme(before).points, let rule = points.reinstatement,
      paid >= rule.minimumPaid.minor
    else { return [] }
    var room = points.maximumBalance.map {
      max(0, $0.count - balance(members[account], on: day) - promised(members[account], on: day))
    }
    var returned: [ReferenceLot] = []
    while var lot = members[account].lapsed.popLast() {
      lot.count = min(share(rule.share, of: lot.count), room ?? .max)
      guard lot.count > 0, lot.last.advanced(by: rule.withinDays) >= day else { continue }
      room = room.map { $0 - lot.count }
      lot.last = lastDay(expiry(of: before, on: day), issuedOn: day)
      lot.slides = lot.last == .sliding
      if case .afterInactivity = points.expiry { noteEarning(account, on: day) }
      if lot.slides { lot.last = members[account].aliveUntil }
      receive(lot, account)
      returned.append(lot)
    }
    return returned
  }
}
