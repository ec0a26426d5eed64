public import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import Randomness
internal import Timeline

/// How one community under one arm learns of budgets that all communities share.
struct BudgetSteering: Sendable {
  /// Whether there are any; else nothing here costs anything.
  var isOn = false
  /// Whether all communities live together, so that a use closes a budget for all at once.
  var livesTogether = false
  /// The instants still ahead, in order.
  var instants: ArraySlice<ClosingInstant> = []
  /// Moments lived so far in the arm.
  var moment: Int32 = 0
  /// The budgets that this community's uses closed, while all communities live together.
  var closings: [ClosingInstant] = []
  /// The uses, if they are asked for.
  var uses: [BudgetUse] = []
  var recordsUses = false
  /// The position of the scheme's first budget among those of all schemes, and those shared by all.
  var first = 0
  var shared: [Int] = []
}

extension SimulationPlan {
  /// The budgets of an arm that all communities share, by their position in the scheme.
  public func sharedBudgets(ofArm arm: Int) -> [(position: Int, budget: Budget)] {
    let budgets = engine.budgets(ofScheme: arms[arm].scheme)
    return budgets.filter { $0.budget.scope == .programme }
      .map { ($0.position - (budgets.first?.position ?? 0), $0.budget) }
  }

  /// A community's place in a minute among all communities: the lower comes first; ties go by
  /// the community's number.
  func tieMark(of community: Int, at minute: Int32, draws: Draws) -> Double {
    draws.uniform(
      at: DrawAddress(
        subject: UInt32(community), purpose: .programmeTie, occurrence: UInt32(bitPattern: minute)))
  }
}

/// What the draws of programme-wide ties are for; number 280, never renumbered.
extension Purpose {
  /// A community's place among all in a minute; the occurrence is the minute.
  static let programmeTie = Purpose(rawValue: 280)
}

extension ArmRun {
  /// A history runs without budgets: they begin with the horizon.
  mutating func suspendBudgets() {
    plan.engine.updateBudgets(of: &accounts, on: plan.firstDay) { $0.isOn = false }
  }

  /// Opens the budgets of the arm's scheme; those shared by all close at their instants.
  mutating func openBudgets() {
    let budgets = plan.engine.budgets(ofScheme: scheme)
    guard let first = budgets.first?.position else { return }
    steering.first = first
    steering.shared = plan.sharedBudgets(ofArm: arm).map(\.position)
    steering.isOn = !steering.shared.isEmpty
    steering.instants = plan.closings[replication, arm][...]
    let shared = plan.sharedBudgets(ofArm: arm)
    let livesTogether = plan.coupling == .windows
    steering.livesTogether = livesTogether && steering.isOn
    plan.engine.updateBudgets(of: &accounts, on: plan.horizon.firstDay) { book in
      book.restart()
      for (position, budget) in shared {
        book.states[first + position].discipline =
          budget.measure == .liability ? .fits : livesTogether ? .closes : .steered
      }
    }
  }

  /// Writes down which budgets the order just refused has closed.
  mutating func noteClosings() {
    let day = Minute(index: now).day
    for position in steering.shared
    where !steering.closings.contains(where: { $0.budget == position }) {
      let state = plan.engine.budgetState(steering.first + position, in: accounts, on: day)
      guard state.gate == .last else { continue }
      steering.closings.append(
        ClosingInstant(
          budget: position, minute: now, community: communityNumber, moment: steering.moment,
          remainder: state.remainder))
    }
  }

  /// Writes down which budgets points that no order brings have closed, while all communities live
  /// together.
  mutating func noteAward() {
    if steering.livesTogether { noteClosings() }
  }

  /// Closes the budgets whose instants have come.
  mutating func beginMoment() {
    steering.moment += 1
    while let next = steering.instants.first, hasCome(next) {
      steering.instants.removeFirst()
      let isLast = next.community == communityNumber && next.moment == steering.moment
      let position = steering.first + next.budget
      let day = Minute(index: now).day
      let budget = plan.engine.budgets(ofScheme: scheme)[next.budget].budget
      let then = budget.firstDay(of: Minute(index: next.minute).day)
      guard then == budget.firstDay(of: day) else { continue }
      plan.engine.updateBudgets(of: &accounts, on: day) { book in
        book.states[position].gate = isLast ? .last : .closed
        book.states[position].remainder = next.remainder
      }
    }
  }

  /// Whether an instant is at or before the moment at hand, in the order of all communities.
  private func hasCome(_ instant: ClosingInstant) -> Bool {
    guard instant.minute == now else { return instant.minute < now }
    guard instant.community != communityNumber else { return instant.moment <= steering.moment }
    let own = plan.tieMark(of: communityNumber, at: now, draws: draws)
    let other = plan.tieMark(of: instant.community, at: now, draws: draws)
    return (other, instant.community) < (own, communityNumber)
  }

  /// Writes down what the moment used; the last use of a budget closes it.
  mutating func endMoment() {
    let day = Minute(index: now).day
    let (first, shared, records) = (steering.first, steering.shared, steering.recordsUses)
    let (minute, moment) = (now, steering.moment)
    var uses: [BudgetUse] = []
    plan.engine.updateBudgets(of: &accounts, on: day) { book in
      for position in shared {
        let amount = book.states[first + position].lastUse
        book.states[first + position].lastUse = 0
        book.states[first + position].finishLastUse()
        guard records, amount != 0 else { continue }
        uses.append(
          BudgetUse(budget: position, minute: minute, moment: moment, amount: amount))
      }
    }
    steering.uses += uses
  }

  /// Books what each budget of the arm's scheme was used for.
  mutating func tallyBudgets() {
    for (index, (position, _)) in plan.engine.budgets(ofScheme: scheme).enumerated() {
      let state = plan.engine.budgetState(position, in: accounts, on: plan.horizon.lastDay)
      tally.add(state.usedInAll, to: .used, budget: index)
      tally.add(state.refusedOrders, to: .refusedOrders, budget: index)
    }
  }
}
