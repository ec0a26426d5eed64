internal import Measurement
internal import MemberBehavior
internal import PointsLedger

/// What control did at each occasion: an order in an arm is compared with it by address.
struct ControlRecord {
  /// Whether control ordered, by the position of the occasion in the agenda.
  var ordered: [Bool]
  /// Control's orders at visits that messages brought, in time order.
  var visits: [Occasion] = []

  init(occasionCount: Int) { ordered = Array(repeating: false, count: occasionCount) }
}

extension ArmRun {
  /// Books an occasion as shared, gained or lost, and moves the clocks of repurchase.
  mutating func attribute(_ occasion: Occasion, ordered: Bool, inControl: Bool, wasLapsed: Bool) {
    let person = Int(occasion.person)
    let margin = occasion.listMinor - occasion.costMinor
    if ordered {
      lives[person].orderCount += 1
      lives[person].ownReturn.note(orderAt: occasion.minute)
      lives[person].ownReturn.begin(at: occasion.minute)
      lives[person].sharedReturn.note(orderAt: occasion.minute)
    }
    if inControl {
      lives[person].controlOrderCount += 1
      lives[person].controlReturn.note(orderAt: occasion.minute)
    }
    switch (ordered, inControl) {
    case (true, true):
      lives[person].sharedReturn.begin(at: occasion.minute)
      lives[person].controlReturn.begin(at: occasion.minute)
      tally.add(to: .sharedOrders)
    case (true, false):
      tally.add(to: wasLapsed ? .gainedLapsedOrders : .gainedOrders)
      tally.add(margin, to: .gainedMarginMinor)
      if !couponLives.isEmpty { couponLives[person].gainedListMinor += occasion.listMinor }
    case (false, true):
      tally.add(to: .lostOrders)
      tally.add(margin, to: .lostMarginMinor)
      if !couponLives.isEmpty { couponLives[person].gainedListMinor -= occasion.listMinor }
    case (false, false): break
    }
  }
}
