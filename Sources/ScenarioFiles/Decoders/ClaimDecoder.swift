internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Scenarios

/// `claim-external-orders:` of `points:` — points for orders placed elsewhere.
extension Form where Value == ClaimRule {
  static var claimRule: Form {
    ObjectForm(
      "claim-external-orders",
      "Points that members claim for orders placed elsewhere, told of by a text message each.",
      keys: .required("earn", .perMoney, "What an order elsewhere earns, truncated."),
      .mostForOne, .mostInPeriods,
      .optional("times", .rewardLimit, "How often one may claim.", fallback: "no limit"),
      .defaulted("cooldown", .cooldown, "The time between two claims.", 0, text: "none"),
      .defaulted(
        "funding",
        .choice("who pays", [("promotional", Funding.promotional), ("purchase", .purchase)]),
        "Who pays: marketing, or the order itself where its revenue is the merchant's own.",
        .promotional, text: "promotional")
    ) { _, _, earn, perAward, caps, times, cooldown, funding in
      ClaimRule(
        perMinorPaid: earn,
        limits: AwardLimits(
          perAward: perAward, caps: caps, times: times, cooldownMinutes: cooldown),
        funding: funding)
    }.form
  }
}

/// `external-orders:` of `people:` — what members order elsewhere.
extension Form where Value == ExternalOrderHabit {
  static var externalOrders: Form {
    ObjectForm(
      "external-orders", "What members order elsewhere, and how they claim points for it.",
      keys: .required(
        "per-month", .number(0...100, example: "0.5"),
        "Orders a month of 30 days for each member."),
      .required("amount", .money, "The mean amount of one."),
      .defaulted(
        "spread", .number(0...2, example: "0.5"),
        "Standard deviation of the logarithm of amounts.", ExternalOrderHabit.usualSpread,
        text: "0.5"),
      .defaulted(
        "claimed", .share(example: "10%", isPositive: true),
        "The share who would claim points that are worth nothing, below 100%.",
        Rate(Int64(ExternalOrderHabit.usualWorthlessShare * 100), over: 100), text: "10%"),
      .defaulted(
        "pull", .number(0...20, example: "0.5"),
        "Utility of points for it, for each unit of money that they are worth.",
        Interaction.usualPull, text: "0.5")
    ) { node, reading, perMonth, amount, spread, claimed, pull in
      guard amount > .zero else {
        reading.report(
          node.valuePlace(of: "amount"), "an order costs something",
          hint: "give the mean amount, such as ¥150")
        return nil
      }
      guard claimed < .one else {
        reading.report(
          node.valuePlace(of: "claimed"), "where everybody claims anyway, points change nothing",
          hint: "give a share below 100%")
        return nil
      }
      return ExternalOrderHabit(
        perMonth: perMonth, amount: amount, spread: spread, worthlessShare: claimed.value,
        pull: pull)
    }.form
  }
}
