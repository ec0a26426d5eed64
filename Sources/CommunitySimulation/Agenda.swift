internal import IncentiveEngine
internal import MemberBehavior
internal import MemberPopulation
internal import Randomness
internal import Timeline

/// The occasions of a community in time order, drawn once and lived through by every arm.
struct Agenda {
  /// By minute; within a minute by person, stream and index.
  private(set) var occasions: [Occasion] = []
  /// What people do that is no order, by minute; within a minute by person, stream and index.
  private(set) var errands: [Errand] = []
  /// The lines of all baskets.
  private(set) var lines: [BasketLine] = []
  /// Needs within the horizon, those after a lapse included.
  private(set) var needCount = 0
  /// Impulses within the horizon, those above the ceiling included.
  private(set) var impulseCount = 0
  /// Needs and impulses on the simulated days after the horizon, but for impulses above the ceiling.
  private(set) var runOffCount = 0
  /// Impulses that no arm needs to look at.
  private(set) var skippedCount = 0

  /// Draws the occasions of people; those that no offer could turn into an order are only counted.
  init<E: Engine>(of people: [Person], plan: SimulationPlan<E>, draws: Draws) {
    var drawn: [Occasion] = []
    var all = 0
    for position in people.indices {
      let person = people[position]
      let reaction = plan.segments[Int(person.traits.segment)].reaction
      let streams = OccasionStreams(
        person: person.number, position: UInt32(position), traits: person.traits,
        from: person.start, to: plan.simulationEnd.index, draws: draws,
        clock: plan.segments[Int(person.traits.segment)].clock)
      streams.appendNeeds(to: &drawn)
      let before = drawn.count
      let counts = streams.appendImpulses(
        baselineConversion: reaction.baselineConversion,
        ceiling: plan.quotesEverything ? 2 : reaction.impulseCeiling(response: person.response),
        counted: plan.horizon.start.index..<plan.horizon.end.index, to: &drawn)
      impulseCount += counts.counted
      all += counts.all
      skippedCount += counts.all - (drawn.count - before)
    }
    occasions = Self.inTimeOrder(drawn, from: plan.firstDay.start.index)
    let counted = plan.horizon.start.index..<plan.horizon.end.index
    needCount = occasions.count { $0.stream == .need && counted.contains($0.minute) }
    runOffCount = occasions.count { $0.minute >= counted.upperBound }
    fillBaskets(of: people, plan: plan, draws: draws)
    errands = plan.errands(of: people, draws: draws)
  }

  private mutating func fillBaskets<E: Engine>(
    of people: [Person], plan: SimulationPlan<E>, draws: Draws
  ) {
    var items: [BasketItem] = []
    for index in occasions.indices {
      let person = people[Int(occasions[index].person)]
      plan.baskets.fill(
        &occasions[index], person: person.number, traits: person.traits, draws: draws, lines: &items
      )
    }
    lines = items.map(BasketLine.init)
  }

  /// Counting sort in two passes over the minute's digits: stable, so that ties keep the order in
  /// which people and streams were drawn.
  private static func inTimeOrder(_ drawn: [Occasion], from first: Int32) -> [Occasion] {
    let digit: Int32 = 1 << 11
    let byLow = sorted(drawn, buckets: Int(digit)) { Int(($0.minute - first) % digit) }
    let last = drawn.reduce(first) { max($0, $1.minute) }
    return sorted(byLow, buckets: Int((last - first) / digit) + 1) {
      Int(($0.minute - first) / digit)
    }
  }

  private static func sorted(
    _ occasions: [Occasion], buckets: Int, by bucket: (Occasion) -> Int
  ) -> [Occasion] {
    guard !occasions.isEmpty else { return occasions }
    var result = occasions
    var ends = [Int](repeating: 0, count: buckets + 1)
    for occasion in occasions { ends[bucket(occasion) + 1] += 1 }
    for index in 1...buckets { ends[index] += ends[index - 1] }
    for occasion in occasions {
      let slot = bucket(occasion)
      result[ends[slot]] = occasion
      ends[slot] += 1
    }
    return result
  }
}

extension BasketLine {
  /// The line as far as incentives look at it.
  init(_ item: BasketItem) {
    self.init(
      listMinor: item.listMinor, quantity: item.quantity, item: item.item, category: item.category)
  }
}
