extension Mechanic {
  /// Points (M01–M14): earned, spent, lost, exchanged.
  static let points: [Mechanic] = [
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
        "M12: what leaves one merchant's points arrives at the other's, and both know who owes",
        "M12: points that leave one merchant's account arrive in the other's, with its expiry",
        "M12: nothing comes about between two merchants but at the rates, and debts sum to zero",
      ]),
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
  ]
}
