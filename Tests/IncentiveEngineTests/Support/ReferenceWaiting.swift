import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

/// Points that wait for the member's next order: they have no last day until it comes.
struct ReferencePromise {
  var lot: ReferenceLot
  /// The member's order that earned them, by number, and the day from which on they are called off.
  var order: Int
  var until: Day
}

extension ReferenceShop {
  /// The points that wait on a day.
  func promised(_ member: ReferenceMember, on day: Day) -> Int64 {
    member.promises.filter { $0.until > day }.reduce(0) { $0 + $1.lot.count }
  }

  /// The days in which points wait for an order, if they do.
  func waitingDays(_ member: ReferenceMember) -> Int? {
    guard case .onEvent(.nextOrder, let days)? = scheme(member).points?.activation else {
      return nil
    }
    return days
  }

  /// Calls off what has waited in vain by a day: gone as if it had expired.
  mutating func callOff(_ account: Int, on day: Day) {
    let late = members[account].promises.filter { $0.until <= day }
    members[account].promises.removeAll { $0.until <= day }
    for promise in late {
      date(promise, account) { $0.last = promise.until.advanced(by: -1) }
    }
  }

  /// An order has come: what waited for it begins to live.
  mutating func activate(_ account: Int, before: ReferenceMember, on day: Day) {
    let promises = members[account].promises
    members[account].promises = []
    for promise in promises {
      var lot = promise.lot
      lot.last = lastDay(expiry(of: before, on: day), issuedOn: day)
      if let own = ownExpiry(ofRule: lot.rule, before) { lot.last = lastDay(own, issuedOn: day) }
      lot.slides = lot.last == .sliding
      if lot.slides {
        noteEarning(account, on: day)
        lot.last = members[account].aliveUntil
      }
      date(promise, account) { ($0.last, $0.slides) = (lot.last, lot.slides) }
      receive(lot, account)
    }
  }

  /// What an order without points would earn, after it has made active what waits for it.
  func earnedByQuote(_ sale: ReferenceSale, _ account: Int, on day: Day) -> Int64 {
    let open = scheme(members[account]).budgets.map { left($0, account, on: day) }
    var shop = self
    if !members[account].promises.isEmpty {
      shop.callOff(account, on: day)
      shop.activate(account, before: members[account], on: day)
    }
    return issuable(shop.earned(shop.members[account], by: sale), account, leaving: open)
  }

  /// Sets points of an order aside until the next one comes.
  ///
  /// They keep alive what is alive, as all earning does where it counts, and nothing else.
  mutating func promise(_ lots: inout [ReferenceLot], _ account: Int, days: Int, on day: Day) {
    if members[account].aliveUntil >= day, lots.contains(where: { $0.count > 0 }) {
      noteEarning(account, on: day)
    }
    for index in lots.indices {
      (lots[index].last, lots[index].slides) = (.never, false)
      guard lots[index].count > 0 else { continue }
      members[account].promises.append(
        ReferencePromise(
          lot: lots[index], order: members[account].records.count, until: day.advanced(by: days + 1)
        ))
    }
  }

  /// Calls off points of a lot that an order promised, as many as still wait.
  mutating func callOff(
    _ count: Int64, of lot: ReferenceLot, orderedAs number: Int, _ account: Int
  ) -> Int64 {
    var left = count
    for index in members[account].promises.indices
    where members[account].promises[index].order == number
      && members[account].promises[index].lot.isSame(lot)
    {
      let taken = min(left, members[account].promises[index].lot.count)
      members[account].promises[index].lot.count -= taken
      left -= taken
    }
    members[account].promises.removeAll { $0.lot.count == 0 }
    return count - left
  }

  private func ownExpiry(ofRule number: Int, _ member: ReferenceMember) -> ExpiryRule? {
    guard number >= Self.firstRule else { return nil }
    return scheme(member).points?.rules[number - Self.firstRule].expiry
  }

  /// Dates the points of a promise in the record of its order.
  private mutating func date(
    _ promise: ReferencePromise, _ account: Int, _ change: (inout ReferenceLot) -> Void
  ) {
    let order = members[account].records[promise.order]
    for lot in order.earned.indices.dropLast(order.reinstated)
    where order.earned[lot].isSame(promise.lot) {
      change(&members[account].records[promise.order].earned[lot])
    }
  }
}
