import Experiments
import Measurement
import Testing
import Timeline

/// The number of messages that brings most: parabolas whose tops are known.
@Suite struct MessageOptimumTests {
  private static let arms = ["control", "two", "four", "seven", "ten"]
  private static let layout = TallyLayout(
    horizon: Horizon(firstDay: Day(index: 20_454), dayCount: 30), historyStart: Day(index: 20_454),
    armCount: 5, segmentCount: 1, tierCount: 1)

  /// Replications in which an arm of m messages a member gains `value(m, replication)` a member.
  private func totals(
    _ messages: [Int64] = [2, 4, 7, 10], replications: Int = 4,
    _ value: (Int64, Int) -> Int64
  ) -> ReplicationTotals {
    var totals = ReplicationTotals(replications: replications, armCount: 5)
    for replication in 0..<replications {
      var tally = Tally(layout: Self.layout)
      var community = [ArmTally(layout: Self.layout)]
      community[0].add(100, to: .membersAtStart)
      for count in messages {
        var arm = ArmTally(layout: Self.layout)
        arm.add(100, to: .membersAtStart)
        arm.add(100 * count, to: .messages)
        arm.add(100 * value(count, replication), to: .gainedMarginMinor)
        community.append(arm)
      }
      tally.add(community: community, variates: [])
      totals.add(tally, replication: replication)
    }
    return totals
  }

  @Test func `a parabola's own top is found, with an interval of no width where all agree`() throws
  {
    // 1000 − 10 (m − 6)²: tops at 6 messages, seven the best arm.
    let same = totals { count, _ in 1000 - 10 * (count - 6) * (count - 6) }
    let found = try #require(MessageOptimum(same, arms: Self.arms))
    #expect(abs(found.messages - 6) < 1e-9)
    #expect(found.upper - found.lower < 1e-9 && found.replications == 4)
    #expect(found.arms == ["four", "seven", "ten"])
  }

  @Test func `replications that differ give an interval around the top of their mean`() throws {
    // Tops at 6 and 7 by turns: the mean of both parabolas tops at 6.5.
    let mixed = totals { count, replication in
      let top = Int64(6 + replication % 2)
      return 1000 - 10 * (count - top) * (count - top)
    }
    let found = try #require(MessageOptimum(mixed, arms: Self.arms))
    #expect(abs(found.messages - 6.5) < 1e-9)
    // By hand: left out one of four, tops at 6.5 ± 1/6; the jackknife's error is √(¾ · 4/36) = 0.289,
    // t with three degrees of freedom 3.182.
    #expect(abs(found.upper - found.messages - 3.182 * 0.2887) < 0.001)
    #expect(abs(found.messages - found.lower - 3.182 * 0.2887) < 0.001)
  }

  @Test func `more is always better, or less: no top is claimed`() {
    #expect(MessageOptimum(totals { count, _ in count }, arms: Self.arms) == nil)
    #expect(MessageOptimum(totals { count, _ in -count }, arms: Self.arms) == nil)
  }

  @Test func `two replications tell no interval, and arms without messages no curve`() {
    let hill: (Int64, Int) -> Int64 = { count, _ in 1000 - 10 * (count - 6) * (count - 6) }
    #expect(MessageOptimum(totals(replications: 2, hill), arms: Self.arms) == nil)
    #expect(MessageOptimum(totals([0, 0, 0, 0], hill), arms: Self.arms) == nil)
    #expect(MessageOptimum(nil, arms: Self.arms) == nil)
  }
}
