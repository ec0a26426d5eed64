import IncentiveEngine
import Measurement
import Quantities
import Scenarios
import Statistics
import Testing
import Timeline

@testable import Experiments

/// Differences of lives that are lived, with the luck of who was drawn taken off: as good as they say.
@Suite struct ControlledLivesTests {
  /// Two arms for 60 days, twice as many communities as there are in a replication.
  private static func lived(seed: UInt64, _ people: People) async throws -> Comparison {
    let points = PointsProgram(
      earn: .perMinorPaid(Rate(3, over: 100)),
      redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)))
    let offer = Offer(
      name: "tenth", access: .promotion(.always),
      benefit: .shareOff(.percent(10), minimumSpend: .zero, cap: nil))
    let scenario = Scenario(
      title: "luck", horizon: Horizon(firstDay: try ReplayTests.day(2026, 1, 1), dayCount: 60),
      zone: try #require(ProgramZone(identifier: "UTC")),
      currency: try #require(Currency(code: "CNY")), seed: seed, replications: 2, people: people,
      economics: Economics(margin: .percent(35), messageCost: [.wecom: Money(minor: 1)]),
      arms: [
        Arm(name: "control", scheme: .none),
        Arm(name: "offer", scheme: Scheme(name: "offer", points: points, offers: [offer])),
      ])
    let run = Run(plan: try scenario.compiled(), replications: 2)
    return try Comparison(try await run.execute(threads: 2), of: scenario)
  }

  private static func people(
    members: Int, others: Int = 0, community: Int, store: Double, isMixed: Bool
  ) -> People {
    func segment(_ preset: Preset, _ share: Int64) -> Segment {
      Segment(name: preset.name, share: .percent(share), profile: preset.profile)
    }
    return People(
      memberCount: members, prospectCount: others, membersPerCommunity: community,
      storeEffect: store,
      segments: isMixed
        ? [segment(.groceryHabit, 30), segment(.cdnow, 65), segment(.dealSeekers, 5)]
        : [segment(.groceryHabit, 100)])
  }

  /// 90 communities of 27 people of one kind, or 160 of 60 of three kinds at stores that differ.
  private static let towns: [(name: String, people: People)] = [
    (
      "alike",
      people(members: 900, others: 300, community: 20, store: 0, isMixed: false)
    ),
    ("mixed", people(members: 4_800, community: 60, store: 0.3, isMixed: true)),
  ]

  /// Plain estimates of many seeds are unbiased; the controlled ones have the same expectation, spread
  /// as they say, and their intervals hold it as often as plain ones do.
  @Test(arguments: towns.indices)
  func `over 120 seeds controlled estimates are unbiased, sharper and honest`(town: Int)
    async throws
  {
    let (name, people) = Self.towns[town]
    let seeds: ClosedRange<UInt64> = 1...120
    var comparisons: [Comparison] = []
    for seed in seeds { comparisons.append(try await Self.lived(seed: seed, people)) }
    let metrics: [Metric] = [
      .ordersPerMember, .revenuePerMember, .incentiveCostPerMember, .netValuePerMember,
      .outstandingPointsPerMember,
    ]
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func deviation(_ values: [Double]) -> Double {
      let middle = mean(values)
      let squares = values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
      return (squares / Double(values.count - 1)).squareRoot()
    }
    for metric in metrics {
      let found = comparisons.map { $0.arms[1][metric] }.filter { $0.controlled != nil }
      let told = "\(name), \(metric), seeds \(seeds), \(found.count) controlled"
      #expect(found.count > 90, "\(told)")
      let truth = mean(try comparisons.map { try #require($0.arms[1][metric].difference.value) })
      let plain = try found.map { try #require($0.difference.estimate) }
      let controlled = try found.map { try #require($0.controlled).estimate }
      let shift = mean(controlled.map(\.value)) - truth
      let error = deviation(plain.map(\.value)) / Double(found.count).squareRoot()
      #expect(abs(shift) < 3 * error, "\(told): \(shift), plain ± \(error)")
      let seen = deviation(controlled.map(\.value))
      let stated = mean(controlled.map { ($0.standardError ?? 0) * ($0.standardError ?? 0) })
        .squareRoot()
      #expect((0.85...1.15).contains(seen / stated), "\(told): \(seen) of \(stated)")
      #expect(seen < deviation(plain.map(\.value)), "\(told): sharper")
      func held(_ estimates: [Estimate]) -> Double {
        Double(estimates.count { $0.interval?.contains(truth) == true }) / Double(found.count)
      }
      #expect(held(controlled) > held(plain) - 0.04, "\(told): \(held(controlled))")
      #expect(held(controlled) > 0.9, "\(told): \(held(controlled))")
    }
  }

  /// 100 communities of 16 members of three kinds, at stores of which a few are many times as busy: a
  /// few communities decide what a regression finds.
  @Test func `where a few communities decide, nothing is taken off`() async throws {
    let people = Self.people(members: 800, community: 16, store: 0.8, isMixed: true)
    var controlled = 0
    for seed: UInt64 in 1...25 {
      let found = try await Self.lived(seed: seed, people).arms[1][.ordersPerMember].controlled
      controlled += found == nil ? 0 : 1
    }
    #expect(controlled < 6, "seeds 1...25: \(controlled)")
  }
}
