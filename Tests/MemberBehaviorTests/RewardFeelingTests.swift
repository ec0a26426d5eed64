import MemberBehavior
import Testing

/// Rewarded behavior, by hand.
@Suite struct RewardFeelingTests {
  @Test(arguments: [
    // Days since the reward, and 0.2 · e^(−days ÷ 14); never rewarded is −1.
    (-1.0, 0), (0, 0.2), (14, 0.073_575_888_2), (28, 0.027_067_056_6),
  ])
  func `a reward pleases for a while, and who never had one is not moved`(
    days: Double, worth: Double
  ) {
    let seen = stimulus { $0.daysSinceReward = days }
    #expect(close(reaction().utility(of: seen, response: 1, wear: 0), worth))
    #expect(reaction(off: [.rewardFeeling]).utility(of: seen, response: 1, wear: 0) == 0)
    #expect(reaction().utility(of: seen, response: 0, wear: 0) == 0)
  }

  @Test func `the time of the last reward is what is remembered`() {
    var memory = Memory()
    var seen = Stimulus()
    reaction().recall(memory, at: 5000, listMinor: 100, in: &seen)
    #expect(seen.daysSinceReward == -1)
    memory.rewardedMinute = 5000 - 3 * 1440
    reaction().recall(memory, at: 5000, listMinor: 100, in: &seen)
    #expect(seen.daysSinceReward == 3)
  }

  @Test func `only a segment that feels rewards keeps a memory for them`() {
    let others: [Submodel] = [.pantry, .exposure, .tierFeeling]
    #expect(reaction(off: others).remembers)
    #expect(!reaction(off: others + [.rewardFeeling]).remembers)
  }
}
