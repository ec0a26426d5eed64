import MemberBehavior
import Testing

@Suite struct MallChoiceTests {
  // A point is worth 2 fen at face, 1 fen when kept at a thrift of one half; effort is ¥2.
  private let mug = RewardOption(points: 600, worthMinor: 2500)
  private let sticker = RewardOption(points: 50, worthMinor: 100)

  @Test func `The reward with the greatest surplus is taken, ties by order`() {
    let model = reaction()
    // Surpluses: 2500 − 600 = 1900 and 100 − 50 = 50.
    #expect(model.choice(among: [sticker, mug], pointMinor: 2, mark: 1e-9) == 1)
    #expect(model.choice(among: [mug, mug], pointMinor: 2, mark: 1e-9) == 0)
    #expect(model.choice(among: [], pointMinor: 2, mark: 1e-9) == nil)
  }

  @Test(arguments: [
    // surplus ÷ effort = 1 takes half; (19/2)^1.5 = 29.28 takes 29.28/30.28
    (RewardOption(points: 100, worthMinor: 300), 0.499, true),
    (RewardOption(points: 100, worthMinor: 300), 0.501, false),
    (RewardOption(points: 600, worthMinor: 2500), 0.966, true),
    (RewardOption(points: 600, worthMinor: 2500), 0.968, false),
    // (0.5/2)^1.5 = 1/8 takes a ninth.
    (RewardOption(points: 50, worthMinor: 100), 0.111, true),
    (RewardOption(points: 50, worthMinor: 100), 0.112, false),
  ])
  func `A surplus is weighed against the effort`(
    option: RewardOption, mark: Double, isTaken: Bool
  ) {
    let taken = reaction().choice(among: [option], pointMinor: 2, mark: mark)
    #expect((taken != nil) == isTaken)
  }

  @Test func `A reward not worth its points is never taken, nor anything with the mall off`() {
    let poor = RewardOption(points: 600, worthMinor: 600)
    #expect(reaction().choice(among: [poor], pointMinor: 2, mark: 1e-9) == nil)
    let off = reaction(off: [.pointsMall])
    #expect(off.choice(among: [mug], pointMinor: 2, mark: 1e-9) == nil)
  }
}
