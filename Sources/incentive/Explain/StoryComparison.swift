internal import MemberBehavior
internal import Quantities
internal import Timeline

/// What control did at the same occasions.
extension StoryBuilder {
  /// What control did at an occasion, beside what this arm did.
  func comparison(ordered: Bool, _ inControl: Bool) -> String? {
    switch (ordered, inControl) {
    case (true, true): say("control has this order, too", "对照组也有这一单")
    case (true, false): say("gained: control has no order here", "新增：对照组没有这一单")
    case (false, true): say("lost: control has an order here", "失去：对照组有这一单")
    case (false, false): nil
    }
  }

  /// Control's orders at occasions that this arm never came to.
  mutating func addOrdersOnlyInControl(_ orders: [Occasion]) {
    for order in orders where !met.contains(Address(order)) {
      let minute = Minute(index: order.minute)
      guard minute >= horizonStart else { continue }
      let list = horizon.currency.text(Money(minor: order.listMinor))
      entries.append(
        StoryEntry(
          minute: minute, kind: .onlyInControl,
          headline: say(
            "lost: control has an order for \(list) here, this arm no occasion",
            "失去：对照组在此有一单 \(list)，本组没有这次机会")))
    }
  }
}
