import PointsLedger
import Quantities
import Timeline

/// What an order looks like to rules of earning.
struct Sale {
  /// The list price.
  var list: Int64
  /// Money paid after discounts and points.
  var paid: Int64
  /// What points paid.
  var pointsPaid: Int64 = 0
  var items: Int64
  /// Points that are about to be spent; zero once they have been.
  var pointsToSpend: Int64 = 0
}

/// What an order earns before multipliers, and the lot that it goes to.
struct BaseAward {
  var points: Int64
  /// The most points, bonuses included, that limits leave.
  var most: Int64
  var lot: LotKey
  /// The place of its rule among the scheme's rules of earning, or -1.
  var rule = -1
  /// What its points wait for, if they are not active at once.
  var waiting = LoyaltyEngine.Waiting()
}

/// The part of a basket that counts for a rule.
private struct CountedLines {
  var list: Int64
  var items: Int64
  var isEmpty: Bool
}

// The first rule that fits an order earns. What its limits refuse is not earned under another.
extension LoyaltyEngine {
  /// All points that an order earns by rules; changes nothing.
  @inline(__always)
  func pointsEarned(
    by sale: Sale, _ basket: borrowing Span<BasketLine>, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Int64 {
    if programs[touch.scheme].hasRisk,
      riskRefusal(ofPrice: sale.paid + sale.pointsPaid, touch).refusal != .none
    {
      return 0
    }
    guard programs[touch.scheme].earningCount > 0 else {
      return pointsEarned(
        paid: sale.paid, items: sale.items, birthday: accounts.states[account].birthday, at: touch)
    }
    return pointsEarnedByRule(from: sale, basket, account, accounts, touch)
  }

  private func pointsEarnedByRule(
    from sale: Sale, _ basket: borrowing Span<BasketLine>, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Int64 {
    guard let position = earningRule(for: sale, basket, touch) else { return 0 }
    let all = withBonuses(
      points(of: sale, basket, by: position), birthday: accounts.states[account].birthday,
      at: touch)
    return allowed(
      all, by: earnings[position].limit, account, accounts, touch, at: touch.minute,
      spending: roomMade(by: sale, account, accounts, touch)
    ).points
  }

  /// What an order earns before multipliers, counted against the limits of its rule at a minute.
  func baseAward(
    of sale: Sale, _ basket: borrowing Span<BasketLine>, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, at minute: Minute, atMost room: Int64
  ) -> BaseAward {
    var lot = lot(.purchase, .none, touch)
    guard let position = earningRule(for: sale, basket, touch) else {
      return BaseAward(points: 0, most: 0, lot: lot)
    }
    lot.rule = earnings[position].rule
    if let expiry = earnings[position].expiry { lot.expiry = expiry.lastDay(issuedOn: touch.day) }
    let base = points(of: sale, basket, by: position)
    let all = withBonuses(base, birthday: accounts.states[account].birthday, at: touch)
    let allowed = allowed(
      all, by: earnings[position].limit, account, accounts, touch, at: minute)
    let most = min(room, allowed.points)
    if most > 0 {
      note(
        most, against: earnings[position].limit, account, &accounts, touch, at: minute)
    }
    return BaseAward(
      points: base, most: most, lot: lot, rule: position - Int(programs[touch.scheme].firstEarning))
  }

  /// The first rule that fits, by its place in the engine's array.
  func earningRule(
    for sale: Sale, _ basket: borrowing Span<BasketLine>, _ touch: Touch
  ) -> Int? {
    let first = Int(programs[touch.scheme].firstEarning)
    for position in BitPositions(bits: touch.calendar.earnings)
    where misfit(of: first + position, sale, basket, touch) == .none {
      return first + position
    }
    return nil
  }

  /// Why an open rule does not fit an order, or `none`.
  func misfit(
    of position: Int, _ sale: Sale, _ basket: borrowing Span<BasketLine>, _ touch: Touch
  ) -> Refusal {
    let tiers = earnings[position].tiers
    guard tiers == .max || tiers & (1 << UInt64(touch.tier)) != 0 else { return .notInAudience }
    if let hours = earnings[position].hours, !hours.contains(minuteOfDay: touch.minute.minuteOfDay)
    {
      return .notRunning
    }
    guard sale.paid + sale.pointsPaid >= earnings[position].minimumPaid else {
      return .belowThreshold
    }
    if earnings[position].hasFilter, counted(basket, by: position).isEmpty {
      return .notInAudience
    }
    return .none
  }

  /// The points of a rule before multipliers.
  ///
  /// Where only some lines count, what was paid is theirs in proportion to the list price, rounded
  /// down.
  func points(of sale: Sale, _ basket: borrowing Span<BasketLine>, by position: Int) -> Int64 {
    let counted =
      earnings[position].hasFilter
      ? self.counted(basket, by: position)
      : CountedLines(list: sale.list, items: sale.items, isEmpty: false)
    var money: Int64
    switch earnings[position].basis {
    case .paid: money = sale.paid
    case .paidWithPoints: money = sale.paid + sale.pointsPaid
    case .beforeDiscounts: money = sale.list
    }
    if counted.list != sale.list {
      money = Int64(Int128(money) * Int128(counted.list) / Int128(sale.list))
    }
    let quantity: Int64
    switch earnings[position].quantity {
    case .nothing: quantity = 0
    case .money: quantity = money
    case .items: quantity = counted.items
    }
    return earnings[position].fixed
      + earnings[position].share.of(quantity, rounding: earnings[position].rounding)
      * earnings[position].times
  }

  private func counted(
    _ basket: borrowing Span<BasketLine>, by position: Int
  ) -> CountedLines {
    var counted = CountedLines(list: 0, items: 0, isEmpty: true)
    for index in basket.indices where counts(basket[index], for: position) {
      counted.list += basket[index].listMinor
      counted.items += Int64(basket[index].quantity)
      counted.isEmpty = false
    }
    return counted
  }

  private func counts(_ line: BasketLine, for position: Int) -> Bool {
    let firstItem = earnings[position].firstFilter + earnings[position].categoryCount
    for place in earnings[position].firstFilter..<firstItem
    where filterNumbers[place] == line.category {
      return !earnings[position].isExcept
    }
    for place in firstItem..<firstItem + earnings[position].itemCount
    where filterNumbers[place] == line.item {
      return !earnings[position].isExcept
    }
    return earnings[position].isExcept
  }
}
