import MemberBehavior
import Randomness
import Testing

/// D4: needs and impulses together convert σ(c + u) of all visits.
@Suite struct ChoiceTests {
  private static let grid = 200_000

  /// The share of a fine grid of marks that is accepted.
  private func share(_ accepts: (Double) -> Bool) -> Double {
    let accepted = (0..<Self.grid).count { accepts((Double($0) + 0.5) / Double(Self.grid)) }
    return Double(accepted) / Double(Self.grid)
  }

  /// u as a factor of the odds, and σ(c+u) at σ(c) = 1/10: odds 1/9 times the factor.
  static let conversions: [(Double, Double)] = [
    (0, 0.1), (0.693_147_180_6, 2.0 / 11), (1.609_437_912_4, 5.0 / 14),
    (-0.693_147_180_6, 1.0 / 19), (-2.302_585_093, 1.0 / 91),
  ]

  @Test(arguments: conversions)
  func `needs and impulses convert the logistic share of all visits`(
    utility: Double, converted: Double
  ) {
    let model = reaction()
    let needs = share { model.acceptsNeed(mark: $0, utility: utility) }
    let impulses = share { model.acceptsImpulse(mark: $0, utility: utility, hasLapsed: false) }
    #expect(abs(0.1 * needs + 0.9 * impulses - converted) < 1e-5)
    if utility >= 0 { #expect(needs == 1) } else { #expect(impulses == 0) }
  }

  @Test func `the lapsed accept a tenth of the impulses, by the same marks`() {
    let model = reaction()
    // u = ln 2: (2/11 − 1/10) ÷ (9/10) = 1/11.
    let live = share { model.acceptsImpulse(mark: $0, utility: 0.693_147_180_6, hasLapsed: false) }
    let lapsed = share { model.acceptsImpulse(mark: $0, utility: 0.693_147_180_6, hasLapsed: true) }
    #expect(abs(live - 1.0 / 11) < 1e-5)
    #expect(abs(lapsed - 1.0 / 110) < 1e-5)
    let off = reaction(off: [.winBack])
    #expect(!off.acceptsImpulse(mark: 1e-9, utility: 3, hasLapsed: true))
    #expect(off.acceptsImpulse(mark: 1e-9, utility: 3, hasLapsed: false))
  }

  @Test func `a ceiling is the acceptance at the most that can be offered`() {
    let model = reaction([.attractionLimit: 1.5])
    // Response 2: u is below 3, and (σ(c+3) − 1/10) ÷ (9/10) = 0.65618650856.
    #expect(abs(model.impulseCeiling(response: 2) - 0.656_186_508_6) < 1e-8)
    #expect(model.impulseCeiling(response: 0) == 0)
  }

  @Test func `nothing that is offered lifts an impulse above the ceiling`() {
    let draws = Draws(seed: 17, replication: 0)
    for trial: UInt32 in 0..<20_000 {
      func draw(_ occurrence: UInt32) -> Double {
        draws.uniform(
          at: DrawAddress(subject: trial, purpose: .impulse, occurrence: occurrence))
      }
      let model = reaction([.attractionLimit: 0.01 + 5 * draw(0), .baselineConversion: draw(1)])
      let offer = stimulus {
        $0.priceShare = draw(2)
        $0.couponShare = draw(3)
        $0.earnedShare = 1 / draw(4)
        $0.rewardNearness = draw(5)
        $0.tierNearness = draw(6)
        $0.tierGain = draw(7)
        $0.expiringShare = draw(8)
      }
      let response = 10 * draw(9) * draw(9)
      let utility = model.utility(of: offer, response: response, wear: 0)
      let ceiling = model.impulseCeiling(response: response)
      #expect(
        !model.acceptsImpulse(mark: ceiling, utility: utility, hasLapsed: false), "trial \(trial)")
    }
  }
}
