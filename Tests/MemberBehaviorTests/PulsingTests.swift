import Foundation
import MemberBehavior
import Testing

/// P46: messages in flights against the same number evenly spread (Naik, Mantrala & Sawyer 1998,
/// Marketing Science 17:214–235: quality wears out on air and is restored in hiatus only).
@Suite struct PulsingTests {
  /// Forty-eight messages a year: one every 7½ days, or eight flights of six, a message a day.
  static let even = (0..<48).map { Int32($0 * 10_800) }
  static let pulsed = (0..<8).flatMap { flight in
    (0..<6).map { Int32(flight * 64_800 + $0 * 1440) }
  }

  static let both: [BehaviorParameter: Double] = [
    .wearPerMessage: 0.3, .wearHalfLife: 7, .restDelay: 8, .openingWear: 1, .adstockWeight: 0.5,
    .adstockHalfLife: 14, .attractionLimit: 1.5,
  ]

  /// What a schedule brings: expected openings, and the mean attraction of what is in mind, as the
  /// saturated utility of the expected adstock at the end of each day.
  static func effect(of schedule: [Int32], _ model: ReactionModel) -> (
    openings: Double, attraction: Double
  ) {
    var fatigue = Fatigue()
    var opened: [(minute: Int32, share: Double)] = []
    for minute in schedule {
      let met = model.reception(channel: 0, topic: 0, fatigue, at: minute)
      opened.append((minute, met.openProbability))
      fatigue.add(
        channel: 0, topic: 0, opened: false, openedUnworn: false, times: met.wearFactor, at: minute,
        model)
    }
    let decay = 0.693_147_180_559_945_3 / (14 * 1440)
    let days = (1...360).map { day in
      let seen = stimulus { seen in
        for message in opened where message.minute < day * 1440 {
          seen.adstock += message.share * exp(-decay * Double(Int32(day * 1440) - message.minute))
        }
      }
      return model.utility(of: seen, response: 1, wear: 0)
    }
    return (opened.reduce(0) { $0 + $1.share }, days.reduce(0, +) / 360)
  }

  @Test func `pulsing beats an even schedule when messages wear and pauses restore`() {
    let model = reaction(Self.both)
    let (even, pulsed) = (Self.effect(of: Self.even, model), Self.effect(of: Self.pulsed, model))
    // Evenly sent, no gap is as long as the delay, so message k meets 0.3 · (k − 1) of wear:
    // 0.3 · (1 − e^−14.4) ÷ (1 − e^−0.3) openings in all, of 14.4 without wear.
    #expect(near(even.openings, 0.3 * (1 - 5.573_9e-7) / (1 - 0.740_818_220_7)))
    #expect(pulsed.openings > 2 * even.openings)
    let ratio = pulsed.attraction / even.attraction
    #expect(ratio > 1, "\(ratio)")
  }

  @Test(arguments: [Submodel.wear, .rest])
  func `it does not when nothing wears, or nothing is restored`(off: Submodel) {
    let model = reaction(Self.both, off: [off])
    let (even, pulsed) = (Self.effect(of: Self.even, model), Self.effect(of: Self.pulsed, model))
    // Message k meets what k − 1 messages wore, whenever they came; what is in mind saturates.
    #expect(near(pulsed.openings, even.openings))
    #expect(pulsed.attraction <= even.attraction, "\(pulsed.attraction), \(even.attraction)")
  }
}
