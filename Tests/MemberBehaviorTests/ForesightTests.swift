import Foundation
import MemberBehavior
import Testing

/// Members who look ahead on a stamp card, by hand.
@Suite struct ForesightTests {
  static func pull(_ missing: Int32, _ model: ReactionModel) -> Double {
    let seen = stimulus {
      $0.stampsMissing = missing
      $0.rewardNearness = 0.5
    }
    return model.utility(of: seen, response: 1, wear: 0)
  }

  @Test func `the last stamp pulls by the reward less what waiting for it is worth`() {
    let model = reaction([.rewardWeight: 2, .foresight: 0.9])
    // V(1) solves V = γ(ln(e^(c+2) + e^V) − ln(1 + e^c)) with c = logit 0.1 = −2.1972.
    let value = 2 - Self.pull(1, model)
    let baseline = log(0.1 / 0.9)
    let right = 0.9 * (log(exp(baseline + 2) + exp(value)) - log(1 + exp(baseline)))
    // Saturation at the limit of a billion leaves nine digits.
    #expect(abs(value - right) < 1e-7, "V(1) = \(value)")
    #expect(value > 0 && value < 2)
  }

  @Test func `the nearer the reward, the more the next stamp pulls, and far away hardly at all`() {
    let model = reaction([.rewardWeight: 2, .foresight: 0.9])
    let pulls = (1...12).map { Self.pull($0, model) }
    #expect(zip(pulls, pulls.dropFirst()).allSatisfy { $0 > $1 })
    #expect(pulls[11] < 0.05 && pulls[11] > 0)
  }

  @Test func `with no foresight, or its switch off, nearness pulls as it did`() {
    // 0.3 · 0.5².
    #expect(close(Self.pull(4, reaction()), 0.075))
    let off = reaction([.foresight: 0.9], off: [.forwardLooking])
    #expect(close(Self.pull(4, off), 0.075))
    // Without a card there is nothing to look ahead to.
    #expect(close(Self.pull(0, reaction([.foresight: 0.9])), 0.075))
    #expect(Self.pull(4, reaction([.foresight: 0.9], off: [.reward])) == 0)
  }
}
