internal import IncentiveEngine

extension Form where Value == [GiftStep] {
  /// `gifts:` — what is given from a threshold on.
  static var gifts: Form {
    let step = ObjectForm(
      "a gift", "A gift with a purchase.",
      keys: .required("gift", .name(of: "a gift", example: "bottle"), "Its name."),
      .required("spend", .money, "The least the basket, or the offer's items, must cost."),
      .required("cost", .money, "What one costs the merchant."),
      .required("value", .positiveMoney, "What members take it to be worth.")
    ) { _, _, name, spend, cost, value in
      GiftStep(name: name, minimumSpend: spend, cost: cost, value: value)
    }.form
    return .list(of: step, minimumCount: 1).map { steps, node, reading in
      for (index, (below, step)) in zip(steps, steps.dropFirst()).enumerated()
      where step.minimumSpend <= below.minimumSpend {
        reading.report(
          node.elements[index + 1].place, "the gifts of an offer must ascend",
          hint: "list gifts by spend, the smallest first")
        return nil
      }
      return steps
    }
  }
}
