import IncentiveEngine
import Quantities
import Scenarios
import Testing
import Timeline

@testable import Experiments
@testable import Measurement
@testable import Reports

/// What lower layers say in English is said in Chinese with the same numbers: verdicts, limits,
/// gaps, health, coverage, budgets.
@Suite struct LowerTextsTests {
  typealias Line = Scenarios.Expectation

  private let english = Words(language: .english)
  private let chinese = Words(language: .chinese)

  private static func yuan() throws -> Currency { try #require(Currency(code: "CNY")) }

  /// Values and limits are made up; ¥12.34 is 1,234 fen.
  private static func judgement(
    _ condition: Line.Condition, metric: Metric = .netValuePerMember,
    _ verdict: Judgement.Verdict = .fail, isPerProgram: Bool = false
  ) throws -> Judgement {
    let line = Line(
      metric: metric, role: .guardrail, reference: .arm("control"), condition: condition,
      isPerProgram: isPerProgram)
    let currency = try yuan()
    let limit = Limits(line, reference: 1_234, currency: currency).words
    let evidence = Evidence(
      value: 1_300, reference: 1_234, judged: -66, lower: -70, upper: 12, distance: 3)
    return Judgement(
      expectation: line, arm: "growth", verdict: verdict, byInterval: .broken, byPoint: .broken,
      evidence: evidence, limit: limit, isImprovement: false,
      sentence: JudgementText.sentence(line, "growth", verdict, evidence, limit: limit, currency))
  }

  private func expectSame(_ english: String, _ chinese: String, _ names: [String] = []) {
    #expect(PageText.numbers(english) == PageText.numbers(chinese), "\(english) – \(chinese)")
    #expect(WordsTests.hasIdeographs(chinese), "\(chinese)")
    let allowed = ["growth", "control", "judge", "point"] + names + Metric.allCases.map(\.rawValue)
    let left = PageText.latinWords(PageText.without(allowed, chinese))
    #expect(left.isEmpty, "\(chinese)")
  }

  @Test(arguments: [
    (Line.Condition.up, "高于零"), (.down, "低于零"), (.atMost(1_000), "至多 ¥10.0000"),
    (.atLeast(-50), "至少 −¥0.5000"), (.between(-50, 60), "介于 −¥0.5000 与 ¥0.6000 之间"),
    (
      .change(
        fail: .init(increase: .init(share: 0.03, amount: 200, needsBoth: true)), warn: .init()),
      "增加至多 3.00% 且 ¥2.0000"
    ),
    (
      .change(
        fail: .init(increase: .init(share: 0.03), decrease: .init(share: 0.01, amount: 9)),
        warn: .init()), "增加至多 3.00%，减少至多 1.00% 或 ¥0.0900"
    ),
    (.change(fail: .init(), warn: .init()), "不设失败线"),
  ])
  func `limits are said in Chinese`(condition: Line.Condition, text: String) throws {
    let judgement = try Self.judgement(condition)
    let currency = try Self.yuan()
    #expect(chinese.limit(of: judgement, currency) == text)
    expectSame(english.limit(of: judgement, currency), text)
    expectSame(english.sentence(judgement, currency), chinese.sentence(judgement, currency))
  }

  @Test func `a judgement is one sentence`() throws {
    let judgement = try Self.judgement(.up, isPerProgram: true)
    #expect(
      chinese.sentence(judgement, try Self.yuan())
        == "未通过：growth 的护栏“人均净收益 net-value-per-member”（整个项目合计）为 ¥13.0000，参照 control 为 ¥12.3400，"
        + "相差 −¥0.6600（95%：−¥0.7000 至 ¥0.1200）；要求：高于零。")
  }

  @Test func `every gap is said in Chinese`() throws {
    let gaps: [Judgement.Gap] = [
      .noArm("growth"), .noValue(.noBuyers), .noValue(nil), .controlHasNoValue(.noMessageVisits),
      .otherHasNoValue(arm: "growth", .controlIsZero), .rateOfProgram, .ownPairing,
      .needsBaseline, .notInBaseline, .changeOfNothing, .movesWhoIsCounted(.goal), .noInterval,
    ]
    for gap in gaps {
      expectSame(english.reason(gap), chinese.reason(gap))
      let judgement = try Self.judgement(.up, .notModeled(gap))
      #expect(chinese.sentence(judgement, try Self.yuan()).contains(chinese.reason(gap)))
    }
  }

  @Test func `every rule of a verdict is said in Chinese`() throws {
    let line = try Self.judgement(.atMost(1_000))
    let check = Health.Check(
      law: .money, faults: [.payments(arm: "growth", due: 7, paid: 8)], armCount: 3)
    let grounds: [ArmVerdict.Ground] = [
      .unhealthy(check), .missed(line), .noInterval(replications: 3, line), .crosses(line),
      .notEvaluated(line), .noGoal, .parametersNotStated(partly: false),
      .parametersNotStated(partly: true), .openWithParameters(line), .met,
    ]
    let currency = try Self.yuan()
    let said = grounds.map { chinese.rule($0, currency) }
    for (ground, text) in zip(grounds, said) {
      #expect(english.rule(ground, currency) == "\(ground)")
      expectSame("\(ground)", text)
    }
    #expect(Set(said).count == grounds.count)
  }

  @Test func `every fault of health is said in Chinese`() throws {
    let violation = TallyViolation(law: "orders", arm: 1, detail: "needs, 5 and 6")
    let faults: [Health.Fault] = [
      .members(arm: "growth", 5, control: 6), .points(arm: "growth", moved: 3, outstanding: 4),
      .payments(arm: "growth", due: 1, paid: 2), .numbers(arm: "growth", [.optOutRate]),
      .tally(violation),
    ]
    let check = Health.Check(law: .totals, faults: faults, armCount: 2)
    expectSame(english.detail(of: check), chinese.detail(of: check), ["orders", "needs", "and"])
    for law in Health.Law.allCases {
      let sound = Health.Check(law: law, faults: [], armCount: 3)
      expectSame(english.detail(of: sound), chinese.detail(of: sound))
    }
  }

  @Test func `what numbers leave out is said in Chinese`() {
    let notes: [CoverageNote] = [
      .fewReplications(4), .oneCommunity, .repurchase(days: 60, persons: 12, members: 34),
      .undefined(.optOutRate, .nobodyMessaged),
    ]
    for note in notes {
      let names = Metric.allCases.map(\.chinese) + Metric.allCases.map(\.rawValue)
      expectSame(
        PageText.without(names, english.note(note)), PageText.without(names, chinese.note(note)))
    }
  }

  @Test func `budgets are said in Chinese`() throws {
    let first = Minute(index: 60 * 24 * 20_000 + 605)
    let entries = Budget.Measure.allCases.map {
      BudgetSummary.Entry(
        arm: "growth", budget: "growth", measure: $0, limit: 12_300, used: 45_600,
        replications: 3, refusedOrders: 78, firstClosed: $0 == .money ? first : nil)
    }
    let budgets = BudgetSummary(
      entries: entries, tooFewReplications: 3, place: "control:7:1", currency: try Self.yuan())
    let (lines, texts) = (english.lines(budgets), chinese.lines(budgets))
    #expect(lines.count == entries.count + 1 && texts.count == lines.count)
    for (line, text) in zip(lines, texts) { expectSame(line, text) }
    #expect(
      texts[0]
        == "growth：预算 growth，额度 ¥123.00；已用 ¥456.00（3 次重复合计）；78 单未享受或少享受；"
        + "首次用尽 2024-10-04 10:05")
  }

  @Test func `what another number of members changed is said in Chinese`() {
    let notes: [ScalingNote] = [
      .prospects(from: 9, to: 8), .arrivals(from: 7, to: 6), .budgets(5), .limits(4),
    ]
    for note in notes { expectSame(english.name(note), chinese.name(note)) }
  }
}
