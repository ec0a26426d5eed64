import MemberBehavior
import Testing

/// Who was brought by a friend, and who brought one.
@Suite struct ReferredTests {
  private func utility(_ weight: Double, days: Double, off: [Submodel] = []) -> Double {
    reaction([.referredWeight: weight, .referredDays: 100], off: off)
      .utility(of: stimulus { $0.daysSinceInvited = days }, response: 1, wear: 0)
  }

  @Test func `the lead is whole at first and falls to 1/e in its days`() {
    #expect(close(utility(0.4, days: 0), 0.4))
    #expect(close(utility(0.4, days: 100), 0.4 * 0.367_879_441_171))
    #expect(utility(0.4, days: -1) == 0)
  }

  @Test func `below zero, who is brought fits less`() {
    #expect(close(utility(-0.4, days: 0), -0.4))
    #expect(utility(-0.4, days: 0, off: [.referred]) == 0)
  }

  @Test func `two reasons to stay leave the product of what each leaves`() {
    let model = reaction([.referredLoyalty: 0.2, .inviterLoyalty: 0.5])
    #expect(close(model.staying(wasInvited: true, hasInvited: false), 0.2))
    #expect(close(model.staying(wasInvited: false, hasInvited: true), 0.5))
    // 1 − 0.8 · 0.5.
    #expect(close(model.staying(wasInvited: true, hasInvited: true), 0.6))
    let off = reaction(
      [.referredLoyalty: 0.2, .inviterLoyalty: 0.5], off: [.referred, .inviterLoyalty])
    #expect(off.staying(wasInvited: true, hasInvited: true) == 0)
  }
}
