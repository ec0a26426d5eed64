extension Mechanic {
  /// The sixty mechanics that the sandbox is to run: the one source of `docs/mechanics.md`.
  static let all: [Mechanic] = [
    .works(
      1, "points for a purchase", "M01-earn-on-purchase",
      [
        "M01: a yuan paid earns a point at most, an item a point at least",
        "M01: one yuan is one point, truncated",
        "M01: one item is one point",
        "M01: points that wait for the end of the return window are called off by a return",
      ]),
    .works(
      2, "points for interaction", "M02-interaction-points",
      [
        "M02: interactions bring points for which members do more of them",
        "M02: watching an hour brings 100 points, five comments 50, both capped by the day",
      ]),
    .works(
      3, "points for registering", "M03-registration-pack",
      [
        "M03: every member got the pack, and no purchase paid for it",
        "M03: whoever joins gets the pack at once, once, at marketing's expense",
        "M03: a registration pack waits for the first order, and is called off without one",
        "M03: a pack and points that wait for the next order are called off where none comes",
      ]),
    .works(
      4, "points as cash at checkout", "M04-points-as-cash",
      [
        "M04: every point spent pays two fen",
        "M04: a hundred points pay two yuan, in whole steps",
        "M04: a member spends no more in a month, nor ever, than the limits",
      ]),
    .works(
      5, "points that buy festival coupons", "M05-festival-coupons",
      [
        "M05: festival coupons are sold for points, never more than there are",
        "M05: a festival's coupons are sold on its days only, one of a kind at a time",
        "M05: a festival's coupons are sold to all members together, and not one more",
      ]),
    .works(
      6, "stamp card", "M06-stamp-card",
      [
        "M06: a full card brings its reward, and stamps pull members nearer",
        "M06: twenty washes and one is free, 1 item = 1 stamp",
        "M06: ten cups and the eleventh is free, 1/11 = 9.09%",
        "M06: washes returned take their stamps back",
      ]),
    .works(
      7, "points mall", "M07-points-mall",
      [
        "M07: a mall's rewards cost goods and points, within its stock",
        "M07: a reward takes its price in points and costs the merchant its unit cost",
        "M07: the price must be there to the last point",
        "M07: stock is the community's, and the last one goes to whoever comes first",
        "M07: a member takes no more in a period than the cap",
        "M07: a privilege for a tier is refused below it",
        "M07: a stock of all members is gone to the last mug, by closing instants",
      ], missing: "lottery tries"),
    .works(
      8, "points expire by lot, with a warning", "M08-expiry-and-warning",
      [
        "M08: points expire, and whoever loses some is warned",
        "M08: the warning on the 25th lists exactly what is lost at the month's end",
        "M08: expiry by inactivity takes fewer points than lot by lot, and sends fewer warnings",
      ]),
    .works(
      9, "points to spend beside growth value", "M09-points-and-growth",
      [
        "M09: growth value lifts members, its reset brings some down",
        "M09: growth value becomes zero at the quarter's end, points stay",
        "M09: 差XX分升级: members near the next tier are told what is missing",
        "M09: a quarter's end takes growth value and leaves points, or decays it",
      ]),
    .works(
      10, "multiplied points", "M10-multipliers",
      [
        "M10: factors issue more points, and most where they multiply",
        "M10: times two and times three make four or six, as declared",
        "M10: a card doubles the points of the order it is used on",
        "M10: cards issue more points on the orders they are used on, and on no other",
      ], missing: "check-in streaks"),
    .works(
      11, "budget of points", "M11-points-budget",
      ["M11: no month issues more points than its budget"]),
    .works(
      12, "points exchanged between merchants", "M12-points-exchange",
      [
        "M12: points go to the airline and come from it, settled by the step",
        "M12: points go out in steps, less the fee, and are settled to the fen",
        "M12: the partner pays for points that come in, and their clock starts anew",
        "M12: round trips never gain",
      ], missing: "several merchants in one scenario"),
    .works(
      13, "two accounts become one", "M13-accounts-merged",
      [
        "M13: who joins two accounts spends more of the points",
        "M13: a merge conserves everything",
        "M13: points and growth value add up, and the sum may reach a tier",
        "M13: two coupons of one kind are both kept, the one that ends first is used first",
        "M13: a cap is not had twice: what both spent this month counts",
        "M13: stamps of both cards stand on one",
      ]),
    .works(
      14, "points for orders from elsewhere", "M14-external-orders",
      [
        "M14: orders from elsewhere are claimed, more of them for more points",
        "M14: a claim brings a point for each yuan paid elsewhere, within its limits",
        "M14: the last claim of a month gets what is left of its points",
      ]),
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
    .works(
      26, "a ladder of tier prices", "M26-tier-prices",
      [
        "M26: members order at silver's and gold's prices",
        "M26: 9折, 8.5折, 8折",
        "M26: silver ships free, gold has its own service, and boxes come on birthdays",
        "M26: a birthday box is given in the month of the birthday, 15 June",
      ]),
    .works(
      27, "tiers that are assessed", "M27-tiers-with-assessment",
      [
        "M27: assessment leaves fewer diamonds than tiers for ever",
        "M27: reviews come every 90 days, and before a reset of the same minute",
        "M27: a grace from 20 July to 19 August is moved to its period's end",
        "M27: the projection names the tier to come, what is missing and the last day",
        "M27: a tier for ever is a floor under those above",
      ]),
    .works(
      28, "price list for members", "M28-member-prices",
      [
        "M28: members pay the list's prices, and more of them in gold",
        "M28: an item of the price list costs what stands there, others the share",
        "M28: each tier has a list of its own",
      ]),
    .works(
      29, "privileges", "M29-privileges",
      [
        "M29: boxes, shipping and the hidden can are given at their cost, presales open early",
        "M29: free shipping comes with the orders of gold, and costs ¥8 each",
        "M29: the hidden product is for those who paid ¥50,000 in the year",
        "M29: a mystery box follows a month of three orders",
        "M29: gold pays a presale's deposit two days before others",
        "M29: a returned order counts no longer",
      ]),
    .planned(30, "paid membership"),
    .planned(31, "subscription"),
    .planned(32, "stored value"),
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
    .planned(44, "lottery, wheel, quiz, mystery box"),
    .planned(45, "daily check-in streak"),
    .planned(46, "receipts and reviews"),
    .planned(47, "messages and coupons on triggers"),
    .planned(48, "steps against churn"),
    .planned(49, "message channels"),
    .planned(50, "time of sending"),
    .planned(51, "tags and segments"),
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
