import Randomness
import Testing

@testable import MemberBehavior

/// What members do with messages, by channel and hour.
@Suite struct ChannelResponseTests {
  @Test(arguments: [
    // Channel; a mark just below its opening, visit and opting out.
    (0, 0.3, 0.2, 0.002), (1, 0.15, 0.1, 0.001), (2, 0.5, 0.05, 0.004), (3, 0.06, 0.3, 0.005),
    (4, 0.1, 0.25, 0.003), (5, 0.6, 0.2, 0.01), (6, 0.9, 0.15, 0.0005),
  ])
  func `each channel has probabilities of its own`(
    channel: Int, opening: Double, visit: Double, optOut: Double
  ) {
    let model = reaction()
    let little = 1e-9
    #expect(model.freshReception(channel: channel).opens(mark: opening - little))
    #expect(!model.freshReception(channel: channel).opens(mark: opening))
    #expect(model.comes(visitMark: visit - little, channel: channel))
    #expect(!model.comes(visitMark: visit, channel: channel))
    #expect(model.freshReception(channel: channel).optsOut(mark: optOut - little))
    #expect(!model.freshReception(channel: channel).optsOut(mark: optOut))
    let off = reaction(off: [.messageVisits, .optOut])
    #expect(!off.freshReception(channel: channel).opens(mark: little))
    #expect(!off.freshReception(channel: channel).optsOut(mark: little))
  }

  @Test(arguments: [
    // Hours from the active one; the cosine of as many times 15 degrees.
    (0.0, 1.0), (1, 0.965_925_826), (2, 0.866_025_404), (3, 0.707_106_781), (4, 0.5),
    (5, 0.258_819_045), (6, 0), (8, -0.5), (12, -1), (18, 0), (20, 0.5), (-4, 0.5), (28, 0.5),
    // Half an hour lies half-way between whole ones.
    (0.5, 0.982_962_913),
  ])
  func `opening rises and falls with the clock`(hours: Double, cosine: Double) {
    #expect(abs(ReactionModel.dayCosine(hours: hours) - cosine) < 1e-9)
  }

  @Test func `an hour moves openings and makes none`() {
    let draws = Draws(seed: 7, replication: 0)
    let flat = reaction()
    let model = reaction([.hourResponse: 0.6, .activeHourSpread: 0])
    #expect(flat.openingFactor(of: 1, atMinuteOfDay: 480, from: draws) == 1)
    // At 20:00, everybody's hour, 1.6 times; at 8:00 0.4 times.
    #expect(close(model.openingFactor(of: 1, atMinuteOfDay: 1200, from: draws), 1.6))
    #expect(close(model.openingFactor(of: 1, atMinuteOfDay: 480, from: draws), 0.4))
    let spread = reaction([.hourResponse: 0.6])
    for person in [UInt32(1), 2, 3] {
      let mean =
        (0..<1440).reduce(0.0) {
          $0 + spread.openingFactor(of: person, atMinuteOfDay: $1, from: draws)
        } / 1440
      #expect(abs(mean - 1) < 1e-9, "person \(person)")
    }
    let own = [UInt32(1), 2, 3].map {
      spread.openingFactor(of: $0, atMinuteOfDay: 1200, from: draws)
    }
    #expect(Set(own).count == 3, "people have hours of their own")
  }
}
