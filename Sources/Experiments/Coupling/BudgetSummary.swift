internal import CommunitySimulation
internal import IncentiveEngine
internal import Measurement
internal import Quantities
public import Scenarios
internal import Timeline

/// What became of the budgets of a run: how much was used, how many orders went without, and when
/// those shared by all closed.
public struct BudgetSummary: Sendable {
  /// A line for each budget of each arm, and one for what that means for intervals.
  public let lines: [String]

  /// Reads a finished run; nothing to say where no arm has a budget.
  ///
  /// - Parameter place: Where the file states the replications, before the warning of too few.
  public init(_ outcome: RunOutcome, of scenario: Scenario, place: String? = nil) {
    var lines: [String] = []
    for (arm, tally) in outcome.tally.arms.enumerated() {
      for (position, budget) in scenario.arms[arm].scheme.budgets.enumerated() {
        var parts = [
          "\(scenario.arms[arm].name): budget \(budget.name) of "
            + Self.text(budget.limit, budget.measure, scenario, isLimit: true),
          "used \(Self.text(tally.budget(.used, at: position), budget.measure, scenario))"
            + (scenario.replications > 1 ? " in \(scenario.replications) replications" : ""),
          "\(tally.budget(.refusedOrders, at: position)) orders went without or with less",
        ]
        let closings = outcome.closings[0, arm].filter { $0.budget == position }
        if let first = closings.first {
          parts.append("first closed \(Self.text(Minute(index: first.minute)))")
        }
        lines.append(parts.joined(separator: "; "))
      }
    }
    let unit: IndependentUnit = outcome.replications == nil ? .community : .replication
    if let warning = unit.warning(of: scenario.replications) {
      lines.append((place.map { "\($0): " } ?? "") + "warning: " + warning)
    }
    self.lines = lines
  }

  private static func text(
    _ amount: Int64, _ measure: Budget.Measure, _ scenario: Scenario, isLimit: Bool = false
  ) -> String {
    switch measure {
    case .money: scenario.currency.text(Money(minor: amount))
    case .uses: "\(amount) uses"
    case .pointsIssued, .pointsRedeemed: "\(amount) points"
    case .liability:
      isLimit
        ? scenario.currency.text(Money(minor: amount)) + " at face"
        : "\(amount) points more issued than spent"
    }
  }

  private static func text(_ minute: Minute) -> String {
    let date = CivilDate(minute.day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let hour = minute.minuteOfDay / 60
    return "\(date.year)-\(two(date.month))-\(two(date.day)) "
      + "\(two(hour)):\(two(minute.minuteOfDay % 60))"
  }
}
