import Foundation
import Measurement
import Statistics
import Testing

@testable import Experiments

/// Differences of finished runs, worked out by hand.
@Suite struct RunPairingTests {
  private func run(_ change: (inout RunFolder) -> Void = { _ in }) throws -> FinishedRun {
    var files = RunFolder()
    change(&files)
    return try files.read()
  }

  /// 5 ± 0.4 and 7 ± 0.3 over ten units each: 2 ± √(0.16 + 0.09) = 0.5;
  /// df = 0.25² ÷ (0.16²/9 + 0.09²/9) = 0.0625 · 9 ÷ 0.0337 = 16.691;
  /// t = 2.112791 (SciPy 1.17.1), so 2 ± 1.056395.
  @Test func `values differ with the errors of both runs`() throws {
    let second = try run {
      $0.digest = "d2"
      $0.arms[1].numbers = [("orders-per-member", "7.0", "0.3")]
    }
    let pairing = try RunPairing(try run(), second)
    #expect(pairing.arms.map(\.name) == ["control", "points"])
    #expect(!pairing.isSameResult)
    let row = try #require(pairing.arms[1].row(.ordersPerMember))
    #expect(row.first == 5 && row.second == 7)
    let difference = try #require(row.difference)
    #expect(difference.value == 2)
    #expect(abs(try #require(difference.standardError) - 0.5) < 1e-15)
    let interval = try #require(difference.interval)
    #expect(
      abs(interval.lower - (2 - 1.056395)) < 1e-5
        && abs(interval.upper - (2 + 1.056395)) < 1e-5)
  }

  @Test func `a metric that one run does not have has no difference`() throws {
    let second = try run {
      $0.digest = "d2"
      $0.arms[1].numbers = [("orders-per-member", "null", "null"), ("opt-out-rate", "0.1", "0.1")]
    }
    let arm = try RunPairing(try run(), second).arms[1]
    #expect(arm.row(.ordersPerMember)?.first == 5 && arm.row(.ordersPerMember)?.second == nil)
    #expect(arm.row(.ordersPerMember)?.difference == nil)
    #expect(arm.row(.optOutRate)?.difference == nil)
  }

  @Test func `a run without errors gives a difference without an interval`() throws {
    let second = try run {
      $0.digest = "d2"
      $0.arms[1].numbers = [("orders-per-member", "7.0", "null")]
    }
    let row = try #require(try RunPairing(try run(), second).arms[1].row(.ordersPerMember))
    #expect(row.difference?.value == 2 && row.difference?.interval == nil)
  }

  @Test func `a run against itself differs by exactly 0 in every metric`() throws {
    let one = try run {
      $0.arms[1].numbers = Metric.allCases.map { ($0.rawValue, "0.1234567", "0.05") }
    }
    let pairing = try RunPairing(one, one)
    #expect(pairing.isSameResult)
    #expect(pairing.arms[1].rows.count == Metric.allCases.count)
    for row in pairing.arms[1].rows {
      #expect(row.difference?.value == 0 && row.difference?.standardError == 0)
      #expect(row.difference?.interval?.lower == 0 && row.difference?.interval?.upper == 0)
    }
  }

  @Test func `repurchase of always-buyers is left out, for their persons are of one run`() throws {
    let second = try run { $0.digest = "d2" }
    let arm = try RunPairing(try run(), second).arms[0]
    #expect(arm.row(.repurchase90) == nil && arm.row(.repurchaseShare) != nil)
  }

  @Test func `huge numbers give no interval and do no harm`() throws {
    let numbers: RunFolder.Numbers = [
      ("orders-per-member", "1e308", "1e308"), ("opt-out-rate", "-1e308", "1e-308"),
    ]
    let first = try run { $0.arms[1].numbers = numbers }
    let second = try run {
      $0.digest = "d2"
      $0.arms[1].numbers = [
        ("orders-per-member", "-1e308", "1e308"), ("opt-out-rate", "1e308", "0"),
      ]
    }
    let arm = try RunPairing(first, second).arms[1]
    #expect(arm.row(.ordersPerMember)?.difference?.interval == nil)
    #expect(arm.row(.optOutRate)?.difference?.interval == nil)
  }

  @Test func `arms are matched by name`() throws {
    let second = try run {
      $0.digest = "d2"
      $0.arms.append(("late", []))
      $0.arms.swapAt(0, 1)
    }
    let pairing = try RunPairing(try run { $0.arms.append(("early", [])) }, second)
    #expect(pairing.arms.map(\.name) == ["control", "points"])
    #expect(pairing.arms[1].row(.ordersPerMember)?.difference?.value == 0)
    #expect(pairing.onlyInFirst == ["early"] && pairing.onlyInSecond == ["late"])
  }

  private func refusal(_ change: (inout RunFolder) -> Void) throws -> String {
    do {
      _ = try RunPairing(try run(), try run(change))
      return "none"
    } catch let refusal as CompareRefusal {
      return refusal.description
    }
  }

  @Test func `runs of different things are refused, each with its reason`() throws {
    let cases: [((inout RunFolder) -> Void, String)] = [
      ({ $0.currency = "USD" }, "currency, CNY and USD: amounts of money cannot be subtracted"),
      (
        { $0.days = "60" },
        "the days of their horizons, 30 and 60: totals of unequal time cannot be subtracted; run "
          + "one again with --days"
      ),
      ({ $0.format = "2" }, "the version of their files, 1 and 2: run the older one again"),
      (
        { $0.semantics = "3" },
        "the version of the engine's semantics, 2 and 3: run the older one again"
      ),
      (
        { $0.metricDefinitions = "m2" },
        "the definitions of metrics, m1 and m2: run the older one again"
      ),
    ]
    for (change, reason) in cases {
      #expect(try refusal(change) == "the runs differ in " + reason)
    }
    #expect(
      try refusal { $0.arms = [("none", []), ("other", [])] }
        == "no arm has the same name in both: control, points and none, other")
    #expect(try refusal { $0.canonicalText = "scenario.seed = 2\n" } == "none", "other seeds")
  }
}
