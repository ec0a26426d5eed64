import Timeline

// When a member may come into a tag, or leave it, without doing anything.
extension LoyaltyEngine {
  /// The first day after another on which a tag may change by itself; nothing if none is known.
  ///
  /// A day too many does no harm: the tag is looked at, and nothing has changed.
  func tagChange(
    _ tag: Int, of account: Int, _ accounts: borrowing SchemeAccounts, after day: Day
  ) -> Int32? {
    let standard = tagStandards[Int(accounts.states[account].scheme)]
    let program = tagPrograms[standard.firstTag + tag]
    let facts = accounts.tags.facts[account]
    let last = accounts.states[account].lastOrder
    var next: Int32?
    func note(_ start: Int32, _ days: Int32) {
      guard start > .min / 2, start < .max / 2, days > .min / 2, days < .max / 2 else { return }
      let change = start + days
      guard change > day.index else { return }
      next = min(next ?? .max, change)
    }
    if program.withinDays != .max { note(last, program.withinDays + 1) }
    if program.quietDays != .min { note(last, program.quietDays) }
    if program.recency != 0...UInt8.max {
      let first = standard.firstLimit
      for place in first..<first + standard.recencyCount { note(last, Int32(tagLimits[place]) + 1) }
    }
    if program.stages != .max {
      note(last, standard.sleepingDays)
      note(last, standard.lapsedDays)
      note(facts.joined, standard.newDays)
      note(facts.comeback, standard.returnedDays)
    }
    if program.counts {
      note(Month(day).advanced(by: 1).firstDay.index, 0)
    }
    return next
  }
}

extension TagProgram {
  /// Whether the tag looks at the orders and the money of months.
  fileprivate var counts: Bool {
    orders != .min || monthOrders != .min || spent != .min || basket != .min
      || frequency != 0...UInt8.max || money != 0...UInt8.max
  }
}
