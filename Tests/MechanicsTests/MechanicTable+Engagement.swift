extension Mechanic {
  /// Games, messages, and the program as a whole (M44–M60).
  static let engagement: [Mechanic] = [
    .planned(44, "lottery, wheel, quiz, mystery box"),
    .planned(45, "daily check-in streak"),
    .planned(46, "receipts and reviews"),
    .planned(47, "messages and coupons on triggers"),
    .planned(48, "steps against churn"),
    .planned(49, "message channels"),
    .planned(50, "time of sending"),
    .tags,
    .planned(52, "frequency caps, quiet hours"),
    .planned(53, "defense against abuse"),
    .planned(54, "fatigue"),
    .works(
      55, "stacking rules and budgets", "M55-stacking-and-budgets",
      ["M55: two offers share ¥10,000, paid to the last fen"]),
    .planned(56, "funnel"),
    .planned(57, "A/B tests"),
    .planned(58, "key figures"),
    .planned(59, "member day"),
    .planned(60, "mix of sales channels"),
  ]
}
