public import IncentiveEngine
internal import Quantities
public import Timeline

/// Runs orders of the past through the engine: nobody reacts, the rules alone are new.
///
/// Customers become members with their first order; their birthdays are unknown, so no birthday rule
/// ever applies. Everything happens in time order; within a minute first the program's calendar,
/// then orders by customer, then by row; a refund comes after the order of its minute that it gives
/// back. Each order takes the best legal offers.
///
/// A refund gives back as large a share of what was paid under the scheme as it is of what the file
/// says was paid, the last one all that is left; what else it undoes is the scheme's policy.
public enum Replay {
  /// Replays orders.
  ///
  /// - Parameters:
  ///   - orders: In any order; all within the days.
  ///   - refunds: In any order; all within the days, under a scheme with a policy on refunds.
  ///   - days: The days that are looked at; points are counted at the end of the last.
  ///   - storyOf: The customer whose story is kept.
  public static func run(
    orders: [ReplayOrder], refunds: [ReplayRefund] = [], scheme: CompiledScheme,
    redeem: ReplayRedemption, days: ClosedRange<Day>, storyOf customer: Int? = nil
  ) -> ReplayResult {
    precondition(
      orders.allSatisfy { days.contains($0.minute.day) && $0.customer >= 0 && $0.list >= .zero },
      "orders lie within the days and cost something or nothing")
    precondition(
      refunds.allSatisfy {
        orders.indices.contains($0.order) && days.contains($0.minute.day)
          && $0.minute >= orders[$0.order].minute
      }, "refunds are of orders before them")
    precondition(
      refunds.isEmpty || scheme.scheme.refunds != nil, "a policy says what a refund undoes")
    var run = ReplayRun(orders, refunds, scheme, redeem, days, storyOf: customer)
    run.execute()
    return run.finish()
  }
}
