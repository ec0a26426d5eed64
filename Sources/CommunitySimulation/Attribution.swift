internal import Measurement
internal import MemberBehavior
internal import PointsLedger
internal import Timeline

extension ArmRun {
  /// Books an occasion of the agenda as shared, gained or lost, and moves the clocks of repurchase.
  mutating func attribute(
    _ occasion: Occasion, ordered: Bool, inControl: Bool, _ outcome: Outcome
  ) {
    defer { gains.orderIncentiveMinor = 0 }
    if ordered { noteOrder(occasion) }
    if inControl { noteControlOrder(of: Int(occasion.person), at: occasion.minute) }
    switch (ordered, inControl) {
    case (true, true):
      let person = Int(occasion.person)
      lives[person].sharedReturn.begin(at: occasion.minute)
      lives[person].controlReturn.begin(at: occasion.minute)
      tally.add(to: .sharedOrders)
    case (true, false): gain(occasion, wasLapsed: outcome.wasLapsed)
    case (false, true): lose(occasion, isFromStock: outcome.isFromStock)
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
    defer { gains.orderIncentiveMinor = 0 }
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
    if lives[person].wasEnrolledAtStart {
      noteRepetition(person, at: Minute(index: occasion.minute))
    }
    lives[person].ownReturn.note(orderAt: occasion.minute)
    lives[person].ownReturn.begin(at: occasion.minute)
    lives[person].sharedReturn.note(orderAt: occasion.minute)
  }

  /// An order of a member of the first day: the second one makes a repeater.
  @inline(__always)
  private mutating func noteRepetition(_ person: Int, at minute: Minute) {
    if lives[person].orderCount == 2 { tally.add(1, to: .repeaters, day: day(of: minute)) }
    if minute.index - plan.horizon.start.index < Int32(comparedDays) * 1440 {
      tally.add(to: .ordersAfter)
    }
  }

  /// An order that was placed before is paid: what it takes off counts as its occasion did.
  mutating func attributeLater(_ occasion: Occasion) {
    defer { gains.orderIncentiveMinor = 0 }
    let key = GainedLater(occasion)
    guard let position = gains.paidLater.firstIndex(of: key) else { return }
    gains.paidLater.remove(at: position)
    tally.add(gains.orderIncentiveMinor, to: .gainedIncentiveMinor)
  }

  private mutating func gain(_ occasion: Occasion, wasLapsed: Bool) {
    tally.add(to: wasLapsed ? .gainedLapsedOrders : .gainedOrders)
    tally.add(occasion.listMinor - occasion.costMinor, to: .gainedMarginMinor)
    tally.add(gains.orderIncentiveMinor, to: .gainedIncentiveMinor)
    if plan.payments != nil, fate(of: occasion) != .atOnce {
      gains.paidLater.append(GainedLater(occasion))
    }
    if !couponLives.isEmpty {
      couponLives[Int(occasion.person)].gainedListMinor += occasion.listMinor
    }
  }

  private mutating func lose(_ occasion: Occasion, isFromStock: Bool = false) {
    let margin = occasion.listMinor - occasion.costMinor
    tally.add(to: .lostOrders)
    tally.add(margin, to: .lostMarginMinor)
    if isFromStock {
      tally.add(to: .pulledForwardOrders)
      tally.add(margin, to: .pulledForwardMarginMinor)
    }
    if !couponLives.isEmpty {
      couponLives[Int(occasion.person)].gainedListMinor -= occasion.listMinor
    }
  }
}
