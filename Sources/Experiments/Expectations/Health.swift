public import Measurement

/// What must hold of a run before anybody reads its numbers.
public struct Health: Sendable, Hashable {
  /// One check.
  public struct Check: Sendable, Hashable {
    /// What must hold.
    public let name: String
    /// Whether it does.
    public let holds: Bool
    /// The numbers, for the arms where it does not hold; otherwise how far it was looked at.
    public let detail: String
  }

  /// All checks, those that hold included.
  public let checks: [Check]

  /// Whether every check holds.
  public var isHealthy: Bool { checks.allSatisfy(\.holds) }

  /// Checks a merged tally and the comparison made of it.
  ///
  /// - Parameter violations: What the tally's own laws say of it, if they were asked.
  public init(_ tally: Tally, _ comparison: Comparison, violations: [TallyViolation]? = nil) {
    var checks = [
      Self.people(tally, comparison), Self.orders(comparison), Self.points(tally, comparison),
      Self.money(tally, comparison), Self.numbers(comparison),
    ]
    if let violations { checks.append(Self.laws(violations)) }
    self.checks = checks
  }

  /// The laws that every tally keeps: signs, streams, days, cells, persons, products.
  private static func laws(_ violations: [TallyViolation]) -> Check {
    let detail =
      violations.isEmpty
      ? "no violation" : violations.map(\.description).joined(separator: "; ")
    return Check(
      name: "days, months, segments and tiers add up to the totals", holds: violations.isEmpty,
      detail: detail)
  }

  private static func check(
    _ name: String, _ comparison: Comparison, fault: (Int, ArmComparison) -> String?
  ) -> Check {
    let faults = comparison.arms.enumerated().compactMap { fault($0.offset, $0.element) }
    let detail = faults.isEmpty ? "\(comparison.arms.count) arms" : faults.joined(separator: "; ")
    return Check(name: name, holds: faults.isEmpty, detail: detail)
  }

  private static func people(_ tally: Tally, _ comparison: Comparison) -> Check {
    check("the same people are members at the start of every arm", comparison) { index, arm in
      let columns: [TallyColumn] = [.membersAtStart, .enrolledAtStart]
      let differs = columns.contains { tally.arms[index][$0] != tally.arms[0][$0] }
      guard differs else { return nil }
      return "\(arm.name): \(tally.arms[index][.membersAtStart]) members, control "
        + "\(tally.arms[0][.membersAtStart])"
    }
  }

  private static func orders(_ comparison: Comparison) -> Check {
    check("shared + gained = the arm's orders, shared + lost = control's", comparison) { _, arm in
      guard !arm.orders.identityHolds else { return nil }
      let orders = arm.orders
      return "\(arm.name): shared \(orders.shared), gained \(orders.gained) and "
        + "\(orders.gainedFromLapsed) from lapsed, lost \(orders.lost), arm \(orders.arm), "
        + "control \(orders.control)"
    }
  }

  /// Movements count what leaves members as negative; month −1 holds what lies before the horizon.
  private static func points(_ tally: Tally, _ comparison: Comparison) -> Check {
    check(
      "points issued − redeemed − expired − clawed back ± adjusted = outstanding", comparison
    ) { index, arm in
      let layout = tally.layout
      var moved: Int64 = 0
      for month in -1..<layout.monthCount {
        for vintage in 0..<layout.vintageCount {
          for column in MovementColumn.allCases {
            moved += tally.arms[index].movement(column, month: month, vintage: vintage)
          }
        }
      }
      let outstanding = tally.arms[index][.pointsOutstanding]
      guard moved != outstanding else { return nil }
      return "\(arm.name): movements \(moved), outstanding \(outstanding)"
    }
  }

  private static func money(_ tally: Tally, _ comparison: Comparison) -> Check {
    check("list − discounts − points redeemed = paid", comparison) { index, arm in
      let totals = tally.arms[index]
      let due = totals[.listMinor] - totals.sum(of: TallyColumn.discounts) - totals[.redeemedMinor]
      guard due != totals[.paidMinor] else { return nil }
      return "\(arm.name): due \(due), paid \(totals[.paidMinor])"
    }
  }

  private static func numbers(_ comparison: Comparison) -> Check {
    check("every number is finite or has a reason for being undefined", comparison) { _, arm in
      let broken = arm.metrics.filter { metric in
        [metric.arm, metric.control, metric.difference, metric.relative].contains {
          $0.value.map { !$0.isFinite } ?? false
        }
      }
      guard !broken.isEmpty else { return nil }
      return "\(arm.name): " + broken.map(\.metric.rawValue).joined(separator: ", ")
    }
  }
}
