import MemberBehavior
import Testing

/// Wear by channel and topic, by hand, and with each switch off.
@Suite struct FatigueTests {
  static let tiring: [BehaviorParameter: Double] = [
    .wearPerMessage: 0.2, .wearHalfLife: 14, .topicWear: 0.5, .topicHalfLife: 7,
    .samenessWeight: 2, .scarcityWeight: 0.4, .openingWear: 1, .optOutWear: 3,
    .adstockWeight: 0.6, .adstockHalfLife: 7, .smsOpening: 0.3, .smsOptOut: 0.002,
  ]
  static let week: Int32 = 7 * 1440

  /// What a message on a channel and topic leaves, all of them opened.
  static func send(
    _ channel: Int, _ topic: Int, at minute: Int32, _ model: ReactionModel, _ wear: inout Wear,
    _ fatigue: inout Fatigue
  ) {
    let met = model.reception(channel: channel, topic: topic, fatigue, at: minute)
    wear.add(at: minute, times: met.wearFactor, model)
    fatigue.add(
      channel: channel, topic: topic, opened: true, openedUnworn: true, times: met.wearFactor,
      at: minute, model)
  }

  @Test func `sameness wears, another topic wears less`() {
    let model = reaction(Self.tiring)
    var (wear, fatigue) = (Wear(), Fatigue())
    Self.send(0, 3, at: 0, model, &wear, &fatigue)
    #expect(near(wear.level(at: 0, model), 0.2))
    // A week on: channel 0.2 ÷ √2, topic 0.5 ÷ 2, so the same topic wears 1 + 2 · 0.25 times.
    let (same, other) = (
      model.reception(channel: 0, topic: 3, fatigue, at: Self.week),
      model.reception(channel: 0, topic: 4, fatigue, at: Self.week)
    )
    #expect(near(same.wearFactor, 1.5) && near(other.wearFactor, 1))
    var (wearOfOther, fatigueOfOther) = (wear, fatigue)
    Self.send(0, 3, at: Self.week, model, &wear, &fatigue)
    Self.send(0, 4, at: Self.week, model, &wearOfOther, &fatigueOfOther)
    #expect(near(wear.level(at: Self.week, model), 0.141_421_36 + 0.3))
    #expect(near(wearOfOther.level(at: Self.week, model), 0.141_421_36 + 0.2))
    #expect(near(fatigue.wear(ofTopic: 3, at: Self.week, model), 0.75))
    #expect(near(fatigueOfOther.wear(ofTopic: 3, at: 2 * Self.week, model), 0.125))
    let off = reaction(Self.tiring, off: [.sameness])
    #expect(off.reception(channel: 0, topic: 3, fatigue, at: Self.week).wearFactor == 1)
  }

  @Test func `what one message meets, by hand`() {
    let model = reaction(Self.tiring)
    var (wear, fatigue) = (Wear(), Fatigue())
    // Fresh: opened 0.3 · 1.4 times, for a topic never seen.
    let fresh = model.reception(channel: 2, topic: 1, fatigue, at: 0)
    #expect(near(fresh.openProbability, 0.42) && near(fresh.unwornOpenProbability, 0.42))
    #expect(near(fresh.optOutProbability, 0.002))
    Self.send(2, 1, at: 0, model, &wear, &fatigue)
    // At once the same again: no rest, e^−(0.2 + 0.5) of the opening, e^(3 · 0.2) of the hazard.
    let again = model.reception(channel: 2, topic: 1, fatigue, at: 0)
    #expect(near(again.openProbability, 0.3 * 0.496_585_30))
    #expect(near(again.unwornOpenProbability, 0.3))
    #expect(near(again.optOutProbability, 0.002 * 1.822_118_80))
    // Another channel and topic: nothing of it has worn.
    #expect(model.reception(channel: 0, topic: 2, fatigue, at: 0) == fresh)
    let calm = reaction(Self.tiring, off: [.wear, .scarcity])
    #expect(calm.reception(channel: 2, topic: 1, fatigue, at: 0).openProbability == 0.3)
    #expect(calm.reception(channel: 2, topic: 1, fatigue, at: 0).optOutProbability == 0.002)
    let mild = reaction(Self.tiring, off: [.sameness])
    #expect(
      near(
        mild.reception(channel: 2, topic: 1, fatigue, at: 0).openProbability, 0.3 * 0.818_730_75))
  }

  @Test func `opened messages stay in mind and attract, below the ceiling`() {
    let model = reaction(Self.tiring)
    var (wear, fatigue) = (Wear(), Fatigue())
    Self.send(0, 0, at: 0, model, &wear, &fatigue)
    Self.send(0, 0, at: Self.week, model, &wear, &fatigue)
    #expect(near(fatigue.adstock(at: Self.week, model), 1.5))
    #expect(near(fatigue.adstock(at: 2 * Self.week, model), 0.75))
    let seen = stimulus { $0.adstock = 0.75 }
    #expect(close(model.utility(of: seen, response: 1, wear: 0), 0.45))
    let limited = reaction(Self.tiring.merging([.attractionLimit: 0.45]) { _, new in new })
    // Saturated 0.45 · 0.45 ÷ 0.9.
    #expect(close(limited.utility(of: seen, response: 1, wear: 0), 0.225))
    #expect(reaction(Self.tiring, off: [.adstock]).utility(of: seen, response: 1, wear: 0) == 0)
  }

  @Test func `rest begins after the delay, and never with its switch off`() {
    let model = reaction([.restDelay: 7])
    var wear = Wear()
    wear.add(at: 0, model)
    #expect(wear.level(at: Self.week, model) == 0.1)
    #expect(close(wear.level(at: 3 * Self.week, model), 0.05))
    let off = reaction(Self.tiring, off: [.rest])
    var (restless, fatigue) = (Wear(), Fatigue())
    Self.send(0, 0, at: 0, off, &restless, &fatigue)
    #expect(restless.level(at: 100 * Self.week, off) == 0.2)
    #expect(near(fatigue.wear(ofTopic: 0, at: 100 * Self.week, off), 0.5))
  }

  @Test func `nothing is kept by channel and topic where no sub-model uses it`() {
    #expect(!reaction().keepsFatigue && reaction(Self.tiring).keepsFatigue)
    #expect(!reaction([.restDelay: 7, .topicWear: 1]).keepsFatigue)
    #expect(MemoryLayout<Fatigue>.stride == 80)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `one more delivered message never lowers any wear, then or later`(seed: UInt64) {
    var random = TestLuck(seed: seed)
    let model = reaction([
      .wearPerMessage: random.next(), .wearHalfLife: 1 + 30 * random.next(),
      .restDelay: random.next() < 0.5 ? 0 : 10 * random.next(), .topicWear: random.next(),
      .topicHalfLife: 1 + 30 * random.next(), .samenessWeight: 3 * random.next(),
      .openingWear: random.next(), .optOutWear: random.next(), .scarcityWeight: random.next(),
    ])
    var fewer = (wear: Wear(), fatigue: Fatigue())
    var more = fewer
    var minute: Int32 = 0
    let extra = random.below(40)
    for message in 0..<40 {
      minute += Int32(random.below(8 * 1440))
      let (channel, topic) = (
        random.below(Fatigue.channelCount), random.below(Fatigue.topicCount)
      )
      Self.send(channel, topic, at: minute, model, &more.wear, &more.fatigue)
      if message != extra {
        Self.send(channel, topic, at: minute, model, &fewer.wear, &fewer.fatigue)
      }
      let later = minute + Int32(random.below(20 * 1440))
      // Levels are kept to seven digits by channel and topic.
      let slack = 1 - 1e-5
      #expect(
        more.wear.level(at: later, model) >= fewer.wear.level(at: later, model) * slack,
        "seed \(seed), message \(message)")
      for channel in 0..<Fatigue.channelCount {
        #expect(
          more.fatigue.wear(ofChannel: channel, at: later, model)
            >= fewer.fatigue.wear(ofChannel: channel, at: later, model) * slack,
          "seed \(seed), message \(message), channel \(channel)")
      }
      for topic in 0..<Fatigue.topicCount {
        #expect(
          more.fatigue.wear(ofTopic: topic, at: later, model)
            >= fewer.fatigue.wear(ofTopic: topic, at: later, model) * slack,
          "seed \(seed), message \(message), topic \(topic)")
      }
    }
    let sum = (0..<Fatigue.channelCount).reduce(0) {
      $0 + more.fatigue.wear(ofChannel: $1, at: minute, model)
    }
    // The channels together are the wear that every occasion meets.
    #expect(abs(sum - more.wear.level(at: minute, model)) <= 1e-4 * sum, "seed \(seed)")
  }
}

/// Whether two numbers agree to the six digits that are kept by channel and topic.
func near(_ left: Double, _ right: Double) -> Bool {
  abs(left - right) <= 1e-6 * max(1, abs(right))
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct TestLuck {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 to 1.
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) / 9_007_199_254_740_992
  }

  mutating func below(_ bound: Int) -> Int { Int(next() * Double(bound)) }
}
