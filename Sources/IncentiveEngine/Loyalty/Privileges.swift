import Quantities
import Timeline

// Privileges (M29): who qualifies, what comes with an order, what the calendar gives.
extension LoyaltyEngine {
  /// Whether a member of a tier has what a privilege asks for, by what was counted up to a day.
  private func qualifies(
    _ privilege: borrowing PrivilegeProgram, tier: Int, _ account: Int,
    _ accounts: borrowing SchemeAccounts, on day: Day, in month: Int32
  ) -> Bool {
    guard hasStanding(privilege, tier: tier, account, accounts, on: day, in: month) else {
      return false
    }
    guard privilege.orders > 0, let placed = privilege.placed else { return true }
    return accounts.used(of: placed, for: account, on: day, in: month) >= privilege.orders
  }

  /// Whether a member has the tier and the spend that a privilege asks for.
  private func hasStanding(
    _ privilege: borrowing PrivilegeProgram, tier: Int, _ account: Int,
    _ accounts: borrowing SchemeAccounts, on day: Day, in month: Int32
  ) -> Bool {
    guard tier >= privilege.tier else { return false }
    guard privilege.spend > 0, let paid = privilege.paid else { return true }
    return accounts.used(of: paid, for: account, on: day, in: month) >= privilege.spend
  }

  /// Where the privileges of a scheme stand.
  private func places(_ scheme: Int) -> Range<Int> {
    let first = Int(programs[scheme].firstPrivilege)
    return first..<first + Int(programs[scheme].privilegeCount)
  }

  /// What comes with a basket, and how many orders the nearest privilege is away.
  func privilegeTerms(
    _ basket: borrowing Span<BasketLine>, offers: UInt16, _ account: Int,
    _ accounts: borrowing SchemeAccounts,
    _ touch: Touch
  ) -> PrivilegeTerms {
    var terms = PrivilegeTerms()
    let (day, month) = (touch.day, touch.calendar.month)
    let places = places(touch.scheme)
    var held: UInt16 = 0
    for place in places {
      guard
        hasStanding(
          privileges[place], tier: touch.tier, account, accounts, on: day, in: month)
      else { continue }
      let orders = privileges[place].orders
      if orders > 0, let placed = privileges[place].placed {
        let missing = orders - accounts.used(of: placed, for: account, on: day, in: month)
        guard missing <= 0 else {
          terms.noteMissing(missing, of: orders, worth: privileges[place].value)
          continue
        }
      }
      let uses = privileges[place].offers
      guard uses == .max || uses & offers != 0 else { continue }
      guard privileges[place].isWithOrders, isFor(basket, privileges[place].items) else { continue }
      held |= 1 << UInt16(place - places.lowerBound)
      terms.value += privileges[place].value
      terms.cost += privileges[place].cost
    }
    terms.privileges = PrivilegeSet(rawValue: held)
    return terms
  }

  /// Whether a basket has one of the items, if any are asked for.
  private func isFor(_ basket: borrowing Span<BasketLine>, _ items: Range<Int>) -> Bool {
    guard !items.isEmpty else { return true }
    for line in basket.indices {
      for place in items where privilegeItems[place] == basket[line].item { return true }
    }
    return false
  }

  /// Counts a paid order toward the privileges of the orders after it.
  func countTowardPrivileges(
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: borrowing Decision
  ) {
    let (day, month) = (touch.day, touch.calendar.month)
    if let slot = programs[touch.scheme].yearSpend {
      accounts.add(decision.paid.minor, to: slot, for: account, on: day, in: month)
    }
    if let slot = programs[touch.scheme].monthOrders {
      accounts.add(1, to: slot, for: account, on: day, in: month)
    }
  }

  /// What is returned counts no longer, if the order's year or month is the one at hand.
  func takeBackPrivileges(
    _ undoing: Undoing, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: borrowing Decision
  ) {
    guard programs[touch.scheme].privilegeCount > 0,
      isStill(Int(undoing.record.scheme), touch.scheme)
    else { return }
    let account = Int(undoing.record.account)
    let day = Minute(index: undoing.record.minute).day
    let month = Month(day).index
    func takeBack(_ amount: Int64, _ slot: PeriodSlot?) {
      guard let slot, amount > 0 else { return }
      let used = accounts.used(of: slot, for: account, on: day, in: month)
      guard used > 0 else { return }
      accounts.add(-min(used, amount), to: slot, for: account, on: day, in: month)
    }
    takeBack(decision.paid.minor, programs[touch.scheme].yearSpend)
    takeBack(undoing.completes ? 1 : 0, programs[touch.scheme].monthOrders)
  }

  /// Gives a box to who qualified when the month before ended.
  func giveBox(
    _ position: Int, _ account: Int, _ accounts: borrowing SchemeAccounts,
    _ decision: inout Decision, on day: Day
  ) {
    let scheme = Int(accounts.states[account].scheme)
    let place = places(scheme).lowerBound + position
    guard places(scheme).contains(place), let occasion = privileges[place].occasion else {
      decision.refusal = .notFound
      return
    }
    let before = day.advanced(by: -1)
    guard
      qualifies(
        privileges[place], tier: Int(decision.tierBefore), account, accounts, on: before,
        in: Month(before).index),
      occasion == .monthly
        || BirthdayKeys(day).contain(accounts.states[account].birthday, in: .month)
    else {
      decision.refusal = .notInAudience
      decision.refusedBy = privileges[place].rule
      return
    }
    decision.privileges = PrivilegeSet(privilege: position)
    decision.privilegeCost = Money(minor: privileges[place].cost)
    decision.privilegeValue = Money(minor: privileges[place].value)
  }

  /// By how many days presales open early for a member.
  func earlyDays(
    _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Int {
    var days = 0
    for place in places(touch.scheme) where privileges[place].earlyDays > days {
      guard
        qualifies(
          privileges[place], tier: touch.tier, account, accounts, on: touch.day,
          in: touch.calendar.month)
      else { continue }
      days = privileges[place].earlyDays
    }
    return days
  }

  /// Each privilege, and whether an order has it.
  func privilegeFindings(_ quote: Quote, _ touch: Touch) -> [RuleFinding] {
    places(touch.scheme).enumerated().compactMap { position, place in
      guard privileges[place].isWithOrders else { return nil }
      return quote.privileges.contains(PrivilegeSet(privilege: position))
        ? finding(privileges[place].rule, .price)
        : finding(privileges[place].rule, .price, .refused(.notInAudience))
    }
  }
}

/// What a quote says of privileges.
struct PrivilegeTerms {
  var privileges: PrivilegeSet = []
  var value: Int64 = 0
  var cost: Int64 = 0
  /// Orders in a month that the nearest privilege asks for, and how many are missing.
  var orders: Int64 = 0
  var missing: Int64 = 0
  /// What that one is worth.
  var nearestValue: Int64 = 0

  /// Keeps the privilege that the smallest share of its orders is missing to.
  fileprivate mutating func noteMissing(_ missing: Int64, of orders: Int64, worth: Int64) {
    guard self.orders == 0 || missing * self.orders < self.missing * orders else { return }
    (self.orders, self.missing, nearestValue) = (orders, missing, worth)
  }
}

extension Quote {
  /// Says what comes with the order by privilege.
  @inline(__always)
  mutating func take(_ terms: PrivilegeTerms) {
    privileges = terms.privileges
    privilegeValue = Money(minor: terms.value)
    privilegeCost = Money(minor: terms.cost)
    privilegeOrders = Int32(clamping: terms.orders)
    ordersToPrivilege = Int32(clamping: terms.missing)
    privilegeReward = Money(minor: terms.nearestValue)
  }
}

extension Decision {
  /// Books the privileges that come with an order.
  mutating func givePrivileges() {
    privileges = terms.privileges
    privilegeCost = terms.privilegeCost
    privilegeValue = terms.privilegeValue
  }
}
