public import Measurement

/// What must hold of a run before anybody reads its numbers.
public struct Health: Sendable, Hashable {
  /// One check.
  public struct Check: Sendable, Hashable {
    /// What must hold.
    public let law: Law
    /// Where it does not.
    public let faults: [Fault]
    /// How many arms were looked at.
    public let armCount: Int

    /// What must hold, as a sentence.
    public var name: String { law.rawValue }
    /// Whether it does.
    public var holds: Bool { faults.isEmpty }
    /// The numbers, for the arms where it does not hold; otherwise how far it was looked at.
    public var detail: String {
      guard holds else { return faults.map(\.description).joined(separator: "; ") }
      return law == .totals ? "no violation" : "\(armCount) arms"
    }
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
    if let violations {
      checks.append(
        Check(
          law: .totals, faults: violations.map { .tally($0) }, armCount: comparison.arms.count))
    }
    self.checks = checks
  }

  private static func check(
    _ law: Law, _ comparison: Comparison, fault: (Int, ArmComparison) -> Fault?
  ) -> Check {
    Check(
      law: law, faults: comparison.arms.enumerated().compactMap { fault($0.offset, $0.element) },
      armCount: comparison.arms.count)
  }

  private static func people(_ tally: Tally, _ comparison: Comparison) -> Check {
    check(.people, comparison) { index, arm in
      let columns: [TallyColumn] = [.membersAtStart, .enrolledAtStart]
      let differs = columns.contains { tally.arms[index][$0] != tally.arms[0][$0] }
      guard differs else { return nil }
      return .members(
        arm: arm.name, tally.arms[index][.membersAtStart],
        control: tally.arms[0][.membersAtStart])
    }
  }

  private static func orders(_ comparison: Comparison) -> Check {
    check(.orders, comparison) { _, arm in
      arm.orders.identityHolds ? nil : .orders(arm: arm.name, arm.orders)
    }
  }

  /// Movements count what leaves members as negative; month −1 holds what lies before the horizon.
  private static func points(_ tally: Tally, _ comparison: Comparison) -> Check {
    check(.points, comparison) { index, arm in
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
      return .points(arm: arm.name, moved: moved, outstanding: outstanding)
    }
  }

  private static func money(_ tally: Tally, _ comparison: Comparison) -> Check {
    check(.money, comparison) { index, arm in
      let totals = tally.arms[index]
      let due = totals[.listMinor] - totals.sum(of: TallyColumn.discounts) - totals[.redeemedMinor]
      guard due != totals[.paidMinor] else { return nil }
      return .payments(arm: arm.name, due: due, paid: totals[.paidMinor])
    }
  }

  private static func numbers(_ comparison: Comparison) -> Check {
    check(.numbers, comparison) { _, arm in
      let broken = arm.metrics.filter { metric in
        [metric.arm, metric.control, metric.difference, metric.relative].contains {
          $0.value.map { !$0.isFinite } ?? false
        }
      }
      guard !broken.isEmpty else { return nil }
      return .numbers(arm: arm.name, broken.map(\.metric))
    }
  }
}
