import PointsLedger
import Quantities
import Timeline

// What events do to journeys: they begin them, end them, and are noted for their branches.
extension LoyaltyEngine {
  /// Follows a paid order; apart, because few schemes have journeys.
  @inline(never)
  func followOrder(_ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute) {
    accounts.journeys.noteOrder(of: account, on: minute.day)
    let program = programs[Int(accounts.states[account].scheme)]
    for journey in 0..<Int(program.journeyCount) {
      let rules = journeys[Int(program.firstJourney) + journey]
      if accounts.journeys[account, journey].isRunning {
        accounts.journeys[account, journey].hasOrdered = true
        if rules.endsOnOrder { accounts.journeys[account, journey].due = .max }
      }
      switch rules.trigger {
      case .order: _ = begin(journey, account, &accounts, at: minute)
      case .firstOrder:
        guard accounts.states[account].orderCount == 1,
          accounts.journeys[account, journey].anchor != 1
        else { continue }
        accounts.journeys[account, journey].anchor = 1
        _ = begin(journey, account, &accounts, at: minute)
      case .tagged: look(journey, account, &accounts, at: minute)
      default: continue
      }
    }
    findNextTimer(of: account, &accounts, from: minute)
  }

  /// Follows any other event that was not refused.
  func follow(
    _ event: Event, _ decision: borrowing Decision, _ account: Int,
    _ accounts: inout SchemeAccounts, at minute: Minute
  ) {
    switch event {
    case .order, .commit, .timer, .adopt: return
    // The calendar moves no trigger but by a coupon that it grants; a message that waits has set its
    // own timer. Most events are of this kind.
    case .scheduled where decision.granted == []: return
    case .join, .joinInvited, .joinIdentified:
      accounts.journeys.reset(account, on: minute.day)
      for journey in journeyPositions(account, accounts) {
        if program(ofJourney: journey, of: account, accounts).trigger == .joining {
          _ = begin(journey, account, &accounts, at: minute)
        }
        look(journey, account, &accounts, at: minute)
      }
    case .refund, .merge:
      for journey in journeyPositions(account, accounts) {
        look(journey, account, &accounts, at: minute)
      }
    case .opened(let campaign):
      for journey in journeyPositions(account, accounts)
      where accounts.journeys[account, journey].campaign == campaign {
        accounts.journeys[account, journey].hasOpened = true
      }
    default: break
    }
    findNextTimer(of: account, &accounts, from: minute)
  }

  /// Begins anew under another scheme: who is in a tag already has not come into it by the change.
  func restartJourneys(
    of account: Int, _ accounts: inout SchemeAccounts, at minute: Minute
  ) {
    guard accounts.journeys.isOn else { return }
    accounts.journeys.reset(account, on: minute.day)
    guard accounts.states[account].isMember else { return }
    for journey in journeyPositions(account, accounts) {
      look(journey, account, &accounts, at: minute, begins: false)
    }
  }

  private func journeyPositions(_ account: Int, _ accounts: borrowing SchemeAccounts) -> Range<Int>
  {
    0..<Int(programs[Int(accounts.states[account].scheme)].journeyCount)
  }

  /// A journey of the scheme that an account is under.
  func program(
    ofJourney journey: Int, of account: Int, _ accounts: borrowing SchemeAccounts
  ) -> JourneyProgram {
    journeys[Int(programs[Int(accounts.states[account].scheme)].firstJourney) + journey]
  }
}
