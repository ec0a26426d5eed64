import MemberBehavior
import Randomness
import Testing

/// Who buys most is moved least.
@Suite struct ResponseDeclineTests {
  @Test(arguments: [
    // Rates of shape 1 are exponential: E[e^(−q)] = 1/2, so the factor is 2 · e^(−q).
    (0.0, 2.0), (1, 0.735_758_882_3), (3, 0.099_574_136_7),
  ])
  func `the factor falls with the rate of needs`(rate: Double, factor: Double) {
    let model = reaction([.responseDecline: 1])
    #expect(close(model.responseFactor(relativeRate: rate, rateShape: 1), factor))
    #expect(reaction().responseFactor(relativeRate: rate, rateShape: 1) == 1)
    let without = reaction([.responseDecline: 1], off: [.responseDecline])
    #expect(without.responseFactor(relativeRate: rate, rateShape: 1) == 1)
  }

  @Test(arguments: [(0.2426, 1.0), (0.2426, 0.2), (1.5, 1), (1.5, 3)])
  func `the mean over a segment stays one`(shape: Double, decline: Double) {
    let model = reaction([.responseDecline: decline])
    let draws = Draws(seed: 11, replication: 0)
    let people: UInt32 = 100_000
    let factors = (0..<people).map { person in
      // Any purpose will do for a rate here.
      let rate = draws.gamma(
        shape: shape, rate: shape, at: DrawAddress(subject: person, purpose: .pantry))
      return model.responseFactor(relativeRate: rate, rateShape: shape)
    }
    let size = Double(people)
    let mean = factors.reduce(0, +) / size
    let variance = factors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / size
    #expect(abs(mean - 1) < 4 * (variance / size).squareRoot(), "shape \(shape): mean \(mean)")
  }

  @Test func `who is not moved at all stays so`() {
    let model = reaction([.responseDecline: 1, .unresponsiveShare: 1])
    let draws = Draws(seed: 1, replication: 0)
    #expect(model.response(of: 7, relativeRate: 0.1, rateShape: 1, from: draws) == 0)
  }
}
