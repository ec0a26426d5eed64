import PointsLedger
import Quantities
import Timeline

@testable import IncentiveEngine

/// The rules of one policy, and what is remembered of one account.
struct ContactDesk {
  var rules = ContactRules()
  var places: [Int32] = []

  init(_ policy: ContactPolicy) throws {
    rules.append(try Scheme(name: "desk", contact: policy).compile())
    places = Array(repeating: 0, count: rules.placeCount)
    for cap in rules.caps { cap.clear(&places, base: 0) }
  }

  func decide(_ message: Message, at minute: Minute, closed: [Channel] = []) -> ContactOutcome {
    rules.decide(
      message, under: 0, closed: closed.reduce(into: []) { $0.formUnion(ChannelSet($1)) },
      at: minute, places: places.span)
  }

  /// Decides, and counts what goes out.
  mutating func send(_ message: Message, at minute: Minute) -> ContactOutcome {
    let outcome = decide(message, at: minute)
    if case .send(let sent) = outcome {
      rules.count(sent, under: 0, at: minute, places: &places, base: 0)
    }
    return outcome
  }
}

/// A message to decide on.
func message(
  by channel: Channel = .sms, _ kind: MessageKind = .promotional, on day: Day = day(2026, 3, 2)
) -> Message {
  Message(channel: channel, kind: kind, topic: .content, campaign: 99, day: day)
}
