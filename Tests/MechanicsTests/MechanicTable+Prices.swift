extension Mechanic {
  /// Prices (M15–M25): thresholds, coupons, multi-buys, presales, sales.
  static let prices: [Mechanic] = [
    .works(
      15, "money off from a threshold on", "M15-threshold-off",
      [
        "M15: what 30 off 199 takes off is so many times ¥30",
        "M15: 30 off from 199 on, 满199减30",
      ]),
    .works(
      16, "coupons by stage of life", "M16-life-cycle-coupons",
      [
        "M16: newcomers, active and dormant members use their coupons",
        "M16: dormant members get ¥50, active ones 满199减30, at their hour",
      ]),
    .works(
      17, "percentage coupons with a cap", "M17-percentage-coupons",
      [
        "M17: no coupon saves more than its cap of ¥40",
        "M17: 15% off from ¥50 on, at most ¥30, rounded down",
      ], missing: "grant after a chat"),
    .works(
      18, "a coupon for the first order", "M18-first-order-coupon",
      [
        "M18: first orders bring coupons, each worth ¥20 once",
        "M18: the first order brings a coupon that only the next order can use",
      ]),
    .works(
      19, "reward for spend added up", "M19-spend-coupon",
      [
        "M19: whoever spends enough in a month gets the coupon",
        "M19: ¥500 paid in a month brings the coupon, once a member and month",
      ], missing: "a member day as the reward"),
    .works(
      20, "scarce coupons", "M20-scarce-coupons",
      ["M20: fifty coupons are used, and not one more"], missing: "hours, an extra at the start"),
    .works(
      21, "multi-buy prices", "M21-multi-buy",
      [
        "M21: each way of pricing several units takes something off its items",
        "M21: the second of an item at half price, 第二件半价",
        "M21: over different items the cheapest pay half",
        "M21: three for 70%, 三件七折",
        "M21: of three unequal items at 70%, the middle one returned leaves 28",
        "M21: three cans less ¥50, once or for each full three, 买3罐减50",
      ]),
    .works(
      22, "gift with a purchase", "M22-gift-with-purchase",
      [
        "M22: each gift costs its ¥30, as the reduction does",
        "M22: a gift from a threshold on, a better one from a higher, 满199即赠",
        "M22: a gift stacks as an offer worth its value",
        "M22: an item's gift looks at that item, and a coupon's is given once",
      ]),
    .works(
      23, "presale with a deposit", "M23-presale-deposit",
      [
        "M23: deposits of ten are paid, and balances take thirty off",
        "M23: a deposit of 10 counts as 30 when the balance is paid",
        "M23: the deposit counts on the days of the balance only",
        "M23: who paid a deposit plans the order that it is for, and it ships free",
      ]),
    .works(
      24, "flash sale, prices by steps", "M24-flash-sale",
      [
        "M24: each price sells its stock and no more, then the next is open",
        "M24: an evening's stock is sold within its hours, and is there anew the next day",
      ]),
    .works(
      25, "coupon for one item", "M25-item-coupon",
      [
        "M25: a coupon for its item is used less, ¥30 at a time",
        "M25: a coupon for an item looks at that item's lines",
        "M25: without its item a coupon is kept, and says why",
      ]),
  ]
}
