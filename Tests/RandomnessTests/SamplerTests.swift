import Randomness
import Testing

struct SamplerTests {
  let draws = Draws(seed: 2_026, replication: 4)

  func addresses(_ count: UInt32) -> [DrawAddress] {
    (0..<count).map {
      DrawAddress(subject: $0, purpose: Purpose(rawValue: 3), occurrence: $0 % 7)
    }
  }

  @Test func `asking again in any order gives the same value`() {
    let forward = addresses(1_000).map { draws.gamma(shape: 0.3, rate: 2, at: $0) }
    let backward = addresses(1_000).reversed().map { draws.gamma(shape: 0.3, rate: 2, at: $0) }
    #expect(forward == backward.reversed())
  }

  @Test func `an Erlang time of one stage is the exponential, bit for bit`() {
    for address in addresses(10_000) {
      let one = draws.erlang(stages: 1, rate: 0.37, at: address)
      #expect(one.bitPattern == draws.exponential(rate: 0.37, at: address).bitPattern)
    }
  }

  @Test func `another stage only makes an Erlang time longer`() {
    for address in addresses(200) {
      let times = (1...40).map { draws.erlang(stages: $0, rate: 1, at: address) }
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func `doubling a rate halves the wait exactly`() {
    for address in addresses(1_000) {
      let slow = draws.exponential(rate: 0.5, at: address)
      #expect(slow == 2 * draws.exponential(rate: 1, at: address))
      let gamma = draws.gamma(shape: 2.5, rate: 0.5, at: address)
      #expect(gamma == 2 * draws.gamma(shape: 2.5, rate: 1, at: address))
    }
  }

  @Test func `a likelier event keeps all the happenings of a less likely one`() {
    for address in addresses(10_000) where draws.bernoulli(0.2, at: address) {
      #expect(draws.bernoulli(0.3, at: address))
    }
  }

  @Test func `a symmetric beta value falls on either side of a half equally often`() {
    var low = 0
    for address in addresses(40_000) where draws.beta(0.05, 0.05, at: address) < 0.5 { low += 1 }
    // Half of 40,000 with standard deviation 100.
    #expect((low - 20_000).magnitude < 450)
  }

  @Test
  func `integers below a huge bound are unbiased although a quarter of the words is rejected`() {
    // Of the 2^64 words each bound value gets two or three: without rejection the remainders
    // modulo 3 would come as 3 : 3 : 2.
    let bound = 3 << 61
    var remainders = [0, 0, 0]
    for address in addresses(90_000) {
      remainders[draws.uniformInteger(below: bound, at: address) % 3] += 1
    }
    // SciPy: chi2.ppf(1 - 1e-4, 2).
    #expect(chiSquare(remainders, probabilities: [1.0 / 3, 1.0 / 3, 1.0 / 3]) < 18.4207)
  }
}
