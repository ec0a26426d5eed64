import Measurement
import Scenarios
import Testing

@testable import Experiments

/// Orders a member: control 0.5 in every community of 100, so a difference of 10 orders is 0.1.
///
/// Differences of 8, 10, 12 and 10 orders have a mean of 0.1 a member and a standard error of
/// √(8/3)/2/100 = 0.008165; with t = 3.182446 the interval is 0.0740 to 0.1260.
@Suite struct ExpectationTests {
  static let more: [Int64] = [8, 10, 12, 10]
  static let fewer: [Int64] = [-8, -10, -12, -10]
  static let unclear: [Int64] = [-10, 10, -12, 14]
  static let same: [Int64] = [0, 0, 0, 0]

  struct Row: Sendable, CustomTestStringConvertible {
    var condition: Line.Condition
    var reference = Line.Reference.arm("control")
    var differences: [Int64]
    var verdict: Judgement.Verdict
    var isPerProgram = false

    var testDescription: String { "\(condition) with \(differences): \(verdict)" }
  }

  private static func increase(
    _ share: Double?, _ amount: Double? = nil, both: Bool = false, warn: Double? = nil
  ) -> Line.Condition {
    .change(
      fail: .init(increase: .init(share: share, amount: amount, needsBoth: both)),
      warn: .init(increase: warn.map { .init(share: $0) }))
  }

  static let rows: [Row] = [
    Row(condition: .up, differences: more, verdict: .pass),
    Row(condition: .up, differences: fewer, verdict: .fail),
    Row(condition: .up, differences: unclear, verdict: .inconclusive),
    // Nothing at all is not above zero, and there is no doubt about it.
    Row(condition: .up, differences: same, verdict: .fail),
    Row(condition: .down, differences: fewer, verdict: .pass),
    Row(condition: .down, differences: more, verdict: .fail),
    Row(condition: .down, differences: unclear, verdict: .inconclusive),
    // The arm's own value is 0.6, from 0.574 to 0.626.
    Row(condition: .atMost(0.7), reference: .absolute, differences: more, verdict: .pass),
    Row(condition: .atMost(0.5), reference: .absolute, differences: more, verdict: .fail),
    Row(condition: .atMost(0.6), reference: .absolute, differences: more, verdict: .inconclusive),
    Row(condition: .atLeast(0.5), reference: .absolute, differences: more, verdict: .pass),
    Row(condition: .atLeast(0.7), reference: .absolute, differences: more, verdict: .fail),
    Row(condition: .atLeast(0.61), reference: .absolute, differences: more, verdict: .inconclusive),
    Row(condition: .between(0.5, 0.7), reference: .absolute, differences: more, verdict: .pass),
    Row(condition: .between(0.1, 0.2), reference: .absolute, differences: more, verdict: .fail),
    Row(
      condition: .between(0.6, 0.7), reference: .absolute, differences: more,
      verdict: .inconclusive),
    Row(condition: .atMost(0.2), differences: more, verdict: .pass),
    Row(condition: .atMost(0.05), differences: more, verdict: .fail),
    // Whole program: 400 members, 240 orders, from 229.6 to 250.4.
    Row(
      condition: .atMost(300), reference: .absolute, differences: more, verdict: .pass,
      isPerProgram: true),
    Row(
      condition: .atMost(200), reference: .absolute, differences: more, verdict: .fail,
      isPerProgram: true),
    Row(
      condition: .atMost(245), reference: .absolute, differences: more, verdict: .inconclusive,
      isPerProgram: true),
    // Of control's 0.5: 30% is 0.15, 20% is 0.10, 10% is 0.05.
    Row(condition: increase(0.3), differences: more, verdict: .pass),
    Row(condition: increase(0.2), differences: more, verdict: .inconclusive),
    Row(condition: increase(0.1), differences: more, verdict: .fail),
    Row(condition: increase(0.1), differences: fewer, verdict: .pass),
    Row(condition: increase(nil, 0.05), differences: more, verdict: .fail),
    Row(condition: increase(0.1, 0.2), differences: more, verdict: .fail),
    Row(condition: increase(0.1, 0.2, both: true), differences: more, verdict: .pass),
    // Warnings from 0.05 (all past it), 0.1 (crossed) and 0.13 (none past it).
    Row(condition: increase(0.3, warn: 0.1), differences: more, verdict: .warn),
    Row(condition: increase(0.3, warn: 0.2), differences: more, verdict: .warn),
    Row(condition: increase(0.3, warn: 0.26), differences: more, verdict: .pass),
    Row(
      condition: .change(fail: .init(decrease: .init(share: 0.1)), warn: .init()),
      differences: fewer, verdict: .fail),
  ]

  @Test(arguments: Line.Role.allCases)
  func `every kind of line has the verdict of its interval, whatever its role`(
    role: Line.Role
  ) throws {
    for row in Self.rows {
      let judgements = try TinyComparison([row.differences]).judge(
        Line(
          metric: .ordersPerMember, role: role, reference: row.reference,
          condition: row.condition, isPerProgram: row.isPerProgram))
      #expect(judgements.map(\.verdict) == [row.verdict], "\(row.testDescription)")
    }
  }

  @Test(arguments: Line.OnInconclusive.allCases)
  func `an inconclusive line means what the planner chose`(
    meaning: Line.OnInconclusive
  ) throws {
    let judgement = try TinyComparison([Self.unclear]).judge(
      Line(
        metric: .ordersPerMember, role: .goal, reference: .arm("control"), condition: .up,
        onInconclusive: meaning))[0]
    #expect(judgement.verdict == .inconclusive && judgement.consequence == meaning)
    #expect(judgement.byInterval == .crosses && judgement.byPoint == .holds)
  }

  @Test func `a line judged by point looks at the point alone`() throws {
    let tiny = try TinyComparison([Self.unclear])
    for (condition, verdict) in [
      (Line.Condition.up, Judgement.Verdict.pass), (.down, .fail),
      (Self.increase(0.1, warn: 0.001), .warn),
    ] {
      let judgement = tiny.judge(
        Line(
          metric: .ordersPerMember, role: .goal, reference: .arm("control"),
          condition: condition, judge: .point))[0]
      #expect(judgement.verdict == verdict)
    }
  }

  @Test func `a line that cannot be evaluated says why and is never a pass`() throws {
    let tiny = try TinyComparison([Self.more, Self.same], names: ["growth", "same"])
    let up = Line.Condition.up
    let control = Line.Reference.arm("control")
    let lines: [(Line, String)] = [
      (
        Line(
          metric: .ordersPerMember, role: .check, arm: "growth", reference: .baseline,
          condition: up),
        "needs a baseline"
      ),
      (
        Line(
          metric: .ordersPerMember, role: .goal, arm: "generous", reference: control,
          condition: up),
        "no arm generous"
      ),
      (
        Line(
          metric: .optOutRate, role: .guardrail, arm: "growth", reference: .absolute,
          condition: .atMost(0.02)),
        "no messages were delivered"
      ),
      (
        Line(
          metric: .repurchaseShare, role: .check, arm: "growth", reference: .absolute,
          condition: .atMost(1), isPerProgram: true),
        "a rate has no total of the program"
      ),
      (
        Line(
          metric: .repurchaseAmongBuyers90, role: .goal, arm: "growth", reference: control,
          condition: up),
        "the scheme moves who is counted, so the metric is no goal"
      ),
      (
        Line(
          metric: .ordersPerMember, role: .goal, arm: "growth", reference: .absolute,
          condition: up),
        "a change needs something that it is a change from"
      ),
      (
        Line(
          metric: .ordersPerMember, role: .goal, arm: "growth", reference: .arm("same"),
          condition: up),
        "there is no interval; `judge: point` asks for none"
      ),
      (
        Line(
          metric: .gainedOrdersPerMember, role: .goal, arm: "growth", reference: .arm("same"),
          condition: up, judge: .point),
        "each arm's value belongs to its own pairing with control"
      ),
    ]
    for (line, reason) in lines {
      let judgement = tiny.judge(line)[0]
      guard case .notModeled(let gap) = judgement.verdict else {
        Issue.record("\(judgement.sentence)")
        continue
      }
      #expect("\(gap)" == reason)
      #expect(judgement.consequence != .pass && judgement.sentence.contains(reason))
    }
  }

  @Test func `two arms beside control are compared by point`() throws {
    let tiny = try TinyComparison([Self.more, Self.same], names: ["growth", "same"])
    let judgement = tiny.judge(
      Line(
        metric: .ordersPerMember, role: .goal, arm: "growth", reference: .arm("same"),
        condition: .up, judge: .point))[0]
    #expect(judgement.verdict == .pass && judgement.evidence?.reference == 0.5)
  }

  @Test func `a line without an arm is judged for every arm but control`() throws {
    let tiny = try TinyComparison([Self.more, Self.fewer], names: ["growth", "worse"])
    let judgements = tiny.judge(
      Line(
        metric: .ordersPerMember, role: .goal, reference: .arm("control"), condition: .up))
    #expect(judgements.map(\.arm) == ["growth", "worse"])
    #expect(judgements.map(\.verdict) == [.pass, .fail])
  }

  @Test func `the sentence has verdict, value, reference, interval and limit`() throws {
    let judgement = try TinyComparison([Self.more]).judge(
      Line(
        metric: .ordersPerMember, role: .goal, reference: .arm("control"), condition: .up))[0]
    #expect(
      judgement.sentence
        == "pass: goal orders-per-member of growth is 0.6000 against 0.5000 of control, "
        + "a difference of 0.1000 (95%: 0.0740 to 0.1260); limit: above zero.")
  }
}
