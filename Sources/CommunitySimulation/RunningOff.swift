internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Timeline

/// The days after the horizon: every scheme has ended, and people live on.
public struct RunOffPlan: Sendable, Hashable {
  /// How many days, at least one.
  public var days: Int
  /// The scheme that offers nothing, among the engine's.
  public var scheme: Int

  /// Creates a plan.
  public init(days: Int, scheme: Int) {
    self.days = days
    self.scheme = scheme
  }
}

extension SimulationPlan {
  /// The first minute that nobody lives any more.
  var simulationEnd: Minute {
    horizon.lastDay.advanced(by: 1 + (runOff?.days ?? 0)).start
  }
}

/// Horizon ─▶ days with nothing offered ─▶ what an arm borrowed from them, or left to them.
///
/// Every arm, control too, passes to a scheme that offers nothing: nobody earns or spends points, joins
/// or is sent anything. So arms differ only by what people carry over: stock at home, wear, feelings,
/// customer lives that ended later or were restarted.
extension ArmRun {
  /// Lives through the days after the horizon, whose books are closed already.
  mutating func runOff(_ agenda: borrowing Agenda) {
    guard let runOff = plan.runOff else { return }
    beginRunOff(under: runOff.scheme)
    run(agenda, until: plan.simulationEnd)
    tally.add(tally[.membersAtStart], to: .runOffMembers)
  }

  private mutating func beginRunOff(under nothing: Int) {
    phase = .runOff
    scheme = nothing
    schedule = []
    nextScheduled = 0
    // What messages of the last days would still bring is left out: there is nothing to come for.
    visits = VisitQueue()
    contacts = ContactPressure()
    steering = BudgetSteering()
    plan.engine.updateBudgets(of: &accounts, on: plan.horizon.lastDay) { $0.isOn = false }
    for account in 0..<(people.count * plan.accountsPerPerson) {
      let adopted = handle(.adopt(scheme: nothing), for: account, at: plan.horizon.end)
      if remembers, account < people.count {
        memories[account].tierFeeling.adopt(tier: Int(adopted.tierAfter))
      }
    }
    openTimers()
  }

  /// Notes what became of an occasion of the history, or of the days after the horizon.
  mutating func noteUnmeasured(_ occasion: Occasion, _ outcome: Outcome, _ position: Int) {
    if isRunningOff {
      settleRunOff(occasion, outcome, position)
    } else if outcome.isOrder {
      notePast(occasion)
    }
  }

  /// Compares an occasion after the horizon with what control did at it.
  private mutating func settleRunOff(
    _ occasion: Occasion, _ outcome: Outcome, _ position: Int
  ) {
    if isControl { control.ordered[position] = outcome.isOrder }
    let inControl = control.ordered[position]
    let step = runOffStep(at: occasion.minute)
    if outcome.isOrder {
      let margin = occasion.listMinor - occasion.costMinor
      tally.add(to: .runOffOrders)
      tally.add(margin, to: .runOffValueMinor)
      tally.add(1, to: .orders, step: step)
      tally.add(margin, to: .valueMinor, step: step)
      if !inControl { tally.add(1, to: .gainedOrders, step: step) }
    } else if inControl {
      tally.add(1, to: .lostOrders, step: step)
    }
  }

  /// Goods come back after the horizon: what was paid goes out, what can be sold again comes in.
  mutating func runOffReturn(_ planned: PlannedReturn, refundedMinor: Int64) {
    guard let model = plan.returns else { return }
    let value = model.recovered(ofCost: planned.costMinor) - refundedMinor
    tally.add(value, to: .runOffValueMinor)
    tally.add(value, to: .valueMinor, step: runOffStep(at: planned.minute))
  }

  /// The step within which a minute after the horizon falls.
  private func runOffStep(at minute: Int32) -> Int {
    let days = Int(minute - plan.horizon.end.index) / 1440
    return RunOffColumn.days.firstIndex { days < $0 } ?? RunOffColumn.days.count - 1
  }
}
