import MemberBehavior
import Testing

/// What is new attracts more, by hand.
@Suite struct NoveltyTests {
  @Test(arguments: [
    // Days with the scheme, and 0.5 · (1 + 2 · e^(−days ÷ 100)) of a coupon worth 0.5.
    (0.0, 1.5), (100, 0.867_879_441_2), (300, 0.549_787_068_4),
  ])
  func `a scheme attracts three times as much at first, and that erodes`(
    days: Double, worth: Double
  ) {
    let seen = stimulus {
      $0.couponShare = 0.25
      $0.daysWithScheme = days
    }
    let model = reaction([.noveltyWeight: 2])
    #expect(close(model.utility(of: seen, response: 1, wear: 0), worth))
    let without = reaction([.noveltyWeight: 2], off: [.novelty])
    #expect(close(without.utility(of: seen, response: 1, wear: 0), 0.5))
    let parts = model.parts(
      of: seen, stream: .impulse, response: 1, wear: 0, hasLapsed: false)
    #expect(close(parts.novelty, worth - 0.5) && close(parts.coupon, 0.5))
  }

  @Test func `nothing that is offered is nothing new, and nobody's ceiling moves`() {
    let model = reaction([.noveltyWeight: 20, .attractionLimit: 1.5])
    #expect(model.utility(of: stimulus { $0.daysWithScheme = 0 }, response: 1, wear: 0) == 0)
    let everything = stimulus { $0.couponShare = 1 }
    #expect(model.utility(of: everything, response: 2, wear: 0) < 2 * 1.5)
    #expect(
      model.impulseCeiling(response: 2)
        == reaction([.attractionLimit: 1.5]).impulseCeiling(response: 2))
  }

  @Test func `days count from the minute that is remembered`() {
    var memory = Memory()
    memory.schemeMinute = 1440
    var seen = Stimulus()
    reaction([.noveltyWeight: 2]).recall(memory, at: 3 * 1440, listMinor: 100, in: &seen)
    #expect(seen.daysWithScheme == 2)
  }
}
