import PortableMath
import Testing

@testable import MemberPopulation

/// Shares, factors and numbers that may be zero, so that each scale is drawn on.
private enum Toy: String, ParameterName {
  case share
  case factor
  var allowed: ClosedRange<Double> { self == .share ? 0...1 : 0...1_000 }
  var unit: String { "" }
  var summary: String { rawValue }
}

@Suite struct ParameterDrawTests {
  private static func values(_ parameter: Parameter, _ name: Toy, count: Int = 4_000) -> [Double] {
    (1...count).map { parameter.drawn(name, ParameterLuck(seed: 7, draw: $0)).value }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private static func deviation(_ values: [Double]) -> Double {
    let center = mean(values)
    return mean(values.map { ($0 - center) * ($0 - center) }).squareRoot()
  }

  @Test func `a triangle from 0 over 1 to 4 has a quarter of its draws below 1`() {
    let triangle = Triangle(low: 0, peak: 1, high: 4)
    #expect(triangle.value(below: 0.25) == 1)
    // √(1/16 · 4 · 1) = 1/2, and 4 − √(1/12 · 4 · 3) = 3.
    #expect(triangle.value(below: 1.0 / 16) == 0.5)
    #expect(abs(triangle.value(below: 11.0 / 12) - 3) < 1e-12)
    #expect(Triangle(low: 2, peak: 2, high: 2).value(below: 0.3) == 2)
  }

  /// 4,000 draws: the standard error of a mean is spread ÷ 63.2, of a spread about spread ÷ 89.
  @Test func `a standard error is one of the logarithm, in relation to the value`() {
    let drawn = Self.values(Parameter(50, .standardError(5), source: "test"), .factor)
    let logs = drawn.map { PortableMath.log($0 / 50) }
    #expect(abs(Self.mean(logs)) < 4 * 0.1 / 63.2)
    #expect(abs(Self.deviation(logs) - 0.1) < 4 * 0.1 / 89)
  }

  @Test func `a share with a standard error stays a share, its error one of the log odds`() {
    let drawn = Self.values(Parameter(0.2, .standardError(0.04), source: "test"), .share)
    #expect(drawn.allSatisfy { $0 > 0 && $0 < 1 })
    let logOdds = drawn.map { PortableMath.log($0 / (1 - $0)) - PortableMath.log(0.25) }
    // 0.04 ÷ (0.2 · 0.8) = 0.25.
    #expect(abs(Self.mean(logOdds)) < 4 * 0.25 / 63.2)
    #expect(abs(Self.deviation(logOdds) - 0.25) < 4 * 0.25 / 89)
  }

  @Test func `a range holds every draw, and has as many below its middle factor as above`() {
    let drawn = Self.values(Parameter(2, .range(1, 4), source: "test"), .factor)
    #expect(drawn.allSatisfy { $0 >= 1 && $0 <= 4 })
    let below = Double(drawn.count { $0 < 2 }) / 4_000
    #expect(abs(below - 0.5) < 4 * 0.5 / 63.2)
    // From zero on the plain scale: the mean of a triangle is (0 + 1 + 2) ÷ 3.
    let plain = Self.values(Parameter(1, .range(0, 2), source: "test"), .factor)
    #expect(abs(Self.mean(plain) - 1) < 4 * 0.41 / 63.2)
  }

  @Test func `a point range and an error of zero leave the value, as does nothing stated`() {
    for uncertainty in [Parameter.Uncertainty.range(3, 3), .standardError(0), .notStated] {
      let drawn = Self.values(Parameter(3, uncertainty, source: "test"), .factor, count: 50)
      #expect(drawn.allSatisfy { abs($0 - 3) < 1e-14 })
    }
  }

  @Test func `a draw outside what is allowed ends at its edge`() {
    let drawn = Self.values(Parameter(900, .standardError(900), source: "test"), .factor)
    #expect(drawn.max() == 1_000)
  }

  @Test func `a draw depends on seed, number and name alone`() {
    let parameter = Parameter(50, .standardError(5), source: "test")
    func value(_ seed: UInt64, _ draw: Int, _ name: Toy = .factor) -> Double {
      parameter.drawn(name, ParameterLuck(seed: seed, draw: draw)).value
    }
    #expect(value(1, 1) == value(1, 1))
    #expect(Set([value(1, 1), value(1, 2), value(2, 1)]).count == 3)
    #expect(ParameterLuck(seed: 1, draw: 1).seed != ParameterLuck(seed: 1, draw: 2).seed)
  }

  @Test func `the numbers of names are those published for FNV-1a, and no two are alike`() {
    #expect(ParameterLuck.number(of: "") == 0x811C_9DC5)
    #expect(ParameterLuck.number(of: "a") == 0xE40C_292C)
    #expect(ParameterLuck.number(of: "foobar") == 0xBF9C_F968)
    let names = PopulationParameter.allCases.map(\.rawValue)
    #expect(Set(names.map(ParameterLuck.number)).count == names.count)
  }

  @Test func `a covariance has its Cholesky factor by hand`() {
    // [[4, 2], [2, 10]] = L·Lᵀ with L = [[2, 0], [1, 3]].
    let covariance = LogCovariance(of: [.dropoutA, .dropoutB], rows: [[4, 2], [2, 10]])
    #expect(covariance.lowerTriangle == [[2, 0], [1, 3]])
    let nothing = LogCovariance(of: [.dropoutA, .dropoutB], rows: [[0, 0], [0, 0]])
    #expect(nothing.lowerTriangle == [[0, 0], [0, 0]])
  }

  /// The two are hardly known apart (errors of 0.5), but their ratio is: the variance of the
  /// difference of logarithms is 0.25 + 0.25 − 2 · 0.245 = 0.01.
  @Test func `parameters of one covariance are drawn together`() {
    var profile = PopulationProfile(
      timing: .bgNBD, spend: .gammaGamma, parameters: [:],
      covariances: [
        LogCovariance(of: [.dropoutA, .dropoutB], rows: [[0.25, 0.245], [0.245, 0.25]])
      ])
    for name in profile.needed {
      profile.parameters[name] = Parameter(2, .standardError(1), source: "test")
    }
    let logs = (1...4_000).map { draw -> (Double, Double) in
      let drawn = profile.drawn(ParameterLuck(seed: 3, draw: draw))
      return (
        PortableMath.log(drawn.value(.dropoutA) / 2), PortableMath.log(drawn.value(.dropoutB) / 2)
      )
    }
    #expect(abs(Self.deviation(logs.map(\.0)) - 0.5) < 4 * 0.5 / 89)
    #expect(abs(Self.deviation(logs.map(\.1)) - 0.5) < 4 * 0.5 / 89)
    #expect(abs(Self.deviation(logs.map { $0.0 - $0.1 }) - 0.1) < 4 * 0.1 / 89)
  }

  @Test func `stages between purchases stay whole`() {
    var profile = PopulationProfile(timing: .mbgCNBD, spend: .gammaGamma, parameters: [:])
    for name in profile.needed {
      profile.parameters[name] = Parameter(2, .range(1, 4), source: "test")
    }
    let stages = (1...200).map {
      profile.drawn(ParameterLuck(seed: 3, draw: $0)).value(.regularity)
    }
    #expect(Set(stages) == [1, 2, 3, 4])
  }
}
