/// The rows of automation: what the program does by itself.
extension Mechanic {
  static let tags = works(
    51, "tags and segments", "M51-tags-and-segments",
    [
      "M51: tags are counted at every month's end and say who gets a coupon",
      "M51: level S is active within 7 days",
      "M51: VIP is 3 orders in a month and a mean basket of ¥200",
    ])

  static let triggers = works(
    47, "messages and coupons on triggers", "M47-triggers",
    [
      "M47: triggers send, the unread get a text message, and guides' minutes are a cost",
      "M47: a coupon after the first order, the guide a day later, cross-sell after three",
      "M47: an order unpaid for 48 hours brings care and a coupon, once",
      "M47: a reminder three days before the member's own cycle ends",
    ])

  static let churnLadder = works(
    48, "steps against churn", "M48-churn-ladder",
    [
      "M48: the ladder calls who stays silent for 60 days, and tags whom it called",
      "M48: the churn ladder, 30 days silent and 60, once a silence",
    ])
}
