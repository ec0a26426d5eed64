import Experiments
import Foundation
import Measurement
import ScenarioFiles
import Scenarios
import Statistics
import Testing

/// Fatigue (M54): its scenario, and how many messages a month are best.
@Suite struct FatigueMechanicsTests {
  @Test func `M54: the same again wears response out, another topic and rest restore it`()
    async throws
  {
    let run = try await MechanicRun("M54-fatigue")
    run.expectSound()
    let (same, varied) = (try run.arm("same"), try run.arm("varied"))
    let (rested, silent) = (try run.arm("rested"), try run.arm("control"))
    func wear(_ arm: ArmTally) -> Double { Double(arm[.wearMicro]) / Double(arm[.messages]) }
    // As many messages, fewer of a kind: less wear, and less lost to it.
    #expect(wear(varied) < wear(same) && wear(rested) < wear(varied))
    #expect(varied[.ordersLostToWear] < same[.ordersLostToWear])
    #expect(rested[.ordersLostToWear] < varied[.ordersLostToWear])
    #expect(rested[.optOuts] < same[.optOuts])
    #expect(silent[.messages] == 0 && silent[.ordersLostToWear] == 0)
  }

  /// The vertex of the parabola through three points.
  static func vertex(_ points: [(x: Double, y: Double)]) -> Double {
    let (a, b, c) = (points[0], points[1], points[2])
    let left = (b.y - a.y) / (b.x - a.x)
    let right = (c.y - b.y) / (c.x - b.x)
    let curvature = (right - left) / (c.x - a.x)
    return (a.x + b.x - left / curvature) / 2
  }

  @Test func `the vertex of a parabola is found exactly`() {
    // y = 50 − (x − 7)².
    #expect(abs(Self.vertex([(4, 41), (7, 50), (10, 41)]) - 7) < 1e-12)
    #expect(abs(Self.vertex([(2, 25), (4, 41), (10, 41)]) - 7) < 1e-12)
  }

  @Test func `M54: seven messages a month bring most, fewer and more bring less`() async throws {
    let path = repositoryRoot.appendingPathComponent("scenarios/fatigue-frequency.yaml").path
    let file = try ScenarioFile.read(path: path).get().scenario
    let names = ["two", "four", "seven", "ten", "fourteen"]
    var optima: [Double] = []
    var sums = Array(repeating: 0.0, count: names.count)
    for seed in 1...UInt64(6) {
      let scenario = try file.applying(Overrides(members: 2000, seed: seed)).scenario
      let outcome = try await Run(plan: try scenario.compiled(), replications: 1)
        .execute(threads: 2)
      #expect(outcome.tally.violations == [])
      let arms = try Comparison(
        outcome.tally, armNames: scenario.arms.map(\.name), replications: 1
      ).arms
      let found = try names.map { name in
        let arm = try #require(arms.first { $0.name == name })
        return try #require(arm[.netValuePerMember].difference.value)
      }
      optima.append(Self.vertex([(4, found[1]), (7, found[2]), (10, found[3])]))
      for index in sums.indices { sums[index] += found[index] }
    }
    #expect(sums.max() == sums[2], "net values: \(sums)")
    #expect(sums[0] < sums[1] && sums[4] < sums[3], "net values: \(sums)")
    let (four, ten) = (1 - sums[1] / sums[2], 1 - sums[3] / sums[2])
    // Whether the losses lie in P44's bands is the scorecard's business; here both are plain to see.
    #expect(four > 0.04 && ten > 0.04, "4 lose \(four), 10 \(ten)")
    let mean = optima.reduce(0, +) / 6
    let spread = (optima.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5).squareRoot()
    // Student's t with five degrees of freedom, 97.5%.
    let half = 2.571 * spread / 6.0.squareRoot()
    #expect(mean - half < 7.5 && mean + half > 6.5, "best at \(mean) ± \(half)")
  }
}
