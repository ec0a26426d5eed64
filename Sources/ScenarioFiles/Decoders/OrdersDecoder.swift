internal import Quantities
internal import Scenarios

/// `orders:` — orders that are placed and not paid at once.
extension Form where Value == UnpaidOrders {
  static var orders: Form {
    ObjectForm(
      "orders", "Orders that people place and do not pay at once; the same luck in all arms.",
      keys: .required(
        "unpaid", .share(example: "10%"),
        "The share of orders placed that are not paid at once: what they use is set aside."),
      .required(
        "paid-later", .share(example: "40%"),
        "The share of those that are paid in time, at any time alike; the others never."),
      .defaulted(
        "canceled-after", .hoursOrDays,
        "The time after which the merchant cancels an order that is not paid: what it had set aside "
          + "goes back. From 1 hour to 30 days.", UnpaidOrders.usualHours, text: "48 hours")
    ) { _, _, share, later, hours in
      UnpaidOrders(share: share, laterShare: later, canceledAfterHours: hours)
    }.form
  }
}

extension Form where Value == Int {
  /// A length of time in hours or days, as hours: from 1 hour to 30 days.
  fileprivate static var hoursOrDays: Form {
    .scalar(
      ScalarShape(
        "hours or days", patterns: ["^[0-9][0-9_]* ?(h|hours?|days?)$"],
        examples: ["48 h", "2 days"])
    ) { (text, _) throws(ScalarFailure) in
      let hours: Int =
        switch try Span.read(text) {
        case .hours(let count): count
        case .days(let count) where !text.allSatisfy({ $0.isNumber || $0 == "_" }): count * 24
        default: throw ScalarFailure("\"\(text.shortened)\" is no number of hours or days")
        }
      guard (1...720).contains(hours) else {
        throw ScalarFailure("\(text.shortened) is not from 1 hour to 30 days")
      }
      return hours
    }
  }
}
