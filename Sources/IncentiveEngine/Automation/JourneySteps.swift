import PointsLedger
import Quantities
import Timeline

// What a journey does when its minute has come: one thing, and the account stays due for the next.
extension LoyaltyEngine {
  /// Takes the journey that is due on to the next thing that it does, or to its next wait.
  func runJourney(
    _ account: Int, _ accounts: inout SchemeAccounts, _ decision: inout Decision, at minute: Minute
  ) {
    let (due, journey) = nextJourney(of: account, accounts)
    guard due <= minute.index else { return }
    if !accounts.journeys[account, journey].isRunning {
      guard trigger(journey, account, &accounts, at: minute) else { return }
    }
    let program = program(ofJourney: journey, of: account, accounts)
    while accounts.journeys[account, journey].step < program.stepCount {
      let step = Int(accounts.journeys[account, journey].step)
      accounts.journeys[account, journey].step += 1
      switch journeySteps[program.firstStep + step] {
      case .jump(let target): accounts.journeys[account, journey].step = Int16(target)
      case .unless(let condition, let target):
        if !holds(condition, journey, account, accounts, on: minute.day) {
          accounts.journeys[account, journey].step = Int16(target)
        }
      case .wait(let minutes):
        accounts.journeys[account, journey].due = minute.index + minutes
        return
      case let action:
        decision.journey = JourneyPlace(journey: UInt8(journey), step: UInt8(step))
        act(action, journey, account, &accounts, &decision, at: minute)
        if accounts.journeys[account, journey].step >= program.stepCount {
          accounts.journeys[account, journey].due = .max
        }
        return
      }
    }
    accounts.journeys[account, journey].due = .max
  }

  private func act(
    _ action: StepProgram, _ journey: Int, _ account: Int, _ accounts: inout SchemeAccounts,
    _ decision: inout Decision, at minute: Minute
  ) {
    switch action {
    case .wait, .unless, .jump: return
    case .send(let message, let number):
      let campaign = campaigns.number(
        ofJourney: journey, message: number, inScheme: Int(accounts.states[account].scheme))
      accounts.journeys[account, journey].campaign = campaign
      accounts.journeys[account, journey].hasOpened = false
      if let place = decision.journey { decision.notice = .journey(place) }
      contact(
        Message(
          channel: message.channel, kind: message.kind, topic: message.topic, campaign: campaign,
          day: minute.day), account, &accounts, &decision, at: minute)
    case .grant(let offer): grant(offer, account, &accounts, &decision, on: minute.day)
    case .tag(let tag): accounts.tags.give(tag, to: account)
    case .task(let minutes): decision.staffMinutes = minutes
    }
  }

  /// Grants a coupon that is not held.
  private func grant(
    _ offer: Int, _ account: Int, _ accounts: inout SchemeAccounts, _ decision: inout Decision,
    on day: Day
  ) {
    guard !accounts.states[account].holds(offer, on: day) else { return }
    decision.granted = grant(1 << UInt16(offer), to: &accounts.states[account], on: day)
    decision.notice = .couponGranted(offer: offer)
  }

  /// The coupon of a journey's message, by its offer's position; negative for none.
  func coupon(at place: JourneyPlace, inScheme scheme: Int) -> Int {
    let journey = journeys[Int(programs[scheme].firstJourney) + Int(place.journey)]
    guard case .send(let message, _) = journeySteps[journey.firstStep + Int(place.step)] else {
      return -1
    }
    return message.coupon ?? -1
  }

  private func holds(
    _ condition: JourneyCondition, _ journey: Int, _ account: Int,
    _ accounts: borrowing SchemeAccounts, on day: Day
  ) -> Bool {
    switch condition {
    case .ordered: accounts.journeys[account, journey].hasOrdered
    case .opened: accounts.journeys[account, journey].hasOpened
    case .tagged(let tag): tags(of: account, in: accounts, on: day).contains(TagSet(tag: tag))
    case .tier(let tier): effectiveTier(of: accounts.states[account], on: day) >= tier
    case .holds(let offer): accounts.states[account].holds(offer, on: day)
    }
  }
}
