extension Mechanic {
  /// What members do together (M33–M43): referral, group buying, content.
  static let community: [Mechanic] = [
    .works(
      33, "referral with coupons for both", "M33-referral-coupons",
      [
        "M33: coupons for both sides bring new members at ¥30 each or less",
        "M33: ¥20 for the inviter and ¥10 for the friend, ¥30 a new member at full use",
        "M33: the coupons of two friends are both kept, one waits for the other",
        "M33: a coupon is withdrawn if it is still unused",
      ]),
    .works(
      34, "referral with points", "M34-referral-points",
      [
        "M34: invitations become valid by profile and order, and orders sent back undo them",
        "M34: 100 points when profile and order are done within 30 days of joining",
        "M34: both sides' points are taken back when the order comes back",
        "M34: of points that were spent, what the refund policy says is taken back",
        "M34: points that wait are pending for seven days after the order",
        "M34: whoever has the inviter's device or address is refused as the inviter",
      ]),
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
