import Quantities
import Timeline

// When a journey begins by itself: what is due at a minute that is known beforehand.
extension LoyaltyEngine {
  /// The minute at which an account is next due in its journeys, `Int32.max` if never; the first
  /// journey of those at one minute.
  func nextJourney(
    of account: Int, _ accounts: borrowing SchemeAccounts
  ) -> (minute: Int32, journey: Int) {
    var next = (minute: Int32.max, journey: 0)
    let program = programs[Int(accounts.states[account].scheme)]
    guard accounts.states[account].isMember else { return next }
    for journey in 0..<Int(program.journeyCount) {
      let state = accounts.journeys[account, journey]
      let due =
        state.isRunning
        ? state.due
        : triggerMinute(journeys[Int(program.firstJourney) + journey], state, account, accounts)
      if due < next.minute { next = (due, journey) }
    }
    return next
  }

  /// When the trigger of a journey that does not run is next looked at.
  private func triggerMinute(
    _ journey: borrowing JourneyProgram, _ state: JourneyState, _ account: Int,
    _ accounts: borrowing SchemeAccounts
  ) -> Int32 {
    switch journey.trigger {
    case .joining, .firstOrder, .order: return .max
    case .unpaid(let minutes):
      return accounts.reservations.firstUnpaid(of: account, after: state.anchor)
        .map { $0 + Int32(minutes) } ?? .max
    default: break
    }
    guard let day = triggerDay(journey.trigger, state, account, accounts) else { return .max }
    let limited = max(day, state.since, state.lastStart == .min ? .min : state.lastStart + 1)
    guard limited < 1_400_000 else { return .max }
    return Day(index: limited).at(hour: journey.hour).index
  }

  /// The day of a trigger that is a day; nothing if there is none to come.
  private func triggerDay(
    _ trigger: JourneyTrigger, _ state: JourneyState, _ account: Int,
    _ accounts: borrowing SchemeAccounts
  ) -> Int32? {
    let last = accounts.states[account].lastOrder
    switch trigger {
    case .joining, .firstOrder, .order, .unpaid: return nil
    case .silence(let days): return state.anchor == last ? nil : last + Int32(days)
    case .date(let day):
      return state.anchor == day.index || state.since > day.index ? nil : day.index
    case .birthday(let days):
      let from = max(state.since, state.anchor == .min ? .min : state.anchor + 1)
      let next = accounts.states[account].birthday.next(from: Day(index: from + Int32(days)))
      return next.map { $0.index - Int32(days) }
    case .tagged(let tag):
      return tagChange(tag, of: account, accounts, after: Day(index: state.since))
    case .ownCycle(let days):
      let cycle = accounts.journeys.cycles[account]
      guard let gap = cycle.meanGap, state.anchor != cycle.last else { return nil }
      return cycle.last + max(1, gap - Int32(days))
    case .couponEnding(let offer, let days):
      let account = accounts.states[account]
      let lastDay = account.couponLastDay[offer]
      guard account.coupons & (1 << UInt16(offer)) != 0, state.anchor != lastDay else { return nil }
      return lastDay - Int32(days)
    }
  }
}

extension LoyaltyEngine {
  /// Begins the journey that is due, or passes over it; whether it runs now.
  func trigger(
    _ journey: Int, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute
  ) -> Bool {
    let program = program(ofJourney: journey, of: account, accounts)
    var state = accounts.journeys[account, journey]
    switch program.trigger {
    case .joining, .firstOrder, .order: return false
    case .tagged: return look(journey, account, &accounts, at: minute)
    case .unpaid:
      state.anchor =
        accounts.reservations.firstUnpaidNumber(of: account, after: state.anchor) ?? state.anchor
    case .silence: state.anchor = accounts.states[account].lastOrder
    case .date(let day): state.anchor = day.index
    case .birthday:
      state.anchor = triggerDay(program.trigger, state, account, accounts) ?? state.anchor
    case .ownCycle: state.anchor = accounts.journeys.cycles[account].last
    case .couponEnding(let offer, _):
      state.anchor = accounts.states[account].couponLastDay[offer]
    }
    accounts.journeys[account, journey] = state
    return begin(journey, account, &accounts, at: minute)
  }

  /// Looks whether an account has come into the tag that begins a journey; whether it runs now.
  @discardableResult
  func look(
    _ journey: Int, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    begins: Bool = true
  ) -> Bool {
    let program = program(ofJourney: journey, of: account, accounts)
    guard case .tagged(let tag) = program.trigger else { return false }
    let isTagged = tags(of: account, in: accounts, on: minute.day).contains(TagSet(tag: tag))
    let wasTagged = accounts.journeys[account, journey].anchor == 1
    accounts.journeys[account, journey].anchor = isTagged ? 1 : 0
    accounts.journeys[account, journey].since = minute.day.index
    guard isTagged, !wasTagged, begins else { return false }
    return begin(journey, account, &accounts, at: minute)
  }

  /// Begins a journey that does not run, for who is in its audience, at most once a day.
  func begin(
    _ journey: Int, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute
  ) -> Bool {
    let program = program(ofJourney: journey, of: account, accounts)
    var state = accounts.journeys[account, journey]
    guard !state.isRunning, state.lastStart != minute.day.index,
      isIn(program.audience, account, accounts, on: minute.day)
    else { return false }
    state.due = minute.index
    state.lastStart = minute.day.index
    (state.step, state.hasOpened, state.hasOrdered) = (0, false, false)
    accounts.journeys[account, journey] = state
    return true
  }
}

extension Birthday {
  /// The first birthday from a day on; 29 February is 28 February in other years.
  func next(from day: Day) -> Day? {
    let year = CivilDate(day).year
    return [year, year + 1].lazy.compactMap { date(in: $0) }.first { $0 >= day }
  }

  private func date(in year: Int) -> Day? {
    let date =
      CivilDate(year: year, month: Int(month), day: Int(self.day))
      ?? CivilDate(year: year, month: Int(month), day: Int(self.day) - 1)
    return date?.dayIndex
  }
}
