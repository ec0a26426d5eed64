import MemberPopulation
import Quantities
import Randomness
import Testing

/// What the distributions of traits expect, by hand and against people who are drawn.
@Suite struct TraitMomentsTests {
  private static func profile(
    _ spend: SpendFamily, _ changes: [PopulationParameter: Double] = [:]
  ) -> PopulationProfile {
    var profile = PopulationProfile.example(.bgNBD)
    profile.spend = spend
    let values: [PopulationParameter: Double] = [
      .spendShape: 6.25, .spendScaleShape: 3.74, .spendScale: 15.44, .spendMedian: 40,
      .spendWithin: 0.5, .spendBetween: 0.4,
    ]
    for (name, value) in values.merging(changes, uniquingKeysWith: { $1 }) {
      profile.parameters[name] = Parameter(value, .notStated, source: "")
    }
    return profile
  }

  /// The parameters of Fader & Hardie's note 025 for CDNOW: 6.25 · 15.44 ÷ 2.74 = 35.219.
  @Test func `the mean spend of gamma-gamma is that of the note`() throws {
    let model = TraitModel(Self.profile(.gammaGamma))
    #expect(abs(try #require(model.meanSpend) - 35.218_978_102) < 1e-8)
    #expect(abs(model.spendVariation - 1 / 1.74) < 1e-12)
  }

  /// 40 · e^((0.25 + 0.16) ÷ 2) = 49.101003; e^0.16 − 1 = 0.17351087.
  @Test func `the mean spend of lognormal is the median times both variations`() throws {
    let model = TraitModel(Self.profile(.lognormal))
    #expect(abs(try #require(model.meanSpend) - 49.101_002_599) < 1e-8)
    #expect(abs(model.spendVariation - 0.173_510_871) < 1e-8)
  }

  @Test func `where people differ too much there is no mean, or no variance`() {
    let wild = TraitModel(Self.profile(.gammaGamma, [.spendScaleShape: 0.9]))
    #expect(wild.meanSpend == nil && wild.spendVariation == .infinity)
    let heavy = TraitModel(Self.profile(.gammaGamma, [.spendScaleShape: 2]))
    #expect(heavy.meanSpend != nil && heavy.spendVariation == .infinity)
  }

  @Test(arguments: [SpendFamily.gammaGamma, .lognormal])
  func `people who are drawn have these means, and their orders, too`(family: SpendFamily) throws {
    let profile = Self.profile(family)
    let model = TraitModel(profile)
    let draws = Draws(seed: 41, replication: 0)
    let people: UInt32 = 200_000
    let traits = (0..<people).map {
      model.traits(of: $0, inSegment: 0, storeEffect: 1, from: draws)
    }
    let mean = try #require(model.meanSpend)
    let relative = traits.map { model.meanSpend(of: $0) / mean }
    let error = (model.spendVariation / Double(people)).squareRoot()
    #expect(abs(relative.reduce(0, +) / Double(people) - 1) < 4 * error, "seed 41")
    let rates = traits.map { $0.needsPerWeek / model.meanNeedsPerWeek }
    // A gamma distribution of shape r has a squared coefficient of variation of 1 ÷ r.
    let rateError = (1 / model.rateShape / Double(people)).squareRoot()
    #expect(abs(rates.reduce(0, +) / Double(people) - 1) < 4 * rateError, "seed 41")
    // One person's orders average to what is expected of that person, to the nearest minor unit.
    let spend = SpendModel(profile, currency: Currency.known[0])
    let orders: UInt32 = 100_000
    let sum = (0..<orders).reduce(0.0) { total, order in
      let address = DrawAddress(subject: 7, purpose: Purpose(rawValue: 900), occurrence: order)
      return total
        + Double(spend.amount(level: traits[7].spendLevel, at: address, from: draws).minor)
    }
    let minor = Double(Currency.known[0].minorPerMajor)
    let found = sum / Double(orders) / minor / model.meanSpend(of: traits[7])
    // Variation of one order: 1 ÷ p = 0.16, e^(σ²) − 1 = 0.284; at most √0.284 ÷ √100,000.
    #expect(abs(found - 1) < 4 * 0.00169, "seed 41: \(found)")
  }
}
