internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Randomness
internal import Timeline

/// One community under one scheme, in time order: the state, and the event loop.
///
/// A value: the arms start as copies of the run that simulated the history. It has two kilobytes, and
/// the compiler copies it all for a call of a method that only reads it; so what the hot path asks is
/// inlined.
struct ArmRun<E: Engine, Observer: LifeObserver> {
  let plan: SimulationPlan<E>
  /// The community's number in the population.
  let communityNumber: Int
  let people: [Person]
  let draws: Draws
  let replication: UInt32
  var arm: Int
  var scheme: Int
  /// What is lived through.
  var phase = LifePhase.history
  var accounts: E.Accounts
  /// The books of partners whose accounts the engine runs, too.
  var merchants: [PartnerBooks<E>]
  var lives: [Life]
  /// What people remember beside wear; empty where no sub-model uses it.
  var memories: [Memory]
  /// The last message to each person with two accounts; empty where nobody has two.
  var lastMessages: [UInt32] = []
  /// What messages wore by channel and topic; empty where no sub-model uses it.
  var fatigues: [Fatigue]
  /// What became of people under rules against abuse; empty where nobody watches it.
  var abuseLives: [AbuseLife] = []
  /// What each person's coupons moved; empty where the arm has no coupons.
  var couponLives: [CouponLife] = []
  /// What each person brought and cost within the horizon, and bought before it.
  var books: [PersonBook] = []
  var pasts: [PersonPast]
  /// What the order of the moment at hand takes off, and what is known of gained orders.
  var gains = OrderGains()
  var sinks: Both<ArmRecorder, Observer>
  var control: ControlRecord
  /// Quotes asked for: work, not a result.
  var quotedCount: Int64 = 0
  /// The minute of the moment at hand.
  private(set) var now: Int32 = .min
  /// Who knows whom; nobody where the scenario has no contacts.
  let contactGraph: ContactGraph
  /// Who joins by contact, and when.
  var contacts = ContactPressure()
  /// Budgets that all communities share, if the arm has any.
  var steering = BudgetSteering()

  var joinings: [Int]
  var schedule: [ScheduledEvent] = []
  /// What the engine will do for single accounts; empty where no scheme has timers.
  var timers = TimerQueue()
  var visits = VisitQueue()
  /// Room that is used again and again: what a message to all brings, and a visit's basket.
  var brought: [Occasion] = []
  var basketItems: [BasketItem] = []
  var basketLines: [BasketLine] = []
  var followUps = FollowUpQueue()
  /// Orders that deposits are for; empty without presales.
  var balancePlans: [BalancePlan] = []
  /// The minute of each person's last order as a member; empty where nobody invites.
  var lastOrders: [Int32] = []
  private var nextJoining = 0
  var nextScheduled = 0
  private var nextErrand = 0
  private var nextOccasion = 0
  var nextCensus: Month

  /// Lives through all moments before a minute.
  mutating func run(_ agenda: borrowing Agenda, until end: Minute) {
    while true {
      let moment = nextMoment(agenda, before: end.index)
      if case .end = moment { return }
      if steering.isOn { beginMoment() }
      switch moment {
      case .census(let month): takeCensus(endOf: month)
      case .joining(let person): join(person, at: Minute(index: people[person].start))
      case .contact: meetContact()
      case .calendar(let event): announce(event)
      case .errand(let position): run(agenda.errands[position])
      case .timer: meetTimer()
      case .followUp: meet(followUps.takeNext())
      case .occasion(let position):
        let occasion = agenda.occasions[position]
        let outcome = meet(occasion, agenda.lines)
        if isMeasuring {
          settle(occasion, outcome, position)
        } else {
          noteUnmeasured(occasion, outcome, position)
        }
      case .visit(let visit): meetVisit(visit)
      case .controlVisit(let visit):
        noteControlOrder(of: Int(visit.person), at: visit.minute)
      case .end: return
      }
      if steering.isOn { endMoment() }
    }
  }

  /// When each kind of moment comes next.
  private struct Coming {
    var census, joining, calendar, errand, occasion, visit, controlVisit, followUp, contact,
      timer: Int32
    var others: Int32 {
      min(min(census, joining), min(calendar, errand), min(followUp, contact), timer)
    }
    var earliest: Int32 { min(others, occasion, min(visit, controlVisit)) }
  }

  @inline(__always)
  private func coming(_ agenda: borrowing Agenda) -> Coming {
    Coming(
      census: nextCensus.advanced(by: 1).firstDay.start.index,
      joining: nextJoining < joinings.count ? people[joinings[nextJoining]].start : .max,
      calendar: nextScheduled < schedule.count ? schedule[nextScheduled].minute.index : .max,
      errand: nextErrand < agenda.errands.count ? agenda.errands[nextErrand].minute : .max,
      occasion: nextOccasion < agenda.occasions.count
        ? agenda.occasions[nextOccasion].minute : .max,
      visit: visits.next?.minute ?? .max, controlVisit: nextControlVisitOfOthers?.minute ?? .max,
      followUp: followUps.nextMinute, contact: contacts.nextMinute, timer: timers.nextMinute)
  }

  /// The minute of the next moment.
  func nextMinute(_ agenda: borrowing Agenda) -> Int32 { coming(agenda).earliest }

  /// The earliest moment; within a minute in the order in which ``Moment`` lists them.
  private mutating func nextMoment(_ agenda: borrowing Agenda, before end: Int32) -> Moment {
    let coming = coming(agenda)
    let earliest = coming.earliest
    guard earliest < end else { return .end }
    now = earliest
    if coming.occasion == earliest, coming.others > earliest {
      nextOccasion += 1
      return .occasion(nextOccasion - 1)
    }
    if coming.census == earliest {
      nextCensus = nextCensus.advanced(by: 1)
      return .census(nextCensus.advanced(by: -1))
    }
    if coming.joining == earliest {
      nextJoining += 1
      return .joining(joinings[nextJoining - 1])
    }
    if coming.contact == earliest { return .contact }
    if coming.calendar == earliest {
      nextScheduled += 1
      return .calendar(schedule[nextScheduled - 1])
    }
    if coming.errand == earliest {
      nextErrand += 1
      return .errand(nextErrand - 1)
    }
    if timers.nextMinute == earliest { return .timer }
    if followUps.nextMinute == earliest { return .followUp }
    return nextVisit()
  }
}

extension ArmRun {
  var isControl: Bool { arm == 0 }

  /// How a person reacts.
  @inline(__always)
  func reaction(of person: Int) -> ReactionModel {
    plan.segments[Int(people[person].traits.segment)].reaction
  }

  /// The arm's tally of this community.
  var tally: ArmTally {
    _read { yield sinks.first.tally }
    _modify { yield &sinks.first.tally }
  }

  /// The next of control's visits; nothing in control itself, which writes that list.
  private var nextControlVisitOfOthers: Occasion? { isControl ? nil : control.next }

  /// The next visit: this arm's or control's; control's first within a minute.
  private mutating func nextVisit() -> Moment {
    guard let controlVisit = nextControlVisitOfOthers else { return takeOwnVisit() }
    if let own = visits.next, own.minute < controlVisit.minute { return takeOwnVisit() }
    control.removeNext()
    return .controlVisit(controlVisit)
  }

  private mutating func takeOwnVisit() -> Moment {
    guard let own = visits.next else { return .end }
    visits.removeNext()
    return .visit(own)
  }
}
