import Measurement
import Quantities
import Scenarios

@testable import Experiments

/// A line of `expect:`; Swift Testing has an expectation of its own.
typealias Line = Scenarios.Expectation

/// Comparisons of four communities of 100 members; control has 50 orders in each.
struct TinyComparison {
  var tally: Tally
  var comparison: Comparison
  var currency: Currency

  /// - Parameters:
  ///   - differences: Orders of each arm but control beyond control's, by community.
  ///   - costs: Discounts of each arm but control in minor units, by community; otherwise none.
  init(_ differences: [[Int64]], costs: [[Int64]] = [], names: [String] = ["growth"]) throws {
    let control: [TallyColumn: Int64] = [
      .membersAtStart: 100, .enrolledAtStart: 100, .orders: 50, .sharedOrders: 50,
      .listMinor: 5_000, .paidMinor: 5_000,
    ]
    tally = TinyTally.tally(
      differences[0].indices.map { community in
        [control]
          + differences.indices.map { arm in
            Self.arm(
              control, differences[arm][community],
              cost: costs.isEmpty ? 0 : costs[arm][community])
          }
      })
    comparison = try Comparison(tally, armNames: ["control"] + names, replications: 1)
    currency = Currency.known[0]
  }

  private static func arm(
    _ control: [TallyColumn: Int64], _ difference: Int64, cost: Int64
  ) -> [TallyColumn: Int64] {
    var arm = control
    arm[.orders] = 50 + difference
    arm[.sharedOrders] = 50 + min(difference, 0)
    arm[.gainedOrders] = max(difference, 0)
    arm[.lostOrders] = max(-difference, 0)
    arm[.tierDiscountMinor] = cost
    arm[.paidMinor] = 5_000 - cost
    return arm
  }

  var health: Health { Health(tally, comparison) }

  func judge(_ line: Line, baseline: BaselineFile? = nil) -> [Judgement] {
    ExpectationJudge(comparison, currency: currency, baseline: baseline).judge([line])
  }
}
