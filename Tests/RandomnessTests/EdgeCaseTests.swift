import Randomness
import Testing

/// Parameters at the edge of a domain have defined values; parameters outside it stop the program.
struct EdgeCaseTests {
  static let draws = Draws(seed: 1, replication: 1)
  static let address = DrawAddress(subject: 1, purpose: Purpose(rawValue: 1))

  @Test func `what has rate zero never happens`() {
    #expect(Self.draws.exponential(rate: 0, at: Self.address) == .infinity)
    #expect(Self.draws.erlang(stages: 3, rate: 0, at: Self.address) == .infinity)
    #expect(Self.draws.gamma(shape: 2, rate: 0, at: Self.address) == .infinity)
    #expect(Self.draws.gamma(shape: 0.5, rate: 0, at: Self.address) == .infinity)
  }

  @Test func `what has an infinite rate happens at once`() {
    #expect(Self.draws.exponential(rate: .infinity, at: Self.address) == 0)
    #expect(Self.draws.erlang(stages: 3, rate: .infinity, at: Self.address) == 0)
    #expect(Self.draws.gamma(shape: 2, rate: .infinity, at: Self.address) == 0)
  }

  @Test func `degenerate parameters give the only possible value`() {
    #expect(Self.draws.poisson(mean: 0, at: Self.address) == 0)
    #expect(Self.draws.normal(mean: 7, standardDeviation: 0, at: Self.address) == 7)
    #expect(Self.draws.lognormal(logMean: 0, logStandardDeviation: 0, at: Self.address) == 1)
    #expect(Self.draws.uniformInteger(below: 1, at: Self.address) == 0)
    for subject in UInt32(0)..<1_000 {
      let address = DrawAddress(subject: subject, purpose: Purpose(rawValue: 1))
      #expect(!Self.draws.bernoulli(0, at: address))
      #expect(Self.draws.bernoulli(1, at: address))
    }
  }

  @Test func `extreme shapes stay numbers`() {
    for subject in UInt32(0)..<1_000 {
      let address = DrawAddress(subject: subject, purpose: Purpose(rawValue: 1))
      let tiny = Self.draws.gamma(shape: 1e-6, rate: 1, at: address)
      #expect(tiny >= 0 && tiny < .infinity)
      let end = Self.draws.beta(1e-6, 1e-6, at: address)
      #expect(end >= 0 && end <= 1)
      let large = Self.draws.gamma(shape: 1e12, rate: 1, at: address)
      #expect((large - 1e12).magnitude < 6e6)
      let many = Self.draws.poisson(mean: 0x1p31, at: address)
      #expect((many - 1 << 31).magnitude < 300_000)
    }
  }

  @Test func `negative rates and NaN stop the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = EdgeCaseTests.draws.exponential(rate: -1, at: EdgeCaseTests.address)
    }
    await #expect(processExitsWith: .failure) {
      _ = EdgeCaseTests.draws.gamma(shape: 1, rate: .nan, at: EdgeCaseTests.address)
    }
    await #expect(processExitsWith: .failure) {
      _ = EdgeCaseTests.draws.poisson(mean: .nan, at: EdgeCaseTests.address)
    }
  }

  @Test func `shapes of zero stop the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = EdgeCaseTests.draws.gamma(shape: 0, rate: 1, at: EdgeCaseTests.address)
    }
    await #expect(processExitsWith: .failure) {
      _ = EdgeCaseTests.draws.beta(1, 0, at: EdgeCaseTests.address)
    }
    await #expect(processExitsWith: .failure) {
      _ = EdgeCaseTests.draws.erlang(stages: 0, rate: 1, at: EdgeCaseTests.address)
    }
  }

  @Test func `impossible probabilities, bounds and deviations stop the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = EdgeCaseTests.draws.bernoulli(1.5, at: EdgeCaseTests.address)
    }
    await #expect(processExitsWith: .failure) {
      _ = EdgeCaseTests.draws.uniformInteger(below: 0, at: EdgeCaseTests.address)
    }
    await #expect(processExitsWith: .failure) {
      _ = EdgeCaseTests.draws.normal(
        mean: 0, standardDeviation: -1, at: EdgeCaseTests.address)
    }
  }
}
