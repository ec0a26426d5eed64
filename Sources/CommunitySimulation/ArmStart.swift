internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Randomness
internal import Timeline

/// History ─▶ horizon: how a run begins, and passes to its arm.
extension ArmRun {
  /// Prepares the community's history, or its first day if it has none.
  init(
    plan: SimulationPlan<E>, community: Int, people: [Person], replication: UInt32,
    occasionCount: Int, observer: Observer
  ) {
    self.plan = plan
    communityNumber = community
    self.people = people
    self.replication = replication
    draws = Draws(seed: plan.seed, replication: replication)
    arm = 0
    scheme = plan.historyScheme
    accounts = plan.engine.makeAccounts(
      count: people.count * plan.accountsPerPerson, scheme: plan.historyScheme)
    merchants = Self.partnerBooks(plan, people, draws)
    lives = people.map(Life.init)
    pasts = Array(repeating: PersonPast(), count: people.count)
    if plan.watchesAbuse { abuseLives = Array(repeating: AbuseLife(), count: people.count) }
    memories = Self.memories(plan, count: people.count)
    if plan.secondAccounts != nil { lastMessages = Array(repeating: .max, count: people.count) }
    fatigues = Self.fatigues(plan, count: people.count)
    sinks = Both(ArmRecorder(layout: plan.layout), observer)
    control = ControlRecord(occasionCount: occasionCount, personCount: people.count)
    joinings = people.indices.filter { people[$0].isMember }
      .sorted { (people[$0].start, $0) < (people[$1].start, $1) }
    contactGraph = ContactGraph(
      plan.contacts?.shape ?? .none, personCount: people.count,
      firstPerson: plan.communities.community(community).firstPerson, draws: draws)
    if plan.hasInvitations { lastOrders = Array(repeating: .min, count: people.count) }
    nextCensus = Month(plan.horizon.firstDay)
    suspendBudgets()
    if plan.historyDays > 0 {
      schedule = plan.engine.schedule(
        ofScheme: scheme, from: plan.firstDay, through: plan.horizon.firstDay.advanced(by: -1))
    }
    openTimers()
  }

  /// Passes from the history to an arm's scheme at the start of the horizon.
  mutating func begin(arm: Int) {
    self.arm = arm
    phase = .horizon
    books = Array(repeating: PersonBook(), count: people.count)
    scheme = plan.arms[arm].scheme
    openBudgets()
    beginPartners()
    beginContacts()
    timers = TimerQueue()
    schedule = plan.engine.schedule(
      ofScheme: scheme, from: plan.horizon.firstDay, through: plan.horizon.lastDay)
    nextScheduled = 0
    if !plan.arms[arm].couponOffers.isEmpty {
      couponLives = Array(repeating: CouponLife(), count: people.count)
    }
    adoptScheme()
    openTimers()
  }

  /// Lets every account pass to the arm's scheme at the start of the horizon, and counts who is there.
  mutating func adoptScheme() {
    let lastOfHistory = plan.horizon.firstDay.advanced(by: -1)
    for person in people.indices {
      for number in 0..<plan.accountsPerPerson {
        let account = number * people.count + person
        plan.engine.settle(account, in: &accounts, through: lastOfHistory, into: &sinks)
        let adopted = handle(.adopt(scheme: scheme), for: account, at: plan.horizon.start)
        if remembers, account == person {
          memories[person].tierFeeling.adopt(tier: Int(adopted.tierAfter))
        }
        let coupons = plan.engine.couponCount(
          of: account, in: accounts, on: plan.horizon.firstDay)
        tally.add(Int64(coupons), to: .couponsHeldAtStart)
      }
      guard people[person].isMember else { continue }
      lives[person].wasEnrolledAtStart = true
      if !plan.arms[arm].continuesHistory { rememberScheme(of: person, at: plan.horizon.start) }
      tally.add(to: .membersAtStart)
    }
  }
}
