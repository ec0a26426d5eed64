internal import MemberBehavior

/// What control did at each occasion: an order in an arm is compared with it by address.
///
/// Each arm has a copy, in which it ticks off what it has, too.
struct ControlRecord {
  /// Control's order at a visit that a message brought.
  struct Visit {
    var occasion: Occasion
    /// The minute of the person's next order in control; never if there is none.
    var next: Int32 = .max
    /// Whether this arm has an order at the address.
    var isTaken = false
  }

  /// Whether control ordered, by the position of the occasion in the agenda.
  var ordered: [Bool]
  /// What each person brought and cost in control.
  private(set) var books: [PersonBook] = []
  /// Orders at visits, in time order.
  private(set) var visits: [Visit] = []
  /// Their positions, by address; within one address in time order.
  private var byAddress: [Int] = []
  /// The position of each person's last order, if it was at a visit; else -1.
  private var lastVisit: [Int32]
  /// The first visit that is still to come in this arm.
  private var nextPosition = 0

  init(occasionCount: Int, personCount: Int) {
    ordered = Array(repeating: false, count: occasionCount)
    lastVisit = Array(repeating: -1, count: personCount)
  }

  /// Notes an order of control, at a visit or not; orders come in time order.
  mutating func noteOrder(of person: Int, at minute: Int32) {
    guard lastVisit[person] >= 0 else { return }
    visits[Int(lastVisit[person])].next = minute
    lastVisit[person] = -1
  }

  /// Adds an order at a visit, noted already.
  mutating func add(_ visit: Occasion) {
    lastVisit[Int(visit.person)] = Int32(visits.count)
    visits.append(Visit(occasion: visit))
  }

  /// Keeps what control's people brought and cost.
  mutating func keep(_ books: [PersonBook]) { self.books = books }

  /// Ends the record: after this, orders can be found by address.
  mutating func close() {
    byAddress = visits.indices.sorted { key($0) < key($1) }
  }

  /// The next of control's orders at visits, in time order.
  var next: Occasion? {
    nextPosition < visits.count ? visits[nextPosition].occasion : nil
  }

  mutating func removeNext() { nextPosition += 1 }

  /// Control's order at the address of a visit, ticked off; nothing if there is none, or none left.
  mutating func takeOrder(at visit: Occasion) -> Visit? {
    let wanted = (visit.person, visit.index, 0)
    var (low, high) = (0, byAddress.count)
    while low < high {
      let middle = (low + high) / 2
      if key(byAddress[middle]) < wanted { low = middle + 1 } else { high = middle }
    }
    while low < byAddress.count {
      let position = byAddress[low]
      guard visits[position].occasion.hasAddress(of: visit) else { return nil }
      if !visits[position].isTaken {
        visits[position].isTaken = true
        return visits[position]
      }
      low += 1
    }
    return nil
  }

  private func key(_ position: Int) -> (UInt32, UInt32, Int) {
    (visits[position].occasion.person, visits[position].occasion.index, position)
  }
}

extension Occasion {
  /// Whether another visit is the same one: brought by the same message to the same person.
  fileprivate func hasAddress(of other: Occasion) -> Bool {
    (person, index) == (other.person, other.index)
  }
}
