internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import PointsLedger
internal import Quantities
internal import Timeline

/// When accounts are next due for what the engine does by itself; nothing where it does nothing.
struct TimerQueue {
  private var queue: PersonQueue?

  /// The minute at which the next account is due; never, if none is.
  private(set) var nextMinute = Int32.max

  /// Nobody is ever due.
  init() {}

  /// A queue for accounts, none of them due.
  init(accountCount: Int) { queue = PersonQueue(personCount: accountCount) }

  /// Whether accounts may be due at all.
  var isOn: Bool { queue != nil }

  /// Who is due next; ties by position.
  var nextAccount: Int? { queue?.first?.person }

  /// Notes when an account is due; `Int32.max` for never.
  mutating func set(_ minute: Int32, of account: Int) {
    if minute == .max { queue?.remove(account) } else { queue?.set(Double(minute), of: account) }
    nextMinute = queue?.first.map { Int32($0.key) } ?? .max
  }
}

/// What the engine does for one account at a minute of its own choice.
extension ArmRun {
  /// Asks all accounts when they are due, where the scheme has timers.
  mutating func openTimers() {
    timers = TimerQueue()
    guard plan.engine.hasTimers(ofScheme: scheme) else { return }
    let count = people.count * plan.accountsPerPerson
    timers = TimerQueue(accountCount: count)
    for account in 0..<count { noteTimer(of: account) }
  }

  /// Asks an account when it is due, after something has happened to it.
  @inline(__always)
  mutating func noteTimer(of account: Int) {
    guard timers.isOn else { return }
    timers.set(plan.engine.nextTimer(of: account, in: accounts), of: account)
  }

  /// Calls the engine back for the account that is due.
  mutating func meetTimer() {
    guard let account = timers.nextAccount else { return }
    let minute = Minute(index: now)
    let person = account % people.count
    let decision = handle(.timer, for: account, at: minute)
    precondition(
      decision.refusal == .none || timers.nextMinute > now || timers.nextAccount != account,
      "an engine that has nothing to do for an account does not ask for it again at once")
    noteAward()
    if sinks.second.watches(person) { sinks.second.observe(.timer(minute, decision), of: person) }
    if isMeasuring {
      tallyGranted(decision.granted, to: person)
      if decision.privileges != [] { tallyPrivileges(of: UInt32(person), decision, at: minute) }
      if decision.staffMinutes > 0 { tallyTask(decision.staffMinutes, for: person, at: minute) }
    }
    if remembers, account == person {
      rememberCalendar(decision, of: person, at: minute.index)
    }
    if let visit = carry(decision, to: person, at: minute) { visits.add(visit) }
  }

  /// A guide works for a member: time is money, as any other cost of incentives.
  private mutating func tallyTask(_ minutes: Int32, for person: Int, at minute: Minute) {
    let cost = plan.arms[arm].staffMinuteCost.minor * Int64(minutes)
    tally.add(to: .staffTasks)
    tally.add(Int64(minutes), to: .staffMinutes)
    tally.add(cost, to: .staffCostMinor)
    tallyIncentive(cost, of: person, at: minute)
  }
}
