import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberPopulation
import Scenarios
import Statistics
import Testing
import Timeline

/// With incentives off a population is the customer-base model: expected values from references.py,
/// which reproduces E[X(t)] of BG/NBD, MBG/NBD and Pareto/NBD as published for CDNOW.
///
/// A member's acquisition is not an order of the simulation: what is counted is repeat purchases.
@Suite struct DockingTests {
  static let cases = Model.all.flatMap { model in [1, 2, 3].map { Case(model: model, seed: $0) } }

  @Test(arguments: cases)
  func `mean purchases by week are the model's, within 3 standard errors`(_ dock: Case) throws {
    let table = try DockingTable()
    let tally = dock.town.plan(under: NoIncentives()).live()
    let daily = tally.arms[0].series(.orders)
    for weeks in [13, 26, 39, 52, 78] {
      let expected = try table.numbers("mean", dock.model.name, weeks: weeks)
      let mean = Double(daily.prefix(7 * weeks).reduce(0, +)) / Double(Case.people)
      let error = (expected[1] / Double(Case.people)).squareRoot()
      #expect(
        abs(mean - expected[0]) < 3 * error,
        "\(dock): week \(weeks), mean \(mean), expected \(expected[0]) ± \(error)")
    }
  }

  @Test(arguments: cases)
  func `members by number of purchases in 39 weeks follow the model`(_ dock: Case) throws {
    let shares = try DockingTable().numbers("histogram", dock.model.name, weeks: 39)
    let counts = dock.countsAfter(weeks: 39)
    var observed = Array(repeating: 0, count: shares.count)
    for count in counts { observed[min(count, 7)] += 1 }
    let total = shares.reduce(0, +)
    let fit = try GoodnessOfFit(
      observed: observed, expected: shares.map { $0 / total * Double(Case.people) })
    #expect(fit.pValue > 0.001, "\(dock): p \(fit.pValue), \(observed)")
    let zeroClass = try GoodnessOfFit(
      observed: [observed[0], Case.people - observed[0]],
      expected: [shares[0], 1 - shares[0]].map { $0 * Double(Case.people) })
    #expect(zeroClass.pValue > 0.001, "\(dock): p \(zeroClass.pValue), zero class \(observed[0])")
  }

  @Test(arguments: [1, 2, 3])
  func `Erlang-2 purchases agree with an independent generator`(seed: Int) throws {
    let table = try DockingTable()
    let dock = Case(model: .erlang, seed: seed)
    let daily = dock.town.plan(under: NoIncentives()).live().arms[0].series(.orders)
    for weeks in [13, 26, 39, 52, 78] {
      let generated = try table.numbers("generated", "mbg-cnbd-2", weeks: weeks)
      let variance = try table.numbers("mean", "mbg-cnbd-2", weeks: weeks)[1]
      let mean = Double(daily.prefix(7 * weeks).reduce(0, +)) / Double(Case.people)
      let error = (variance / Double(Case.people) + generated[1] * generated[1]).squareRoot()
      #expect(abs(mean - generated[0]) < 3 * error, "\(dock): week \(weeks), mean \(mean)")
    }
  }

  @Test(arguments: [1, 2, 3])
  func `how often members buy says nothing about how much they spend`(seed: Int) throws {
    let dock = Case(model: .bg, seed: seed)
    var buyers: [(count: Double, spend: Double)] = []
    dock.watch(weeks: 39) { book in
      for person in book.counts.indices where book.counts[person] > 0 {
        buyers.append((Double(book.counts[person]), Double(book.first[person])))
      }
    }
    // Under independence a correlation of n pairs has standard deviation 1/√n.
    let limit = 4 / Double(buyers.count).squareRoot()
    let found = correlation(buyers)
    #expect(abs(found) < limit, "\(dock): correlation \(found) of \(buyers.count) buyers")
  }

  @Test(arguments: [1, 2])
  func `the engine with an empty scheme changes no bit of any tally`(seed: UInt64) throws {
    var town = Town(segments: mixedSegments, members: 600, prospects: 200, arrivals: 60)
    town.historyDays = 120
    town.storeEffect = 0.3
    town.seed = seed
    for hasCatalogue in [false, true] {
      town.hasCatalogue = hasCatalogue
      let without = town.plan(under: NoIncentives()).live()
      let with = try town.plan().live()
      #expect(without.arms[0][.orders] > 500)
      #expect(without.canonicalBytes == with.canonicalBytes)
    }
  }
}

extension DockingTests {
  /// A model with the parameters of CDNOW.
  enum Model: String, CaseIterable, Sendable {
    case bg = "bg-nbd"
    case mbg = "mbg-nbd"
    case erlang = "mbg-cnbd-2"
    case pareto = "pareto-nbd"

    static let all = allCases
    var name: String { rawValue }

    var profile: PopulationProfile {
      var profile = Preset.cdnow.profile.population
      switch self {
      case .bg: profile.set(.bgNBD, rates: (0.242595, 4.413602), dropout: (0.792922, 2.425906))
      case .mbg: profile.set(.mbgCNBD, rates: (0.524843, 6.183085), dropout: (0.891359, 1.614001))
      case .erlang:
        // Published for the rate of stages; a purchase is two of them.
        profile.set(.mbgCNBD, rates: (0.579896, 2 * 2.288149), dropout: (1.134453, 1.584974))
        profile.parameters[.regularity] = Parameter(2, .notStated, source: "")
      case .pareto:
        profile.set(.paretoNBD, rates: (0.553277, 10.577683), dropout: (0.60624, 11.668731))
      }
      return profile
    }
  }

  /// One model and one seed.
  struct Case: Sendable, CustomStringConvertible {
    static let people = 100_000
    let model: Model
    let seed: Int

    var description: String { "\(model.name), seed \(seed)" }

    var town: Town {
      var profile = Preset.cdnow.profile
      profile.population = model.profile
      var town = Town(segments: [(profile, 1)], members: Self.people, membersPerCommunity: 1000)
      town.days = 78 * 7
      town.seed = UInt64(seed)
      return town
    }

    func watch(weeks: Int, _ body: (OrderCounts) -> Void) {
      var town = town
      town.days = weeks * 7
      let plan = town.plan(under: NoIncentives())
      for community in 0..<plan.communities.communityCount {
        let people = plan.communities.community(community).personCount
        body(
          plan.watch(
            community: community, replication: 0, arm: 0,
            observer: OrderCounts(people: people, before: plan.horizon.end)))
      }
    }

    func countsAfter(weeks: Int) -> [Int] {
      var counts: [Int] = []
      watch(weeks: weeks) { counts += $0.counts }
      return counts
    }
  }

  /// Pearson's correlation.
  private func correlation(_ pairs: [(count: Double, spend: Double)]) -> Double {
    let size = Double(pairs.count)
    let means = (
      pairs.reduce(0) { $0 + $1.count } / size, pairs.reduce(0) { $0 + $1.spend } / size
    )
    var products = (0.0, 0.0, 0.0)
    for pair in pairs {
      let (left, right) = (pair.count - means.0, pair.spend - means.1)
      products.0 += left * left
      products.1 += right * right
      products.2 += left * right
    }
    return products.2 / (products.0 * products.1).squareRoot()
  }
}

extension PopulationProfile {
  fileprivate mutating func set(
    _ family: TimingFamily, rates: (Double, Double), dropout: (Double, Double)
  ) {
    func estimate(_ value: Double) -> Parameter {
      Parameter(value, .notStated, source: "estimated from the CDNOW 1/10 sample")
    }
    timing = family
    parameters[.rateShape] = estimate(rates.0)
    parameters[.rateScale] = estimate(rates.1)
    parameters[.regularity] = estimate(1)
    parameters[family == .paretoNBD ? .lifetimeShape : .dropoutA] = estimate(dropout.0)
    parameters[family == .paretoNBD ? .lifetimeScale : .dropoutB] = estimate(dropout.1)
  }
}

/// The presets together, in shares that add up to one.
let mixedSegments: [(profile: MemberProfile, share: Double)] = [
  (Preset.groceryHabit.profile, 0.4), (Preset.cdnow.profile, 0.35),
  (Preset.dealSeekers.profile, 0.25),
]
