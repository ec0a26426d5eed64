import Measurement
import Quantities
import Scenarios
import Statistics
import Testing
import Timeline

@testable import Experiments

@Suite struct BaselineTests {
  static let tolerance = Line.Tolerance(share: 0.03)

  /// Unless it is said, runs of different cost are runs of different luck.
  static func file(_ tiny: TinyComparison, luck: String? = nil) -> BaselineFile {
    let cost = tiny.comparison.arms[1][.incentiveCostPerMember].armTotals.numerator
    return BaselineFile(
      tiny.comparison, scenario: "points \"and\" growth", runID: "0123456789abcdef",
      luck: luck ?? "\(cost)", horizon: Horizon(firstDay: Day(index: 20_454), dayCount: 90),
      currency: tiny.currency,
      seed: 18_446_744_073_709_551_615)
  }

  /// Orders as in control; discounts of about so many minor units in each of four communities.
  static func tiny(cost: Int64, spread: Int64 = 0) throws -> TinyComparison {
    try TinyComparison(
      [[0, 0, 0, 0]], costs: [[cost - spread, cost + spread, cost - spread, cost + spread]])
  }

  @Test
  func `with the same people and luck a rise past the tolerance fails, however wide the spread`()
    throws
  {
    // 4,000 before, 4,200 now: 5%, against communities that differ by 40% among themselves.
    let before = try Self.tiny(cost: 1_000, spread: 200)
    let now = try Self.tiny(cost: 1_050, spread: 200)
    func outcome(luck: String) throws -> CheckOutcome {
      try CheckOutcome(
        now.comparison, run: Self.file(now, luck: "same"),
        baseline: Self.file(before, luck: luck), currency: now.currency, expectations: [],
        tolerance: Self.tolerance)
    }
    func cost(_ outcome: CheckOutcome) -> Judgement.Verdict? {
      outcome.judgements.first {
        $0.expectation.metric == .incentiveCostPerMember && $0.arm != "control"
      }?.verdict
    }
    #expect(cost(try outcome(luck: "same")) == .fail)
    #expect(cost(try outcome(luck: "other")) == .inconclusive)
  }

  @Test func `a check that checks nothing is an error`() throws {
    let tiny = try Self.tiny(cost: 1_000)
    #expect(throws: BaselineError.nothingToCheck) {
      try CheckOutcome(
        tiny.comparison, run: Self.file(tiny), baseline: Self.file(tiny), currency: tiny.currency,
        expectations: [], tolerance: nil)
    }
    #expect(BaselineError.nothingToCheck.exitCode == 65)
  }

  @Test func `a baseline reads back as it was written`() throws {
    let tiny = try Self.tiny(cost: 1_000, spread: 20)
    let file = Self.file(tiny)
    let text = try file.text(ifHealthy: tiny.health)
    var read = try BaselineFile(text: text)
    #expect(BaselineJSON.text(of: read) == text)
    // The file is sorted by name; arms and metrics come back in that order.
    let byName = { (left: BaselineEntry, right: BaselineEntry) in
      "\(left.arm)/\(left.metric.rawValue)" < "\(right.arm)/\(right.metric.rawValue)"
    }
    #expect(read.entries == file.entries.sorted(by: byName))
    read.entries = file.entries
    #expect(read == file)
  }

  @Test func `the file has sorted keys, a metric a line and whole numbers as strings`() throws {
    let tiny = try Self.tiny(cost: 1_000)
    let lines = try Self.file(tiny).text(ifHealthy: tiny.health)
      .split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(7) == [
        "{", "  \"currency\": \"CNY\",", "  \"days\": 90,", "  \"engine-semantics\": 2,",
        "  \"first-day\": \"2026-01-01\",", "  \"luck\": \"4000\",",
        "  \"members\": \"400\",",
      ])
    // 4 × 1,000 fen over 4 × 100 members, without any spread.
    #expect(
      lines.contains(
        "    \"growth/incentive-cost-per-member\": { \"denominator\": \"400\", "
          + "\"half-width\": 0.0, \"numerator\": \"4000\", \"value\": 10.0 },"))
    #expect(lines.contains("  \"seed\": \"18446744073709551615\""))
    #expect(lines.contains("  \"scenario\": \"points \\\"and\\\" growth\","))
    let keys = lines.filter { $0.hasPrefix("  \"") }.map { $0.split(separator: "\"")[1] }
    #expect(keys == keys.sorted())
  }

  /// A change of the file, and the exit code and words that it leads to.
  @Test(arguments: [
    ("\"schema\": 1", "\"schema\": 2", Int32(5), "another schema version, 2; this run's is 1"),
    ("growth/orders-per-member", "growth/orders-per-membre", 65, "there is not: orders-per-membre"),
    ("\"numerator\": \"4000\"", "\"numerator\": \"many\"", 5, "are not numbers"),
    ("\"days\": 90,", "", 5, "cannot be read"), ("{", "[", 5, "cannot be read"),
  ])
  func `a damaged file is an error with its exit code`(
    old: String, new: String, code: Int32, words: String
  ) throws {
    let tiny = try Self.tiny(cost: 1_000)
    let text = try Self.file(tiny).text(ifHealthy: tiny.health)
    let damaged = text.replacing(old, with: new, maxReplacements: 1)
    #expect(damaged != text)
    do throws(BaselineError) {
      _ = try BaselineFile(text: damaged)
      Issue.record("read without an error")
    } catch {
      #expect(error.exitCode == code && error.description.contains(words), "\(error)")
    }
  }

  @Test func `what is of another currency, size, horizon or set of arms is not compared`() throws {
    let tiny = try Self.tiny(cost: 1_000)
    let run = Self.file(tiny)
    var others = Array(repeating: run, count: 5)
    others[0].currency = "USD"
    others[1].days = 91
    others[2].members = 401
    others[3].firstDay = "2026-01-02"
    others[4].entries.removeAll { $0.arm == "growth" }
    for baseline in others {
      #expect(baseline.incompatibility(with: run)?.exitCode == 5)
      #expect(throws: BaselineError.self) {
        try CheckOutcome(
          tiny.comparison, run: run, baseline: baseline, currency: tiny.currency,
          expectations: [], tolerance: Self.tolerance)
      }
    }
    var newer = run
    (newer.runID, newer.engineSemantics, newer.replications) = ("f", 2, 9)
    #expect(newer.incompatibility(with: run) == nil)
    #expect(BaselineError.missing(path: "b.json").exitCode == 5)
  }

  @Test func `an unhealthy run does not become the baseline`() throws {
    let tiny = try Self.tiny(cost: 1_000)
    var tally = tiny.tally
    var stranger = ArmTally(layout: tally.layout)
    stranger[.paidMinor] = 1
    tally.add(community: [stranger, stranger], variates: [])
    let health = Health(tally, tiny.comparison)
    #expect(throws: BaselineError.self) { try Self.file(tiny).text(ifHealthy: health) }
  }

  /// Cost a member in fen before and now, tolerance 3%; half-widths add as squares.
  struct Row: Sendable {
    var before, now: Int64
    var spread: Int64 = 0
    var meaning = Line.OnInconclusive.warn
    var verdict: Judgement.Verdict
    var code: Int32
    var strictCode: Int32
  }

  static let rows = [
    Row(before: 1_000, now: 1_000, verdict: .pass, code: 0, strictCode: 0),
    Row(before: 1_000, now: 1_020, verdict: .pass, code: 0, strictCode: 0),
    Row(before: 1_000, now: 1_030, verdict: .pass, code: 0, strictCode: 0),
    Row(before: 1_000, now: 1_040, verdict: .fail, code: 2, strictCode: 2),
    Row(before: 1_000, now: 960, verdict: .pass, code: 0, strictCode: 4),
    Row(before: 1_000, now: 970, verdict: .pass, code: 0, strictCode: 0),
    Row(before: 1_000, now: 980, verdict: .pass, code: 0, strictCode: 0),
    // Spread 20: standard deviation 23.1, half-width 36.8 a community, 0.52 a member for both.
    Row(before: 1_000, now: 1_001, spread: 20, verdict: .inconclusive, code: 0, strictCode: 0),
    Row(
      before: 1_000, now: 1_001, spread: 20, meaning: .fail, verdict: .inconclusive, code: 3,
      strictCode: 3),
    // The very same numbers are a change of nothing, whatever their spread.
    Row(before: 1_000, now: 1_000, spread: 20, verdict: .pass, code: 0, strictCode: 0),
  ]

  @Test func `costs are judged with tolerance, and exit codes follow`() throws {
    for row in Self.rows {
      let now = try Self.tiny(cost: row.now, spread: row.spread)
      let line = Line(
        metric: .incentiveCostPerMember, role: .check, arm: "growth", reference: .baseline,
        condition: .change(fail: .init(increase: Self.tolerance), warn: .init()),
        onInconclusive: row.meaning)
      let outcome = try CheckOutcome(
        now.comparison, run: Self.file(now),
        baseline: Self.file(Self.tiny(cost: row.before, spread: row.spread)),
        currency: now.currency, expectations: [line], tolerance: nil)
      #expect(outcome.judgements.map(\.verdict) == [row.verdict], "\(row)")
      #expect(outcome.exitCode(strict: false) == row.code, "\(row)")
      #expect(outcome.exitCode(strict: true) == row.strictCode, "\(row)")
    }
  }

  @Test func `without lines of its own a scenario's cost and liability are checked`() throws {
    let now = try Self.tiny(cost: 1_040)
    let outcome = try CheckOutcome(
      now.comparison, run: Self.file(now), baseline: Self.file(Self.tiny(cost: 1_000)),
      currency: now.currency, expectations: [], tolerance: Self.tolerance)
    #expect(
      outcome.judgements.map(\.expectation.metric) == [
        .incentiveCostPerMember, .incentiveCostPerMember, .liabilityPerMember, .liabilityPerMember,
      ])
    #expect(outcome.judgements.map(\.arm) == ["control", "growth", "control", "growth"])
    #expect(outcome.sentence == "4 checks against the baseline: 1 failed.")
    #expect(
      outcome.judgements[1].sentence
        == "fail: check incentive-cost-per-member of growth is ¥0.1040 against ¥0.1000 of the "
        + "baseline, a difference of ¥0.0040 (95%: ¥0.0040 to ¥0.0040); limit: increase at most "
        + "3.00%.")
  }

  @Test func `a check that cannot be evaluated does not end with success`() throws {
    let now = try Self.tiny(cost: 1_000)
    let line = Line(
      metric: .optOutRate, role: .check, reference: .baseline,
      condition: .change(fail: .init(increase: Self.tolerance), warn: .init()))
    let outcome = try CheckOutcome(
      now.comparison, run: Self.file(now), baseline: Self.file(now), currency: now.currency,
      expectations: [line], tolerance: nil)
    #expect(outcome.exitCode(strict: false) == 3)
    #expect(outcome.sentence == "1 check against the baseline: 1 not evaluated.")
  }
}
