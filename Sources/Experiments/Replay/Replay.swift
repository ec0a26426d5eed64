public import IncentiveEngine
internal import Quantities
public import Timeline

/// Runs orders of the past through the engine: nobody reacts, the rules alone are new.
///
/// Customers become members with their first order; their birthdays are unknown, so no birthday rule
/// ever applies. Everything happens in time order; within a minute first the program's calendar,
/// then orders by customer, then by row. Each order takes the best legal offers.
public enum Replay {
  /// Replays orders.
  ///
  /// - Parameters:
  ///   - orders: In any order; all within the days.
  ///   - days: The days that are looked at; points are counted at the end of the last.
  ///   - storyOf: The customer whose story is kept.
  public static func run(
    orders: [ReplayOrder], scheme: CompiledScheme, redeem: ReplayRedemption,
    days: ClosedRange<Day>, storyOf customer: Int? = nil
  ) -> ReplayResult {
    precondition(
      orders.allSatisfy { days.contains($0.minute.day) && $0.customer >= 0 && $0.list >= .zero },
      "orders lie within the days and cost something or nothing")
    var run = ReplayRun(orders, scheme, redeem, days, storyOf: customer)
    run.execute()
    return run.finish()
  }
}
