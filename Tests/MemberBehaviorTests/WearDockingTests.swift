import Foundation
import MemberBehavior
import Testing

/// Wear in the fluid limit, small messages and many of them, against the wear-out of advertising of
/// Naik, Mantrala & Sawyer 1998 (Marketing Science 17:214–235).
///
/// Their ad quality q falls on air by dq/dt = −a·q and comes back off air by dq/dt = δ·(1 − q). Wear
/// is 1 − q: it halves in its half-life off air, as theirs, whatever the messages were. On air it
/// rises to the rate of messages over the rate of restoration; where messages come at a rate that
/// would wear everything down that is theirs with a = δ. They estimate two rates: an a apart from δ
/// is not in the sub-model.
@Suite struct WearDockingTests {
  /// δ, a day: a half-life of 14 days.
  static let restoration = 0.693_147_180_559_945_3 / 14
  /// Days on and off air, one after the other: four weeks, six, two, ten.
  static let flights: [(days: Int, isOnAir: Bool)] = [
    (28, true), (42, false), (14, true), (70, false), (28, true),
  ]

  /// Wear at the end of each day, so many messages a day being sent on air, each so much smaller.
  static func simulated(messagesPerDay: Int) -> [Double] {
    let model = reaction([
      .wearPerMessage: restoration / Double(messagesPerDay), .wearHalfLife: 14,
    ])
    var wear = Wear()
    var minute: Int32 = 0
    var levels: [Double] = []
    for flight in flights {
      for _ in 0..<flight.days {
        for message in 0..<(flight.isOnAir ? messagesPerDay : 0) {
          wear.add(at: minute + Int32(message * 1440 / messagesPerDay), model)
        }
        minute += 1440
        levels.append(wear.level(at: minute, model))
      }
    }
    return levels
  }

  /// 1 − q at the end of each day, in closed form from flight to flight.
  static func fluid() -> [Double] {
    var quality = 1.0
    var levels: [Double] = []
    for flight in flights {
      for _ in 0..<flight.days {
        let left = exp(-restoration)
        quality = flight.isOnAir ? quality * left : 1 - (1 - quality) * left
        levels.append(1 - quality)
      }
    }
    return levels
  }

  @Test func `many small messages wear as Naik's ads do, on air and off`() {
    let fluid = Self.fluid()
    for messages in [8, 48, 288] {
      // A message counts whole at its minute, not over the time to the next: first order in 1 ÷ N.
      let limit = Self.restoration / Double(messages)
      let simulated = Self.simulated(messagesPerDay: messages)
      for (day, (wear, expected)) in zip(simulated, fluid).enumerated() {
        #expect(
          abs(wear - expected) <= limit, "\(messages) a day, day \(day): \(wear), \(expected)")
      }
    }
    #expect(fluid.max() ?? 0 > 0.75 && fluid.min() ?? 1 < 0.05, "the schedule wears and rests")
  }

  @Test func `twice as many messages of half the size are twice as near to the limit`() {
    func worst(_ messages: Int) -> Double {
      zip(Self.simulated(messagesPerDay: messages), Self.fluid()).map { abs($0 - $1) }.max() ?? 0
    }
    let ratio = worst(72) / worst(144)
    #expect(ratio > 1.9 && ratio < 2.1, "\(ratio)")
  }

  @Test func `P46: effects fall from message to message and recover with the gap`() {
    let model = reaction()
    var wear = Wear()
    var effects: [Double] = []
    for week in 0..<4 {
      let minute = Int32(week) * 10_080
      let seen = stimulus { $0.couponShare = 0.25 }
      effects.append(model.utility(of: seen, response: 1, wear: wear.level(at: minute, model)))
      wear.add(at: minute, model)
    }
    #expect(zip(effects, effects.dropFirst()).allSatisfy { $0 > $1 })
    let soon = wear.level(at: 4 * 10_080, model)
    let late = wear.level(at: 40 * 10_080, model)
    #expect(late < soon / 1000)
  }
}
