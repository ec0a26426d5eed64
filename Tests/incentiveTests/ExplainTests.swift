import CommunitySimulation
import Experiments
import Foundation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import PointsLedger
import Quantities
import ScenarioFiles
import Scenarios
import Testing
import Timeline

@testable import incentive

/// Counts what a whole community does within the horizon.
private struct CommunityWatcher: LifeObserver {
  let start: Minute
  var orders: Int64 = 0
  var wonBack: Int64 = 0
  var messages: Int64 = 0
  /// Points in, out by spending, out by expiry.
  var issued: Int64 = 0
  var redeemed: Int64 = 0
  var worstParts = 0.0

  func watches(_ person: Int) -> Bool { true }

  mutating func observe(_ moment: LifeMoment, of person: Int) {
    switch moment {
    case .occasion(let record):
      if let parts = record.parts {
        let sum = parts.response * parts.attraction - parts.wear
        worstParts = max(worstParts, abs(sum - parts.utility))
      }
      if record.isOrder, record.occasion.minute >= start.index { orders += 1 }
    case .wonBack(let minute): if minute >= start { wonBack += 1 }
    case .message(let minute, _, _, _): if minute >= start { messages += 1 }
    case .joined, .calendar, .errand, .lapsed, .metFromStock, .goodsBack, .payment, .timer,
      .tags, .invitation, .risk:
      break
    }
  }

  mutating func record(_ transfer: Transfer) {
    guard transfer.minute >= start else { return }
    if transfer.target == .redemption { redeemed += transfer.points.count }
    if !transfer.source.isMember, transfer.target.isMember { issued += transfer.points.count }
  }
}

@Suite struct ExplainTests {
  static let file = "scenarios/points-and-growth.yaml"
  let plan: SimulationPlan<LoyaltyEngine>

  init() throws {
    let path = repositoryRoot.appendingPathComponent(Self.file).path
    plan = try ScenarioFile.read(path: path).get().scenario
      .applying(Overrides(members: 300)).scenario.compiled()
  }

  /// The first person with more than ten orders, an impulse among them.
  private func busyPerson() throws -> Int {
    try #require(
      (0..<300).first { number in
        let seen = plan.watch(
          community: 0, replication: 0, arm: 1, observer: LifeWatcher(position: number))
        return seen.orders.count { $0.stream == .impulse } > 0 && seen.orders.count > 10
      })
  }

  @Test func `a watched community lives as in the run, in every arm`() {
    var tally = Tally(layout: plan.layout)
    var work = WorkCount()
    plan.simulate(community: 0, replication: 0, into: &tally, work: &work)
    for arm in plan.arms.indices {
      let seen = plan.watch(
        community: 0, replication: 0, arm: arm,
        observer: CommunityWatcher(start: plan.horizon.start))
      #expect(seen.orders == tally.arms[arm][.orders])
      #expect(seen.wonBack == tally.arms[arm][.winBacks])
      #expect(seen.messages == tally.arms[arm][.messages])
      #expect(seen.issued == tally.arms[arm][.pointsIssued])
      #expect(seen.redeemed == tally.arms[arm][.pointsRedeemed])
      #expect(seen.worstParts < 1e-12)
      #expect(seen.orders > 0)
    }
  }

  @Test func `every person of an uneven population has one home`() {
    let people = CommunityPlan(
      memberCount: 2_357, prospectCount: 411, arrivalCount: 7, membersPerCommunity: 300)
    var expected: UInt32 = 0
    for community in 0..<people.communityCount {
      for position in 0..<people.community(community).personCount {
        let home = people.home(of: expected)
        #expect(home?.community == community && home?.position == position)
        expected += 1
      }
    }
    #expect(Int(expected) == people.personCount)
    #expect(people.home(of: expected) == nil)
  }

  @Test func `the transfers of a story sum to the balance that the engine names`() throws {
    var asked = 0
    for member in 0..<20 {
      let value = try incentive(
        "explain", Self.file, "--member", "\(member)", "--arm", "generous", "--members", "300",
        "--json"
      ).json()
      #expect(value["balanceFailures"] as? Int == 0)
      asked += try #require(value["balanceChecks"] as? Int)
      let entries = try #require(value["entries"] as? [[String: Any]])
      let balance = try #require(value["balance"] as? Int)
      #expect(entries.reduce(0) { $0 + ($1["pointsChange"] as? Int ?? 0) } == balance)
    }
    #expect(asked > 100)
  }

  @Test func `each order's waterfall ends at what was paid, and at the points issued`() throws {
    let entries = try #require(
      try incentive(
        "explain", Self.file, "--member", "\(busyPerson())", "--arm", "generous", "--members",
        "300", "--orders-only", "--json"
      ).json()["entries"] as? [[String: Any]])
    var orders = 0
    for entry in entries {
      guard let waterfall = entry["waterfall"] as? [String: Any] else { continue }
      let occasion = try #require(entry["occasion"] as? [String: Any])
      let transfers = try #require(entry["transfers"] as? [[String: Any]])
      let issued = transfers.filter { ($0["from"] as? String)?.hasPrefix("issuance") == true }
        .reduce(0) { $0 + ($1["points"] as? Int ?? 0) }
      #expect(waterfall["listMinor"] as? Int == occasion["listMinor"] as? Int)
      #expect(waterfall["paidMinor"] as? Int == occasion["paidMinor"] as? Int)
      #expect(waterfall["earnedPoints"] as? Int == issued)
      orders += 1
    }
    #expect(orders > 5)
  }

  @Test func `a story in Chinese names rules and reasons as the scheme does`() throws {
    let ran = try incentive(
      "explain", Self.file, "--member", "\(busyPerson())", "--arm", "growth", "--members", "300",
      "--language", "zh")
    #expect(ran.status == 0)
    for words in ["  原价\n", "  tiers.gold: 不面向该会员 [not-in-audience]\n", "  实付\n", "与流水一致"] {
      #expect(ran.output.contains(words), "\(words)")
    }
    // Words in English are left to names alone.
    for words in ["points outstanding", "list price", "applied", "control has"] {
      #expect(!ran.output.contains(words), "\(words)")
    }
  }

  @Test func `a story says why, by which rule, and whether control has the order`() throws {
    let person = try busyPerson()
    let ran = try incentive(
      "explain", Self.file, "--member", "\(person)", "--arm", "growth", "--members", "300")
    #expect(ran.status == 0)
    #expect(ran.errors.isEmpty)
    for words in [
      "by points.earn (lot of 2026-", "  list price\n", "  tiers.bronze\n",
      "  tiers.gold: not for this member [not-in-audience]\n", "  paid\n",
      "  points.earn (points)\n", "control has this order, too",
      "gained: control has no order here", "utility ", "agreed with the transfers",
    ] {
      #expect(ran.output.contains(words), "\(words)")
    }
  }

  @Test(arguments: [
    (["--member", "450"], "--member 450 is none of 0 to 449"),
    (["--member", "1", "--arm", "x"], "--arm x is none of the arms: control, growth, generous"),
    (["--member", "1", "--replication", "1"], "--replication 1 is none of 0 to 0"),
    (["--member", "1", "--from", "2026-02-30"], "--from 2026-02-30 is no date"),
    (["--member", "1", "--from", "2026-03-02", "--to", "2026-03-01"], "--from is later than --to"),
  ])
  func `what does not exist is wrong usage`(flags: [String], message: String) throws {
    let ran = try incentive(["explain", Self.file, "--members", "300"] + flags)
    #expect(ran.status == 64)
    #expect(ran.output.isEmpty)
    #expect(ran.errors.contains(message))
  }
}
