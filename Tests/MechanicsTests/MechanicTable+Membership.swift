extension Mechanic {
  /// Membership (M26–M32): tiers, prices for members, privileges, what members pay for.
  static let membership: [Mechanic] = [
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
  ]
}
