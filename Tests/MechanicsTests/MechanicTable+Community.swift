extension Mechanic {
  /// What members do together (M33–M43): referral, group buying, content.
  static let community: [Mechanic] = [
    .planned(33, "referral with coupons for both"),
    .planned(34, "referral with points"),
    .planned(35, "rebate over several levels"),
    .planned(36, "leaderboard"),
    .planned(37, "group buy"),
    .planned(38, "friends cut a price"),
    .planned(39, "coupon split by a team"),
    .planned(40, "several tasks, one reward"),
    .planned(41, "sharing doubles a coupon"),
    .planned(42, "key consumers and their content"),
    .planned(43, "rewards for sales guides"),
  ]
}
