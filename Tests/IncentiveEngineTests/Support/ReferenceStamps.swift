import IncentiveEngine
import Quantities
import Timeline

/// One stamp, from the order that earned it to what became of it.
struct ReferenceStamp {
  enum Place {
    /// On the card at hand.
    case onCard
    /// Turned in with a full card, or given for one that was owed.
    case used
    /// It ran out with its card.
    case gone
  }

  /// The order among the member's own.
  var order: Int
  var place = Place.onCard
}

// Stamp cards once more: every stamp a thing of its own, moved about one by one.
extension ReferenceShop {
  /// The stamps on the card at hand, less those owed.
  func stamps(_ member: ReferenceMember, on day: Day) -> Int64 {
    let isOver = hasRunOut(member, on: day)
    return Int64(isOver ? 0 : onCard(member).count) - member.stampsOwed
  }

  func stampsEarned(_ member: ReferenceMember, _ basket: [BasketLine], pay: Int64) -> Int64 {
    guard let card = scheme(member).stampCard, pay > 0 else { return 0 }
    switch card.earning {
    case .perItem: return basket.reduce(0) { $0 + Int64($1.quantity) }
    case .perOrder(let minimum): return pay >= minimum.minor ? 1 : 0
    }
  }

  /// Stamps for the order that is about to be written down; the rewards of the cards it fills, and
  /// their coupon.
  mutating func stamp(_ count: Int64, _ account: Int, on day: Day) -> (rewards: Int, coupon: Int?) {
    guard let card = scheme(members[account]).stampCard else { return (0, nil) }
    loseCard(account, on: day)
    for _ in 0..<count {
      members[account].stamps.append(ReferenceStamp(order: members[account].records.count))
      if members[account].stampsOwed > 0 {
        members[account].stampsOwed -= 1
        members[account].stamps[members[account].stamps.count - 1].place = .used
      } else if onCard(members[account]).count == 1 {
        members[account].cardStart = day
      }
    }
    var (rewards, coupon): (Int, Int?) = (0, nil)
    while onCard(members[account]).count >= card.size - card.startStamps {
      if case .coupon(let offer) = card.reward {
        if let last = members[account].coupons[offer], last >= day { break }
        members[account].coupons[offer] = lastDay(ofGrant: offer, members[account], on: day)
        coupon = offer
      }
      for stamp in onCard(members[account]).prefix(card.size - card.startStamps) {
        members[account].stamps[stamp].place = .used
      }
      members[account].cardStart = day
      rewards += 1
    }
    return (rewards, coupon)
  }

  /// Takes stamps of an order back; how many the member loses or owes from now on.
  mutating func takeBack(stamps count: Int64, of order: Int, _ account: Int, on day: Day) -> Int64 {
    loseCard(account, on: day)
    var taken: Int64 = 0
    for _ in 0..<count {
      let own = members[account].stamps.indices.filter {
        members[account].stamps[$0].order == order
      }
      let places: [ReferenceStamp.Place] = [.onCard, .gone, .used]
      let found = places.compactMap { place in
        own.last { members[account].stamps[$0].place == place }
      }.first
      guard let found else { continue }
      let place = members[account].stamps.remove(at: found).place
      if place == .onCard { taken += 1 }
      guard place == .used, scheme(members[account]).stampCard?.shortfall == .owed else { continue }
      taken += 1
      // A debt is paid at once by the oldest stamp on the card, else by the next one earned.
      if let payer = onCard(members[account]).first {
        members[account].stamps[payer].place = .used
      } else {
        members[account].stampsOwed += 1
      }
    }
    return taken
  }

  private func onCard(_ member: ReferenceMember) -> [Int] {
    member.stamps.indices.filter { member.stamps[$0].place == .onCard }
  }

  private func hasRunOut(_ member: ReferenceMember, on day: Day) -> Bool {
    guard let days = scheme(member).stampCard?.validDays else { return false }
    return day >= member.cardStart.advanced(by: days)
  }

  private mutating func loseCard(_ account: Int, on day: Day) {
    guard hasRunOut(members[account], on: day) else { return }
    for stamp in onCard(members[account]) { members[account].stamps[stamp].place = .gone }
  }

  private func lastDay(ofGrant offer: Int, _ member: ReferenceMember, on day: Day) -> Day? {
    guard case .coupon(_, let validDays) = scheme(member).offers[offer].access else { return nil }
    return day.advanced(by: validDays - 1)
  }
}
