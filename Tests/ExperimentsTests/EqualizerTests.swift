import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing
import Timeline

@testable import Experiments

/// Arms that are made to cost the same, where the answer can be worked by hand.
@Suite struct EqualizerTests {
  /// Baskets of about ¥200 (1% apart), and people whom no price moves: every arm has control's orders.
  private static func scenario(
    arms: [Arm], equalizations: [Equalization], members: Int = 600
  ) throws -> Scenario {
    var profile = Preset.groceryHabit.profile
    for (name, value) in [
      (PopulationParameter.spendMedian, 200.0), (.spendWithin, 0.01), (.spendBetween, 0.01),
    ] {
      profile.population.parameters[name] = Parameter(value, .notStated, source: "test")
    }
    return Scenario(
      title: "equal", horizon: Horizon(firstDay: try ReplayTests.day(2026, 1, 1), dayCount: 60),
      zone: try #require(ProgramZone(identifier: "UTC")),
      currency: try #require(Currency(code: "CNY")), seed: 11,
      people: People(
        memberCount: members, membersPerCommunity: 100,
        segments: [Segment(name: "all", share: .percent(100), profile: profile)],
        switchedOff: Submodel.allCases),
      economics: Economics(margin: .percent(35), messageCost: [.wecom: Money(minor: 1)]),
      arms: [Arm(name: "control", scheme: .none)] + arms, equalizations: equalizations)
  }

  private static func arm(_ name: String, _ benefit: Benefit) -> Arm {
    Arm(
      name: name,
      scheme: Scheme(
        name: name,
        offers: [Offer(name: "off", access: .promotion(.always), benefit: benefit)]))
  }

  private static let tenOff = arm(
    "ten-off", .amountOff([LadderStep(minimumSpend: .zero, off: Money(minor: 1000))]))

  private static func percentOff(_ basisPoints: Int64, name: String = "percent-off") -> Arm {
    arm(name, .shareOff(Rate(basisPoints, over: 10_000), minimumSpend: .zero, cap: nil))
  }

  /// Whole hundredths of a percent, from 0.01% to 40%.
  private static let percents = NumberGrid(
    before: "", after: "%", decimals: 2, lowest: 1, step: 1, highestPosition: 3999)

  private static func sought(
    _ grid: NumberGrid = percents, arm: String = "percent-off", target: String = "ten-off",
    within: Double = Equalization.usualWithin, firstMembers: Int? = nil
  ) -> Equalization {
    Equalization(
      arm: arm, target: target, path: "scheme.promotions.off.share", grid: grid, within: within,
      firstMembers: firstMembers)
  }

  /// Puts percentages into the arms that ask for them.
  private static func equalizer(
    _ scenario: Scenario, threads: Int = 2, steps: @escaping (Equalizer.Step) -> Void = { _ in }
  ) -> Equalizer {
    Equalizer(threads: threads, progress: steps) { values in
      var changed = scenario
      for (equalization, text) in values {
        let share = try #require(Double(text.dropLast()))
        let index = try #require(changed.arms.firstIndex { $0.name == equalization.arm })
        changed.arms[index] = percentOff(Int64((share * 100).rounded()), name: equalization.arm)
      }
      return changed
    }
  }

  /// Orders and their list value, from a run of control and an arm.
  private static func totals(_ scenario: Scenario) async throws -> (orders: Double, list: Double) {
    let outcome = try await Run(plan: try scenario.compiled(), replications: 1).execute(threads: 2)
    return (Double(outcome.tally.arms[0][.orders]), Double(outcome.tally.arms[0][.listMinor]))
  }

  @Test func `the percentage that costs as much as ten off every order is ten orders of the list`()
    async throws
  {
    let scenario = try Self.scenario(
      arms: [Self.tenOff, Self.percentOff(100)], equalizations: [Self.sought()])
    let settled = try await Self.equalizer(scenario).settled(scenario)
    let found = try #require(settled.equalizations.first?.found)
    let totals = try await Self.totals(scenario)
    // Each order costs ¥10, or its share of the list: s = 10 · orders ÷ list, about 10 ÷ 200 = 5%.
    let exact = 1000 * totals.orders / totals.list
    let share = try #require(Double(found.text.dropLast())) / 100
    #expect(abs(exact - 0.05) < 0.001)
    // A percentage takes off whole fen, rounded down: up to 1 fen of ¥10, 0.1%, less.
    #expect(abs(share - exact) <= exact * 0.006, "\(found.text), exactly \(exact)")
    #expect(abs(found.difference) <= 0.005 && found.neighbor == nil)
    #expect(abs(found.reference - 1000 * totals.orders / 600) < 1e-6)
    #expect(found.smallMembers == 200 && found.smallRuns > 0 && found.fullRuns <= 3)
    // What was found stands in the arm, and the run costs what the search said.
    let comparison = try await Comparison(
      Run(plan: try settled.compiled(), replications: 1).execute(threads: 2), of: settled)
    let cost = comparison.arm(named: "percent-off")?[.incentiveCostPerMember].arm.value
    #expect(cost == found.value)
    let target = comparison.arm(named: "ten-off")?[.incentiveCostPerMember].arm.value
    #expect(target == found.reference)
  }

  @Test func `any number of threads takes the same steps`() async throws {
    let scenario = try Self.scenario(
      arms: [Self.tenOff, Self.percentOff(100)], equalizations: [Self.sought()])
    var steps: [[Equalizer.Step]] = [[], []]
    for (index, threads) in [1, 3].enumerated() {
      _ = try await Self.equalizer(scenario, threads: threads) { steps[index].append($0) }
        .settled(scenario)
    }
    #expect(steps[0] == steps[1] && steps[0].count >= 3)
  }

  @Test func `a coarse grid tells its two neighbors`() async throws {
    // Of about ¥200, 4% is ¥8 and 8% is ¥16: 4% is nearer to ¥10.
    let grid = NumberGrid(
      before: "", after: "%", decimals: 0, lowest: 4, step: 4, highestPosition: 5)
    let scenario = try Self.scenario(
      arms: [Self.tenOff, Self.percentOff(100)],
      equalizations: [Self.sought(grid, firstMembers: 600)])
    let found = try #require(
      try await Self.equalizer(scenario).settled(scenario).equalizations[0].found)
    #expect(found.text == "4%" && found.neighbor?.text == "8%" && found.smallRuns == 0)
    #expect(abs(found.difference + 0.2) < 0.01)
    #expect(found.neighbor.map { abs($0.value / found.reference - 1.6) < 0.01 } == true)
  }

  @Test func `a range that does not hold the answer is told with the cost at both ends`()
    async throws
  {
    let grid = NumberGrid(
      before: "", after: "%", decimals: 0, lowest: 10, step: 1, highestPosition: 10)
    let scenario = try Self.scenario(
      arms: [Self.tenOff, Self.percentOff(1000)], equalizations: [Self.sought(grid)])
    do {
      _ = try await Self.equalizer(scenario).settled(scenario)
      Issue.record("10% to 20% of ¥200 cost more than ¥10")
    } catch let failure as EqualizationFailure {
      guard case .outOfRange(_, let low, let high, let reference, _) = failure else {
        Issue.record("another failure")
        return
      }
      #expect(abs(low / reference - 2) < 0.01 && abs(high / reference - 4) < 0.01)
      #expect(failure.message.contains("between 10% and 20%"))
    }
  }

  @Test func `an arm waits for the one that it is equalized to`() async throws {
    let first = Self.sought(arm: "first", target: "second")
    let second = Self.sought(arm: "second", target: "ten-off")
    let scenario = try Self.scenario(
      arms: [
        Self.percentOff(1, name: "first"), Self.percentOff(4000, name: "second"), Self.tenOff,
      ], equalizations: [first, second])
    let settled = try await Self.equalizer(scenario).settled(scenario)
    #expect(settled.equalizations.map(\.arm) == ["first", "second"])
    let texts = settled.equalizations.compactMap { $0.found?.text }
    #expect(texts.count == 2)
    for text in texts { #expect(abs((Double(text.dropLast()) ?? 0) - 5) < 0.1) }
  }

  @Test func `arms that wait for each other have no order`() {
    let circle = [
      Self.sought(arm: "a", target: "b"), Self.sought(arm: "b", target: "c"),
      Self.sought(arm: "c", target: "a"),
    ]
    #expect(circle.inOrder == nil)
    #expect(Array(circle.dropLast()).inOrder?.map(\.arm) == ["b", "a"])
  }

  @Test func `what was found is said in a sentence with both neighbors`() throws {
    var sought = Self.sought()
    sought.found = .init(
      text: "5%", value: 1234, reference: 1240, smallRuns: 4, smallMembers: 200, fullRuns: 2,
      neighbor: .init(text: "5.01%", value: 1250))
    let currency = try #require(Currency(code: "CNY"))
    #expect(
      sought.sentence(currency)
        == "equalized: percent-off: scheme.promotions.off.share = 5% after 6 runs (4 of 200 members, "
        + "2 of all members); incentive-cost-per-member ¥12.34 against ¥12.40 of ten-off (−0.48%); "
        + "no value is nearer: at 5.01% it is ¥12.50")
  }
}
