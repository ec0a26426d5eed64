import MemberBehavior
import Testing

@Suite struct ExchangeChoiceTests {
  // Points kept are felt to be worth half their face; effort is ¥2.
  @Test(arguments: [
    // 400 − 400/2 = 200: surplus ÷ effort = 1 takes half
    (400.0, 400.0, 0.499, true), (400, 400, 0.501, false),
    // 2,200 − 600/2 = 1,900: (19/2)^1.5 = 29.28 takes 29.28/30.28
    (600, 2200, 0.966, true), (600, 2200, 0.968, false),
    // 400 for what is felt to be worth 400, or more
    (800, 400, 1e-9, false), (900, 400, 1e-9, false),
  ])
  func `What comes in is weighed against what is kept, and the effort`(
    given: Double, received: Double, mark: Double, exchanges: Bool
  ) {
    #expect(
      reaction().exchanges(givenMinor: given, receivedMinor: received, mark: mark) == exchanges)
  }

  @Test func `Nobody exchanges points with the exchange off`() {
    let off = reaction(off: [.pointsExchange])
    #expect(!off.exchanges(givenMinor: 100, receivedMinor: 9_000, mark: 1e-9))
  }
}
