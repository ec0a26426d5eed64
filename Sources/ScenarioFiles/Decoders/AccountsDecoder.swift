internal import Quantities
internal import Scenarios

/// `second-accounts:` — members who have two accounts.
extension Form where Value == SecondAccountHabit {
  static var secondAccounts: Form {
    ObjectForm(
      "second-accounts", "Members with two accounts, such as one online and one in a store.",
      keys: .required(
        "share", .share(example: "20%"), "The share of people who have two from the day they join."
      ),
      .required(
        "orders", .share(example: "30%"), "The share of their orders that goes to the second."),
      .defaulted(
        "merges", .number(0...10, example: "0.05"),
        "How often one of them would join the two, a week, where the scheme lets them.", 0.05,
        text: "0.05")
    ) { _, _, share, orders, merges in
      SecondAccountHabit(share: share, orderShare: orders, mergesPerWeek: merges)
    }.form
  }
}

extension Form where Value == Bool {
  /// Whether members may join accounts that were opened apart.
  static var accounts: Form {
    .choice("how accounts of one member stand", [("apart", false), ("joined", true)])
  }
}
