public import Randomness

// A message is opened more often near the hour at which its reader is active: the probability of
// opening counts 1 + r · cos(2π · (hour sent − active hour) ÷ 24) times, whose mean over the day is 1,
// so r moves openings between hours and makes none. Active hours are normal around the segment's.
// `assumption:` shape and sizes; trade figures name 20:00 and the member's own hour as the best.
// The cosine is read off a table of whole hours, straight lines between them. Off at r = 0, and with
// the switch `message-visits`.

extension ReactionModel {
  /// How many times more often than on average a person opens a message sent at a minute of the day.
  public func openingFactor(
    of person: UInt32, atMinuteOfDay minute: Int, from draws: Draws
  ) -> Double {
    guard hourResponse > 0 else { return 1 }
    let active = hour(of: person, from: draws)
    return 1 + hourResponse * Self.dayCosine(hours: Double(minute) / 60 - active)
  }

  /// The full hour of the day, 0 to 23, at which the shop knows a person to be active; nothing where
  /// it does not.
  public func knownHour(of person: UInt32, from draws: Draws) -> UInt8? {
    let mark = draws.uniform(at: DrawAddress(subject: person, purpose: .knownHour))
    guard mark < activeHourKnown else { return nil }
    let hour = hour(of: person, from: draws).rounded()
    return UInt8(hour - (hour / 24).rounded(.down) * 24)
  }

  /// The hour at which a person is active, which may lie on a neighboring day.
  private func hour(of person: UInt32, from draws: Draws) -> Double {
    draws.normal(
      mean: activeHour, standardDeviation: activeHourSpread,
      at: DrawAddress(subject: person, purpose: .activeHour))
  }

  /// The cosine of a distance in hours on the clock.
  static func dayCosine(hours: Double) -> Double {
    let turns = hours / 24
    let onClock = (turns - turns.rounded(.down)) * 24
    let before = min(23, Int(onClock))
    let (left, right) = (wholeHour(before), wholeHour((before + 1) % 24))
    return left + (right - left) * (onClock - Double(before))
  }

  /// cos(15° · k), by symmetry from the first quarter of the day.
  private static func wholeHour(_ hour: Int) -> Double {
    let fromMidnight = min(hour, 24 - hour)
    return fromMidnight > 6 ? -quarter(12 - fromMidnight) : quarter(fromMidnight)
  }

  private static func quarter(_ hour: Int) -> Double {
    let (two, three, six) = (2.0.squareRoot(), 3.0.squareRoot(), 6.0.squareRoot())
    return switch hour {
    case 0: 1
    case 1: (six + two) / 4
    case 2: three / 2
    case 3: two / 2
    case 4: 0.5
    case 5: (six - two) / 4
    default: 0
    }
  }
}
