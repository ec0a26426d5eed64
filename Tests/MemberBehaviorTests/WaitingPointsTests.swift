import MemberBehavior
import Testing

/// Points that the next order makes spendable, by hand.
@Suite struct WaitingPointsTests {
  @Test(arguments: [
    // What they are worth as a share of the basket, the exponent of worth, and 2 · share^e.
    (0.15, 0.0, 0.3), (0.15, 1, 0.3), (1, 0.5, 2), (0.25, 0.5, 1), (4, 0.5, 4), (0, 0.5, 0),
  ])
  func `they pull by what they are worth, as a reward at hand does`(
    share: Double, exponent: Double, worth: Double
  ) {
    let seen = stimulus { $0.waitingShare = share }
    let model = reaction([.rewardWorth: exponent])
    #expect(close(model.utility(of: seen, response: 1, wear: 0), worth))
    let parts = model.parts(
      of: seen, stream: .impulse, response: 1, wear: 0, hasLapsed: false)
    #expect(close(parts.waitingPoints, worth))
    #expect(close(parts.attraction, worth))
  }

  @Test func `who gives them no weight does not look at them, and nobody's ceiling moves`() {
    #expect(reaction().seesWaitingPoints)
    #expect(!reaction([.waitingPointsWeight: 0]).seesWaitingPoints)
    #expect(!reaction(off: [.waitingPoints]).seesWaitingPoints)
    let model = reaction([.waitingPointsWeight: 20, .attractionLimit: 1.5])
    let much = stimulus { $0.waitingShare = 1_000 }
    #expect(model.utility(of: much, response: 2, wear: 0) < 2 * 1.5)
    #expect(
      model.impulseCeiling(response: 2)
        == reaction([.attractionLimit: 1.5]).impulseCeiling(response: 2))
  }
}
