public import PointsLedger
public import Timeline

// What is due for one account at a minute that the engine chose itself: a message that waited. The
// host asks when that is after every event of the account, and calls back then. One call does one
// thing, so that a decision says all of it; the account stays due while there is more.
extension LoyaltyEngine {
  /// Whether accounts under a scheme may ever be due.
  public func hasTimers(ofScheme scheme: Int) -> Bool { programs[scheme].hasTimers }

  /// The minute at which the account is next due, `Int32.max` if never.
  public func nextTimer(of account: Int, in accounts: borrowing SchemeAccounts) -> Int32 {
    accounts.timers[account]
  }

  /// Does the first thing that is due.
  func runTimer(
    _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    var decision = Decision()
    decision.tierBefore = UInt8(effectiveTier(of: accounts.states[account], on: minute.day))
    decision.tierAfter = decision.tierBefore
    if let waiting = accounts.contacts.waiting.takeFirst(of: account, at: minute) {
      decision.notice = waiting.notice
      contact(waiting.message, account, &accounts, &decision, at: minute)
    } else if accounts.journeys.isOn {
      runJourney(account, &accounts, &decision, at: minute)
    } else {
      decision.refusal = .notFound
    }
    findNextTimer(of: account, &accounts, from: minute)
    return decision
  }

  /// Works out when the account is next due, from all that may be.
  ///
  /// What was due before is due at this minute: nobody is called back to the past.
  func findNextTimer(
    of account: Int, _ accounts: inout SchemeAccounts, from minute: Minute
  ) {
    guard accounts.timers.isOn else { return }
    var next = accounts.contacts.waiting.firstDue(of: account)
    if accounts.journeys.isOn { next = min(next, nextJourney(of: account, accounts).minute) }
    accounts.timers[account] = max(minute.index, next)
  }
}
