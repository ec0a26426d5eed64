internal import MemberBehavior
internal import MemberPopulation
internal import Randomness

/// Who of a community joins by contact, and when: the state of one arm.
///
/// A prospect joins when the rates of joining, added up over time since the person came to the
/// market, reach an addressed exponential threshold: the hazard exactly, whatever happens in which
/// order. Between two enrollments rates stand still, so the next one is known. Where everybody knows
/// everybody one sum serves all, and the queue holds what the sum must reach; else each person has a
/// sum, and the queue holds the times. Times are minutes since the horizon's start, with fractions.
struct ContactPressure {
  /// The minute of the next moment; never if nobody is to come or join.
  private(set) var nextMinute: Int32 = .max

  private let graph: ContactGraph
  private let model: ContactModel
  private let start: Int32
  private var clock = 0.0
  /// What each person's sum must reach.
  private var thresholds: [Double]
  private var queue: PersonQueue
  /// Who is still to come to the market: the latest first.
  private var arrivals: [(minute: Int32, person: UInt32)]
  private var isEnrolled: [Bool]
  /// The sums, as of a time, and the members among the contacts: one of all, or each person's.
  private var sums, times: [Double]
  private var enrolledContacts: [Int32]

  /// Nobody joins by contact.
  init() {
    graph = ContactGraph(
      .none, personCount: 0, firstPerson: 0, draws: Draws(seed: 0, replication: 0))
    model = ContactModel(shape: .none)
    start = 0
    (thresholds, arrivals, isEnrolled, sums, times, enrolledContacts) = ([], [], [], [], [], [])
    queue = PersonQueue(personCount: 0)
  }

  /// The state at the start of the horizon.
  ///
  /// - Parameter isEnrolled: who is a member already.
  init(
    _ model: ContactModel, graph: ContactGraph, people: [Person], isEnrolled enrolled: [Bool],
    from start: Int32, draws: Draws
  ) {
    (self.graph, self.model, self.start) = (graph, model, start)
    thresholds = people.map {
      draws.exponential(rate: 1, at: DrawAddress(subject: $0.number, purpose: .contact))
    }
    queue = PersonQueue(personCount: people.count)
    let sumCount = graph.isComplete ? 1 : people.count
    sums = Array(repeating: 0, count: sumCount)
    times = Array(repeating: 0, count: sumCount)
    enrolledContacts = Array(repeating: 0, count: sumCount)
    isEnrolled = Array(repeating: false, count: people.count)
    arrivals = people.indices.filter { !people[$0].isMember }
      .map { (max(people[$0].start, start), UInt32($0)) }.sorted { $0 > $1 }
    for person in people.indices where enrolled[person] { enroll(person) }
    setNextMinute()
  }

  /// Takes note that somebody became a member, however that came.
  mutating func enroll(_ person: Int, at minute: Int32) {
    guard !isEnrolled.isEmpty else { return }
    clock = max(clock, Double(minute - start))
    enroll(person)
    setNextMinute()
  }

  /// Who joins now; nobody if somebody only came to the market.
  mutating func takeNext() -> Int? {
    if let arrival = arrivals.last, arrival.minute <= nextMinute {
      arrivals.removeLast()
      clock = max(clock, Double(arrival.minute - start))
      begin(Int(arrival.person))
      setNextMinute()
      return nil
    }
    guard let next = queue.first else { return nil }
    clock = max(clock, dueTime(key: next.key))
    queue.remove(next.person)
    setNextMinute()
    return next.person
  }

  private func place(of person: Int) -> Int { graph.isComplete ? 0 : person }

  private func rate(_ place: Int) -> Double {
    let contacts = max(1, graph.contactCount(of: place))
    return model.joiningPerMinute(
      enrolledShare: Double(enrolledContacts[place]) / Double(contacts))
  }

  /// Adds up a sum until now.
  private mutating func advance(_ place: Int) {
    sums[place] += rate(place) * (clock - times[place])
    times[place] = clock
  }

  /// A person comes to the market.
  private mutating func begin(_ person: Int) {
    guard !isEnrolled[person] else { return }
    if graph.isComplete {
      advance(0)
      thresholds[person] += sums[0]
    } else {
      (sums[person], times[person]) = (0, clock)
    }
    place(inQueue: person)
  }

  private mutating func place(inQueue person: Int) {
    guard !graph.isComplete else { return queue.set(thresholds[person], of: person) }
    let rate = rate(person)
    let left = thresholds[person] - sums[person]
    queue.set(rate > 0 ? clock + left / rate : .infinity, of: person)
  }

  private mutating func enroll(_ person: Int) {
    guard !isEnrolled[person] else { return }
    isEnrolled[person] = true
    queue.remove(person)
    if graph.isComplete {
      advance(0)
      enrolledContacts[0] += 1
      return
    }
    for other in graph.contacts(of: person).map(Int.init) {
      let isWaiting = queue.contains(other)
      if isWaiting { advance(other) }
      enrolledContacts[other] += 1
      if isWaiting { place(inQueue: other) }
    }
  }

  /// When somebody joins unless somebody else does before.
  private func dueTime(key: Double) -> Double {
    guard graph.isComplete else { return key }
    let rate = rate(0)
    return rate > 0 ? times[0] + max(0, key - sums[0]) / rate : .infinity
  }

  private mutating func setNextMinute() {
    let due = queue.first.map { Double(start) + dueTime(key: $0.key) } ?? .infinity
    let joins = due < Double(Int32.max) ? Int32(due.rounded(.down)) : .max
    nextMinute = min(joins, arrivals.last?.minute ?? .max)
  }
}
