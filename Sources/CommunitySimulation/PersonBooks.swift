internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Timeline

/// What one person's life within the horizon brought and cost, in minor units.
struct PersonBook {
  /// List value less goods of all orders, less what returns took away.
  var marginMinor: Int64 = 0
  /// What incentives cost, less what the person paid for them.
  var incentiveMinor: Int64 = 0
  /// What the person got of it: prices below list, points spent, rewards and privileges.
  var benefitMinor: Int64 = 0

  /// What the person was worth to the merchant.
  var valueMinor: Int64 { marginMinor - incentiveMinor }
}

/// What a person bought before the horizon: the same in every arm.
struct PersonPast {
  /// The minute of the last order; before the calendar began if there is none.
  var lastOrder: Int32 = .min
  /// Orders in the year before the horizon, and their list value.
  var yearOrders: Int32 = 0
  var yearMinor: Int64 = 0
  /// Orders in as many days before the horizon as it has, or as the history has if these are fewer.
  var windowOrders: Int32 = 0
}

/// Each person's money ─▶ slices of persons and differences to control, when the horizon is over.
extension ArmRun {
  /// Days before the horizon, and of it, that a naive comparison sets side by side.
  @inline(__always)
  var comparedDays: Int { min(plan.historyDays, plan.horizon.dayCount) }

  /// Notes an order of the history.
  @inline(__always)
  mutating func notePast(_ occasion: Occasion) {
    let days = plan.horizon.start.index - occasion.minute
    let person = Int(occasion.person)
    pasts[person].lastOrder = occasion.minute
    if days <= comparedDays * 1440 { pasts[person].windowOrders += 1 }
    guard days <= SliceDimension.pastDays * 1440 else { return }
    pasts[person].yearOrders += 1
    pasts[person].yearMinor += occasion.listMinor
  }

  /// Books what an incentive costs, and whether the person has it.
  @inline(__always)
  mutating func book(cost: Int64, benefit: Int64 = 0, of person: Int) {
    books[person].incentiveMinor += cost
    books[person].benefitMinor += benefit
  }

  /// Sets each person's life beside that in control: slices, differences, who is better and worse off.
  mutating func closeBooks() {
    if isControl { control.keep(books) }
    for person in lives.indices {
      let inControl = controlBook(of: person)
      let difference = books[person].valueMinor - inControl.valueMinor
      tally.noteDifference(inValue: difference)
      let benefit = books[person].benefitMinor - inControl.benefitMinor
      if benefit > 0 { tally.add(to: .personsBetterOff) }
      if benefit < 0 { tally.add(to: .personsWorseOff) }
      if lives[person].wasEnrolledAtStart {
        tally.add(Int64(pasts[person].windowOrders), to: .ordersBefore)
      }
      let amounts = amounts(of: person)
      for dimension in SliceDimension.allCases {
        tally.add(amounts, to: dimension, slice: slice(of: person, by: dimension))
      }
    }
    closeRunOff()
  }

  /// Nothing where control was not lived before: one arm alone is watched.
  @inline(__always)
  private func controlBook(of person: Int) -> PersonBook {
    control.books.isEmpty ? PersonBook() : control.books[person]
  }

  @inline(__always)
  private func amounts(of person: Int) -> PersonAmounts {
    let (own, other) = (books[person], controlBook(of: person))
    return PersonAmounts(
      orders: Int64(lives[person].orderCount),
      controlOrders: Int64(lives[person].controlOrderCount), marginMinor: own.marginMinor,
      controlMarginMinor: other.marginMinor, incentiveMinor: own.incentiveMinor,
      controlIncentiveMinor: other.incentiveMinor)
  }

  /// The slice that a person is in.
  @inline(__always)
  private func slice(of person: Int, by dimension: SliceDimension) -> Int {
    let past = pasts[person]
    switch dimension {
    case .segment: return Int(people[person].traits.segment)
    case .tier:
      guard lives[person].isMember else { return 0 }
      return 1 + plan.engine.tier(of: person, in: accounts, on: plan.horizon.lastDay)
    case .tenure:
      guard lives[person].wasEnrolledAtStart else { return 0 }
      let days = Int(plan.horizon.start.index - people[person].start) / 1440
      return 1 + SliceDimension.tenureEdgeDays.count { days >= $0 }
    case .recencyFrequency:
      let days = (Int(plan.horizon.start.index) - Int(past.lastOrder)) / 1440
      let recency = SliceDimension.recencyEdgeDays.count { days > $0 }
      let frequency = SliceDimension.frequencyEdges.count { Int(past.yearOrders) >= $0 }
      return recency * (SliceDimension.frequencyEdges.count + 1) + frequency
    case .spending:
      guard past.yearOrders > 0 else { return 0 }
      return 1 + SliceDimension.spendingEdgesMinor.count { past.yearMinor >= $0 }
    }
  }

  /// What is left when the horizon is over if nobody earns, spends or is sent anything any more.
  private mutating func closeRunOff() {
    let first = plan.horizon.end.day
    for account in 0..<(people.count * plan.accountsPerPerson) {
      for (step, days) in RunOffColumn.days.enumerated() {
        let points = plan.engine.heldPoints(
          of: account, in: accounts, on: first.advanced(by: days))
        if points == .zero { break }
        tally.add(points.count, to: .pointsOutstanding, step: step)
      }
    }
    for person in lives.indices where lives[person].isMember && lives[person].wasMessaged {
      for (step, days) in RunOffColumn.days.enumerated() {
        let wear = lives[person].wear.level(
          at: first.advanced(by: days).start.index, reaction(of: person))
        tally.add(Int64((wear * 1e6).rounded()), to: .wearMicro, step: step)
      }
    }
    for memory in memories where memory.hasStock { tally.add(1, to: .personsWithStock, step: 0) }
  }

  /// Sales by category of the catalogue.
  mutating func tallyLines(_ basket: borrowing Span<BasketLine>) {
    guard sinks.first.tally.layout.categoryCount > 0 else { return }
    for index in basket.indices {
      let category = Int(basket[index].category)
      tally.add(1, to: .lines, category: category)
      tally.add(basket[index].listMinor, to: .listMinor, category: category)
    }
  }
}

/// What is known of gained orders until what they cost is booked.
struct OrderGains {
  /// What the order of the moment at hand takes off: prices below list and points spent.
  var orderIncentiveMinor: Int64 = 0
  /// Orders at gained occasions that are paid later.
  var paidLater: [GainedLater] = []
}

/// An order at a gained occasion that is paid later: what it costs belongs to gained orders.
struct GainedLater: Equatable {
  var person, index: UInt32
  var stream: OccasionStream

  init(_ occasion: Occasion) {
    (person, index, stream) = (occasion.person, occasion.index, occasion.stream)
  }
}
