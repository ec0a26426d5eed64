import MemberPopulation
import Quantities
import Randomness
import Testing

@Suite struct SpendModelTests {
  private static let people: UInt32 = 200_000
  private let draws = Draws(seed: 11, replication: 0)

  private func currency(_ code: String) throws -> Currency {
    try #require(Currency(code: code))
  }

  /// One order of everybody, in major units.
  private func orders(_ profile: PopulationProfile, in code: String = "CNY") throws -> [Double] {
    let currency = try currency(code)
    let model = SpendModel(profile, currency: currency)
    let traits = TraitModel(profile)
    return (0..<Self.people).map { person in
      let level = traits.traits(of: person, inSegment: 0, storeEffect: 1, from: draws).spendLevel
      let amount = model.amount(level: level, at: address(person), from: draws)
      return Double(amount.minor) / Double(currency.minorPerMajor)
    }
  }

  private func address(_ person: UInt32, _ occurrence: UInt32 = 0) -> DrawAddress {
    DrawAddress(subject: person, purpose: Purpose(rawValue: 9000), occurrence: occurrence)
  }

  @Test func `Gamma-Gamma orders have the closed form's mean and variance`() throws {
    // p = 6, q = 20, γ = 95: mean pγ/(q−1) = 30,
    // E[z²] = p(p+1)γ²/((q−1)(q−2)) = 379050/342, variance 379050/342 − 900.
    expect(
      try orders(.example(.bgNBD, .gammaGamma)), mean: 30, variance: 379_050.0 / 342 - 900)
  }

  @Test func `lognormal orders have the closed form's mean and variance`() throws {
    // Median 60, s² = 0.5² + 0.4² = 0.41: mean 60·e^0.205, variance mean²·(e^0.41 − 1).
    let mean = 60 * 1.227_525_065
    expect(
      try orders(.example(.bgNBD, .lognormal)), mean: mean,
      variance: mean * mean * 0.506_817_785_1)
  }

  @Test func `orders of one member vary around the member's own level`() throws {
    let model = SpendModel(.example(.bgNBD, .gammaGamma), currency: try currency("CNY"))
    // Gamma with shape 6 and the member's own rate 0.25: mean 24, variance 96.
    let values = (0..<100_000).map { occurrence in
      Double(
        model.amount(level: 0.25, at: address(1, UInt32(occurrence)), from: draws).minor) / 100
    }
    expect(values, mean: 24, variance: 96)
  }

  @Test func `orders are whole minor units, at least one, at most ten billion`() throws {
    let yen = SpendModel(.example(.bgNBD, .gammaGamma), currency: try currency("JPY"))
    #expect(yen.amount(level: 1e9, at: address(1), from: draws) == Money(minor: 1))
    #expect(yen.amount(level: 0, at: address(1), from: draws) == Money(minor: 10_000_000_000))
    let yuan = SpendModel(.example(.bgNBD, .gammaGamma), currency: try currency("CNY"))
    let inYen = yen.amount(level: 0.01, at: address(2), from: draws)
    let inYuan = yuan.amount(level: 0.01, at: address(2), from: draws)
    #expect(abs(inYen.minor * 100 - inYuan.minor) <= 50)
  }

  @Test(arguments: TimingFamily.allCases, SpendFamily.allCases)
  func `a profile asks for the parameters of its families and no others`(
    timing: TimingFamily, spend: SpendFamily
  ) {
    let profile = PopulationProfile.example(timing, spend)
    var reduced = profile
    reduced.parameters = profile.parameters.filter { profile.needed.contains($0.key) }
    #expect(TraitModel(reduced) == TraitModel(profile))
    #expect(Set(profile.needed).count == profile.needed.count)
  }
}
