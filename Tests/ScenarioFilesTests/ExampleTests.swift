import Foundation
import IncentiveEngine
import Measurement
import Quantities
import Scenarios
import Testing
import Timeline

@testable import ScenarioFiles

/// The repository's root, from this file's place.
let repositoryRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

func shippedText(_ path: String) throws -> String {
  try String(contentsOf: repositoryRoot.appendingPathComponent(path), encoding: .utf8)
}

/// Reads a text that must be right; prints the problems if it is not.
func loaded(_ text: String, name: String = "test.yaml") throws -> LoadedScenario {
  switch ScenarioFile.read(text: text, name: name) {
  case .success(let loaded): return loaded
  case .failure(let problems):
    Issue.record(Comment(rawValue: problems.rendered))
    throw problems
  }
}

@Suite struct ExampleTests {
  let example: Scenario

  init() throws {
    example = try loaded(shippedText("scenarios/points-and-growth.yaml")).scenario
  }

  @Test func `the design's example is read as it is printed there`() throws {
    #expect(example.title == "Points and growth value, quarterly reset")
    #expect(example.horizon.dayCount == 365)
    #expect(CivilDate(example.horizon.firstDay).text == "2026-01-01")
    #expect(example.zone.identifier == "Asia/Shanghai")
    #expect(example.currency.code == "CNY")
    #expect(example.seed == 20_260_101)
    #expect(example.replications == 1)
    #expect(example.economics.margin == .percent(35))
    #expect(example.economics.messageCost == [.wecom: Money(minor: 1), .sms: Money(minor: 5)])
  }

  @Test func `its people are a base with two years of history`() throws {
    #expect(example.people.memberCount == 200_000)
    #expect(example.people.prospectCount == 100_000)
    #expect(example.people.start == .base(historyDays: 366 + 365, scheme: .none))
    #expect(example.people.segments.map(\.name) == ["regulars", "occasional", "deal-seekers"])
    #expect(example.people.segments.map(\.share) == [.percent(30), .percent(65), .percent(5)])
    #expect(example.people.segments[1].profile == Preset.cdnow.profile)
  }

  @Test func `its scheme earns a point a yuan and has three tiers`() throws {
    let scheme = try #require(example.arms.first { $0.name == "growth" }).scheme
    #expect(scheme.points?.earn == .perMinorPaid(Rate(1, over: 100)))
    #expect(
      scheme.points?.redeem
        == RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)))
    #expect(scheme.points?.expiry == .afterMonths(6, roundedTo: .month))
    #expect(scheme.points?.warning == ExpiryWarning(dayOfMonth: 25))
    #expect(scheme.growth == GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: .quarter))
    #expect(
      scheme.tiers?.tiers == [
        Tier(name: "bronze", threshold: 0, price: .percent(90)),
        Tier(name: "silver", threshold: 1000, price: .percent(85)),
        Tier(name: "gold", threshold: 5000, price: .percent(80)),
      ])
    #expect(
      scheme.multipliers == [
        Multiplier(name: "birthday-gold", factor: Rate(2), window: .birthday(.week), tier: 2)
      ])
  }

  @Test func `its arms are control, growth, and a generous one that earns twice`() throws {
    #expect(example.arms.map(\.name) == ["control", "growth", "generous"])
    #expect(example.arms[0].scheme == .none)
    #expect(example.arms[2].scheme.points?.earn == .perMinorPaid(Rate(2, over: 100)))
    var same = example.arms[2].scheme
    same.points?.earn = .perMinorPaid(Rate(1, over: 100))
    same.name = "growth"
    #expect(same == example.arms[1].scheme)
  }

  @Test func `its expectations are a goal, a guardrail and a check`() throws {
    #expect(
      example.expectations == [
        Expectation(
          metric: .repurchase90, role: .goal, arm: "growth", reference: .arm("control"),
          condition: .up, line: 27),
        Expectation(
          metric: .optOutRate, role: .guardrail, reference: .absolute, condition: .atMost(0.02),
          line: 28),
        Expectation(
          metric: .incentiveCostPerMember, role: .check, reference: .baseline,
          condition: .change(fail: .init(increase: .init(share: 0.03)), warn: .init()),
          owner: "loyalty-finance", why: "Q3 budget", line: 29),
      ])
  }
}
