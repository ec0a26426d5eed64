internal import IncentiveEngine
internal import Quantities
internal import Scenarios

extension Economics {
  /// Whether the messages of all arms have a cost; if not, that is said where costs stand.
  ///
  /// A cost that was forgotten would make messages free and their arm look better than it is.
  func checkMessageCost(of arms: [Arm], _ node: LocatedNode, _ reading: Reading) -> Bool {
    let economics = node["economics"] ?? node
    let sign = reading.currency.sign
    let missing = Channel.allCases.filter { channel in
      messageCost[channel] == nil && arms.contains { $0.scheme.channels.contains(channel) }
    }
    for channel in missing {
      guard let arm = arms.first(where: { $0.scheme.channels.contains(channel) }) else { continue }
      let name = channel.name
      reading.report(
        economics.entry("message-cost")?.place ?? economics.place,
        "the arm \"\(arm.name)\" sends messages by \(name); state message-cost.\(name) (\(sign)0 if "
          + "free)",
        hint: economics["message-cost"] == nil
          ? "add \"message-cost: { \(name): \(sign)0 }\"" : "add \"\(name): \(sign)0\"")
    }
    return missing.isEmpty
  }
}

extension Scheme {
  /// The channels by which the scheme may send something.
  var channels: [Channel] {
    let own =
      broadcasts.map(\.channel) + journeys.flatMap(\.steps.channels)
      + (sendsByCalendar ? [contact?.channel ?? .wecom] : [])
    guard !own.isEmpty else { return [] }
    return own + (contact?.otherChannels ?? [])
  }

  /// Whether rules of the calendar send anything: a warning, or coupons granted on a day.
  private var sendsByCalendar: Bool {
    points?.warning != nil || growth?.progress != nil || tiers?.review?.warning != nil
      || offers.contains { offer in
        switch offer.access {
        case .coupon(.monthly, _), .coupon(.once, _): true
        case .coupon(.onJoining, _), .coupon(.onFirstOrder, _), .coupon(.onSpend, _),
          .coupon(.deposit, _), .coupon(.asReward, _), .promotion:
          false
        }
      }
  }
}
