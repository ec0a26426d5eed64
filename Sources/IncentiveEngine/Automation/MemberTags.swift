public import Quantities
public import Timeline

// Tags (M51): kept up with every order, looked up in a few steps.

/// Where a member stands in all that tags look at.
public struct TagStanding: Sendable, Hashable {
  /// Days since the last order, even a returned one, or since joining if that was later.
  public var quietDays: Int32
  /// Whether any order stands.
  public var hasOrdered: Bool
  /// Orders in the months that count.
  public var orders: Int64
  /// Money paid for them.
  public var spent: Money
  /// The most orders of a single one of those months.
  public var busiestMonth: Int64
  /// The stage of the life cycle.
  public var stage: LifeStage
  /// The class of recency, 1 the worst.
  public var recency: UInt8
  /// The class of frequency, 1 the worst.
  public var frequency: UInt8
  /// The class of money, 1 the worst.
  public var money: UInt8
}

extension LoyaltyEngine {
  /// Where a member stands on a day in what the tags of the scheme look at; nothing for who is no
  /// member, or under a scheme without tags.
  public func tagStanding(
    of account: Int, in accounts: borrowing SchemeAccounts, on day: Day
  ) -> TagStanding? {
    let standard = tagStandards[Int(accounts.states[account].scheme)]
    guard standard.months > 0, accounts.states[account].isMember else { return nil }
    let sum = accounts.tags.sum(of: account, over: standard.months, upTo: Month(day).index)
    let quiet = day.index - accounts.states[account].lastOrder
    let hasOrdered = accounts.states[account].orderCount > 0
    return TagStanding(
      quietDays: quiet, hasOrdered: hasOrdered, orders: sum.orders,
      spent: Money(minor: sum.paid), busiestMonth: sum.busiest,
      stage: standard.stage(of: accounts.tags.facts[account], quiet: quiet, on: day),
      recency: hasOrdered ? recencyClass(quiet, standard) : 1,
      frequency: frequencyClass(sum.orders, standard), money: moneyClass(sum.paid, standard))
  }

  /// The tags of a member on a day; none for who is no member.
  public func tags(of account: Int, in accounts: borrowing SchemeAccounts, on day: Day) -> TagSet {
    guard let standing = tagStanding(of: account, in: accounts, on: day) else { return [] }
    let standard = tagStandards[Int(accounts.states[account].scheme)]
    var held = accounts.tags.facts[account].given
    for position in 0..<standard.tagCount
    where tagPrograms[standard.firstTag + position].holds(for: standing) {
      held |= 1 << UInt32(position)
    }
    return TagSet(rawValue: held)
  }

  /// The names of a scheme's tags, by position.
  public func tagNames(ofScheme scheme: Int) -> [String] { schemes[scheme].tagNames }

  /// Counts a paid order before anything else is counted of it; apart, because few schemes have tags.
  @inline(never)
  func countTowardTags(
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, paid: Money
  ) {
    let quiet = touch.day.index - accounts.states[account].lastOrder
    if accounts.states[account].orderCount > 0, quiet >= tagStandards[touch.scheme].lapsedDays {
      accounts.tags.noteComeback(of: account, on: touch.day)
    }
    accounts.tags.count(paid.minor, in: touch.calendar.month, for: account)
  }

  /// What a refund undid counts no longer.
  func takeBackTags(
    _ undoing: Undoing, _ account: Int, _ accounts: inout SchemeAccounts, _ decision: Decision
  ) {
    accounts.tags.takeBack(
      decision.paid.minor, orders: undoing.completes ? 1 : 0,
      in: Month(Minute(index: undoing.record.minute).day).index, for: account)
  }

  private func recencyClass(_ quiet: Int32, _ standard: TagStandard) -> UInt8 {
    let first = standard.firstLimit
    var number: UInt8 = 1
    for place in first..<first + standard.recencyCount where Int64(quiet) <= tagLimits[place] {
      number += 1
    }
    return number
  }

  private func frequencyClass(_ orders: Int64, _ standard: TagStandard) -> UInt8 {
    let first = standard.firstLimit + standard.recencyCount
    return classNumber(of: orders, among: first..<first + standard.orderCount)
  }

  private func moneyClass(_ paid: Int64, _ standard: TagStandard) -> UInt8 {
    let first = standard.firstLimit + standard.recencyCount + standard.orderCount
    return classNumber(of: paid, among: first..<first + standard.moneyCount)
  }

  private func classNumber(of amount: Int64, among places: Range<Int>) -> UInt8 {
    var number: UInt8 = 1
    for place in places where amount >= tagLimits[place] { number += 1 }
    return number
  }
}

extension TagStandard {
  /// The stage of the life cycle on a day.
  fileprivate func stage(of facts: TagFacts, quiet: Int32, on day: Day) -> LifeStage {
    if quiet >= lapsedDays { return .lapsed }
    if quiet >= sleepingDays { return .sleeping }
    if Int64(day.index) - Int64(facts.comeback) < Int64(returnedDays) { return .returned }
    if Int64(day.index) - Int64(facts.joined) < Int64(newDays) { return .new }
    return .active
  }
}

extension TagProgram {
  /// Whether a member is in the tag by where that member stands.
  fileprivate func holds(for standing: TagStanding) -> Bool {
    guard !isGiven, standing.quietDays >= quietDays, standing.orders >= orders,
      standing.busiestMonth >= monthOrders, standing.spent.minor >= spent,
      stages & (1 << standing.stage.rawValue) != 0, recency.contains(standing.recency),
      frequency.contains(standing.frequency), money.contains(standing.money)
    else { return false }
    if withinDays != .max, !standing.hasOrdered || standing.quietDays > withinDays { return false }
    guard basket != .min else { return true }
    // The mean is compared without dividing.
    return standing.orders > 0
      && Int128(standing.spent.minor) >= Int128(basket) * Int128(standing.orders)
  }
}
