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
        text: "0.05"),
      .optional(
        "identities", .identities,
        "What the shop can know of who stands behind accounts, and who invites oneself.",
        fallback: "it is told nothing")
    ) { _, _, share, orders, merges, identities in
      SecondAccountHabit(
        share: share, orderShare: orders, mergesPerWeek: merges, identities: identities)
    }.form
  }
}

extension Form where Value == Bool {
  /// Whether members may join accounts that were opened apart.
  static var accounts: Form {
    .choice("how accounts of one member stand", [("apart", false), ("joined", true)])
  }
}

extension Form where Value == IdentityHabit {
  /// `identities:` — devices and addresses, and second accounts that are opened to invite oneself.
  fileprivate static var identities: Form {
    ObjectForm(
      "identities",
      "What the shop is told of devices and addresses; every share is the scenario's own.",
      keys: .defaulted(
        "households", .share(example: "10%"),
        "The share of people who share their address with the next one of their community.", .zero,
        text: "0%"),
      .required(
        "self-invites", .share(example: "50%"),
        "Of people with two accounts, the share who open the second by an invitation of their own."),
      .defaulted(
        "other-device", .share(example: "20%"), "Of these, the share who do so on another device.",
        .zero, text: "0%"),
      .defaulted(
        "other-address", .share(example: "5%"), "Of these, the share who give another address.",
        .zero, text: "0%")
    ) { _, _, households, selfInvites, device, address in
      IdentityHabit(
        households: households, selfInvites: selfInvites, otherDevice: device,
        otherAddress: address)
    }.form
  }
}
