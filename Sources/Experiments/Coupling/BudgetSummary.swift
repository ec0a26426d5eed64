internal import CommunitySimulation
public import IncentiveEngine
internal import Measurement
public import Quantities
public import Scenarios
public import Timeline

/// What became of the budgets of a run: how much was used, how many orders went without, and when
/// those shared by all closed.
public struct BudgetSummary: Sendable, Hashable {
  /// What became of one budget of one arm.
  public struct Entry: Sendable, Hashable {
    /// The arm.
    public let arm: String
    /// The budget.
    public let budget: String
    /// What it counts.
    public let measure: Budget.Measure
    /// How much there is of it: minor units for money and liability.
    public let limit: Int64
    /// How much was used in all replications; points for a liability.
    public let used: Int64
    /// Replications.
    public let replications: Int
    /// Orders that went without, or with less.
    public let refusedOrders: Int64
    /// When it first closed, if it is shared by all and did.
    public let firstClosed: Minute?
  }

  /// One for each budget of each arm.
  public let entries: [Entry]
  /// The replications, where they are too few for intervals.
  public let tooFewReplications: Int?
  /// Where the file states the replications.
  public let place: String?
  /// The currency of amounts.
  public let currency: Currency

  /// A line for each budget of each arm, and one for what that means for intervals.
  public var lines: [String] {
    let warning = tooFewReplications.flatMap { IndependentUnit.replication.warning(of: $0) }
    return entries.map(line) + [warning.map { prefix + "warning: " + $0 }].compactMap(\.self)
  }

  private var prefix: String { place.map { "\($0): " } ?? "" }

  private func line(_ entry: Entry) -> String {
    var parts = [
      "\(entry.arm): budget \(entry.budget) of " + text(entry.limit, entry.measure, isLimit: true),
      "used \(text(entry.used, entry.measure))"
        + (entry.replications > 1 ? " in \(entry.replications) replications" : ""),
      "\(entry.refusedOrders) orders went without or with less",
    ]
    if let first = entry.firstClosed { parts.append("first closed \(Self.text(first))") }
    return parts.joined(separator: "; ")
  }

  private func text(_ amount: Int64, _ measure: Budget.Measure, isLimit: Bool = false) -> String {
    switch measure {
    case .money: currency.text(Money(minor: amount))
    case .uses: "\(amount) uses"
    case .pointsIssued, .pointsRedeemed: "\(amount) points"
    case .liability:
      isLimit
        ? currency.text(Money(minor: amount)) + " at face"
        : "\(amount) points more issued than spent"
    }
  }

  /// A minute as date and time, in the program's zone.
  public static func text(_ minute: Minute) -> String {
    let date = CivilDate(minute.day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let hour = minute.minuteOfDay / 60
    return "\(date.year)-\(two(date.month))-\(two(date.day)) "
      + "\(two(hour)):\(two(minute.minuteOfDay % 60))"
  }
}

extension BudgetSummary {
  /// Reads a finished run; nothing to say where no arm has a budget.
  ///
  /// - Parameter place: Where the file states the replications, before the warning of too few.
  public init(_ outcome: RunOutcome, of scenario: Scenario, place: String? = nil) {
    entries = outcome.tally.arms.enumerated().flatMap { arm, tally in
      scenario.arms[arm].scheme.budgets.enumerated().map { position, budget in
        Entry(
          arm: scenario.arms[arm].name, budget: budget.name, measure: budget.measure,
          limit: budget.limit, used: tally.budget(.used, at: position),
          replications: scenario.replications,
          refusedOrders: tally.budget(.refusedOrders, at: position),
          firstClosed: outcome.closings[0, arm].first { $0.budget == position }
            .map { Minute(index: $0.minute) })
      }
    }
    let unit: IndependentUnit = outcome.replications == nil ? .community : .replication
    tooFewReplications =
      unit.missing(of: scenario.replications) > 0 ? scenario.replications : nil
    self.place = place
    currency = scenario.currency
  }
}
