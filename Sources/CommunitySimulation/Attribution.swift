internal import Measurement
internal import MemberBehavior
internal import PointsLedger

extension ArmRun {
  /// Books an occasion of the agenda as shared, gained or lost, and moves the clocks of repurchase.
  mutating func attribute(_ occasion: Occasion, ordered: Bool, inControl: Bool, wasLapsed: Bool) {
    if ordered { noteOrder(occasion) }
    if inControl { noteControlOrder(of: Int(occasion.person), at: occasion.minute) }
    switch (ordered, inControl) {
    case (true, true):
      let person = Int(occasion.person)
      lives[person].sharedReturn.begin(at: occasion.minute)
      lives[person].controlReturn.begin(at: occasion.minute)
      tally.add(to: .sharedOrders)
    case (true, false): gain(occasion, wasLapsed: wasLapsed)
    case (false, true): lose(occasion)
    case (false, false): break
    }
  }

  /// Books an order at a visit that a message brought.
  ///
  /// Control may have been sent the message at another hour: its order has the same address then, and
  /// another minute. So orders at visits are found by address, and what only control has is booked
  /// when all is over.
  mutating func attribute(visit: Occasion, wasLapsed: Bool) {
    let person = Int(visit.person)
    noteOrder(visit)
    if isControl {
      noteControlOrder(of: person, at: visit.minute)
      control.add(visit)
      lives[person].controlReturn.begin(at: visit.minute)
    } else {
      guard let match = control.takeOrder(at: visit) else {
        return gain(visit, wasLapsed: wasLapsed)
      }
      lives[person].controlReturn.begin(at: match.occasion.minute, next: match.next)
    }
    lives[person].sharedReturn.begin(at: visit.minute)
    tally.add(to: .sharedOrders)
  }

  /// Notes that control has an order, whatever this arm has.
  mutating func noteControlOrder(of person: Int, at minute: Int32) {
    lives[person].controlOrderCount += 1
    lives[person].controlReturn.note(orderAt: minute)
    if isControl { control.noteOrder(of: person, at: minute) }
  }

  /// Books the orders at visits that only control has.
  mutating func loseControlVisits() {
    guard !isControl else { return control.close() }
    for visit in control.visits where !visit.isTaken { lose(visit.occasion) }
  }

  private mutating func noteOrder(_ occasion: Occasion) {
    let person = Int(occasion.person)
    lives[person].orderCount += 1
    lives[person].ownReturn.note(orderAt: occasion.minute)
    lives[person].ownReturn.begin(at: occasion.minute)
    lives[person].sharedReturn.note(orderAt: occasion.minute)
  }

  private mutating func gain(_ occasion: Occasion, wasLapsed: Bool) {
    tally.add(to: wasLapsed ? .gainedLapsedOrders : .gainedOrders)
    tally.add(occasion.listMinor - occasion.costMinor, to: .gainedMarginMinor)
    if !couponLives.isEmpty {
      couponLives[Int(occasion.person)].gainedListMinor += occasion.listMinor
    }
  }

  private mutating func lose(_ occasion: Occasion) {
    tally.add(to: .lostOrders)
    tally.add(occasion.listMinor - occasion.costMinor, to: .lostMarginMinor)
    if !couponLives.isEmpty {
      couponLives[Int(occasion.person)].gainedListMinor -= occasion.listMinor
    }
  }
}
