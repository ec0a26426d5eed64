import CommunitySimulation
import Foundation
import IncentiveEngine
import MemberBehavior
import MemberPopulation
import Scenarios
import Testing

@testable import Measurement

/// Joining by contact: Bass diffusion where everybody knows everybody, slower where few do.
@Suite struct DiffusionTests {
  /// Prospects who hardly ever buy, so that they join by themselves and by contact only.
  static func town(_ contacts: ContactModel?, prospects: Int, years: Int, seed: Int) -> Town {
    var profile = Preset.cdnow.profile
    profile.population.parameters[.rateScale] = Parameter(1e5, .notStated, source: "")
    var town = Town(segments: [(profile, 1)], members: 0, prospects: prospects)
    town.membersPerCommunity = prospects
    town.days = years * 365
    town.contacts = contacts
    town.switchedOff = [.joining]
    town.seed = UInt64(seed)
    return town
  }

  /// Who joined, day by day, added up over replications.
  static func joined(_ town: Town, replications: UInt32) -> [[Double]] {
    let plan = town.plan(under: NoIncentives())
    return (0..<replications).map { replication in
      plan.live(replication: replication).arms[0].series(.joined).map(Double.init)
    }
  }

  /// Bass' cumulative share after so many years, in closed form.
  static func bass(_ years: Double, innovation: Double = 0.03, imitation: Double = 0.38) -> Double {
    let left = exp(-(innovation + imitation) * years)
    return (1 - left) / (1 + imitation / innovation * left)
  }

  @Test(arguments: 1...3)
  func `P56: on a complete graph the share enrolled is Bass', year by year`(seed: Int) {
    let people = 4000
    let town = Self.town(ContactModel(shape: .complete), prospects: people, years: 15, seed: seed)
    let runs = Self.joined(town, replications: 16)
    for year in 1...15 {
      let shares = runs.map { $0.prefix(365 * year).reduce(0, +) / Double(people) }
      let mean = shares.reduce(0, +) / Double(shares.count)
      let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / Double(shares.count - 1) / Double(shares.count)).squareRoot()
      let expected = Self.bass(Double(year))
      // Finitely many people lag behind the limit by a share of the order of 1 ÷ people.
      #expect(
        abs(mean - expected) < 4 * error + 2 / Double(people),
        "seed \(seed), year \(year): \(mean) ± \(error), closed form \(expected)")
    }
  }

  @Test(arguments: 1...3)
  func `P56: most join after 6.2 years`(seed: Int) {
    let town = Self.town(ContactModel(shape: .complete), prospects: 4000, years: 10, seed: seed)
    let runs = Self.joined(town, replications: 12)
    // ln(q ÷ p) ÷ (p + q) = 6.19; a parabola through months 43 to 106, by least squares.
    let months = (43...106).map { month in
      runs.reduce(0.0) { $0 + $1[(month * 30)..<(month * 30 + 30)].reduce(0, +) }
    }
    let peak = (vertex(months) + 43 + 0.5) * 30 / 365
    #expect(peak > 5.5 && peak < 6.9, "seed \(seed): \(peak) years")
  }

  @Test func `with nobody to know, people join by themselves`() {
    let town = Self.town(
      ContactModel(shape: .none, innovationPerYear: 0.5), prospects: 4000, years: 2, seed: 1)
    let runs = Self.joined(town, replications: 1)
    for years in [1.0, 2] {
      let share = runs[0].prefix(Int(365 * years)).reduce(0, +) / 4000
      // 1 − e^(−0.5 · years), a binomial share.
      let expected = 1 - exp(-0.5 * years)
      #expect(abs(share - expected) < 4 * (expected * (1 - expected) / 4000).squareRoot())
    }
  }

  @Test func `the longer the ways, the slower people join`() {
    func share(_ shape: ContactShape) -> Double {
      let model = ContactModel(shape: shape, innovationPerYear: 0.005, imitationPerYear: 1)
      let town = Self.town(model, prospects: 2000, years: 6, seed: 5)
      return Self.joined(town, replications: 2).reduce(0) { $0 + $1.reduce(0, +) } / 4000
    }
    let complete = share(.complete)
    let small = share(.smallWorld(degree: 6, rewiring: 0.1))
    let ring = share(.smallWorld(degree: 6, rewiring: 0))
    #expect(complete > small && small > ring, "\(complete), \(small), \(ring)")
  }

  @Test func `who knows more members joins sooner, whatever the arm, and contacts stay inside`() {
    var town = Self.town(
      ContactModel(shape: .smallWorld(degree: 6, rewiring: 0.1)), prospects: 900, years: 3, seed: 2)
    (town.members, town.membersPerCommunity, town.arms) = (300, 100, [0, 0])
    let plan = town.plan(under: NoIncentives())
    let whole = plan.live()
    #expect(whole.arms[0][.joined] > 100)
    #expect(whole.arms[0][.joined] == whole.arms[1][.joined])
    #expect(whole.violations == [])
    // A community lives the same alone.
    var parts = Tally(layout: plan.layout)
    for community in (0..<plan.communities.communityCount).reversed() {
      parts.merge(plan.live([community]))
    }
    #expect(parts.canonicalBytes == whole.canonicalBytes)
    town.members = 0
    town.prospects = 1200
    let without = town.plan(under: NoIncentives()).live()
    #expect(
      Double(without.arms[0][.joined]) / 1200 < Double(whole.arms[0][.joined]) / 900,
      "nobody is a member at first")
  }

  @Test func `without contacts nothing changes`() throws {
    var town = Town.rich(arms: [0, 1], seed: 3)
    let before = try town.plan().live()
    town.contacts = ContactModel(shape: .none, innovationPerYear: 0, imitationPerYear: 0)
    #expect(try town.plan().live().canonicalBytes == before.canonicalBytes)
  }

  /// Where the parabola through evenly spaced values has its vertex.
  private func vertex(_ values: [Double]) -> Double {
    let middle = Double(values.count - 1) / 2
    var sums = (two: 0.0, four: 0.0, value: 0.0, first: 0.0, second: 0.0)
    for (index, value) in values.enumerated() {
      let position = Double(index) - middle
      sums.two += position * position
      sums.four += position * position * position * position
      sums.value += value
      sums.first += position * value
      sums.second += position * position * value
    }
    let size = Double(values.count)
    let curvature =
      (size * sums.second - sums.two * sums.value) / (size * sums.four - sums.two * sums.two)
    return middle - sums.first / sums.two / (2 * curvature)
  }
}
