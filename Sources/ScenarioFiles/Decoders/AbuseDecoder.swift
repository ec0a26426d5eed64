internal import Quantities
internal import Scenarios

/// `abuse:` of `people:` — who takes advantage of incentives, and how well reviewers judge.
extension Form where Value == AbuseHabit {
  static var abuse: Form {
    ObjectForm(
      "abuse",
      "Who takes advantage of incentives; every share is the scenario's own, as nobody has a figure "
        + "that could be defended.",
      keys: .optional(
        "accounts", .abuseAccounts, "People who open one account after another.",
        fallback: "nobody"),
      .optional(
        "rings", .abuseRings, "People who invite accounts of their own in a ring.",
        fallback: "nobody"),
      .optional(
        "loops", .abuseLoops, "People who order, collect what that brings, and return the goods.",
        fallback: "nobody"),
      .optional(
        "hunters", .abuseHunters, "Members who order only what an offer makes cheaper.",
        fallback: "nobody"),
      .defaulted(
        "households", .share(example: "30%"),
        "The share of people who share their address with the next one of their community.", .zero,
        text: "0%"),
      .defaulted(
        "shared-devices", .share(example: "20%"), "Of these, the share who share a device, too.",
        .zero, text: "0%"),
      .optional(
        "reviewers", .reviewers, "How those judge who review accounts.",
        fallback: "nobody reviews")
    ) { node, reading, accounts, rings, loops, hunters, households, devices, reviewers in
      let shares = [accounts?.share, rings?.share, loops?.share, hunters?.share]
      let all = shares.compactMap(\.self).reduce(0) { $0 + $1.value }
      guard all <= 1 else {
        reading.report(
          node.place, "the shares of these kinds of people are more than everybody",
          hint: "a person is of one kind at most; give shares that add up to 100% or less")
        return nil
      }
      return AbuseHabit(
        accounts: accounts, rings: rings, loops: loops, hunters: hunters, households: households,
        sharedDevices: devices, reviewers: reviewers)
    }.form
  }
}

extension Form where Value == AbuseHabit.Accounts {
  fileprivate static var abuseAccounts: Form {
    ObjectForm(
      "several accounts",
      "People who open the next account when the newest has served for an order.",
      keys: .required("share", .share(example: "3%"), "The share of people."),
      .defaulted(
        "count", .integer(2...8, example: "3"),
        "How many accounts one of them has in the end, the first included.", 3, text: "3"),
      .defaulted(
        "other-device", .share(example: "20%"),
        "Of further accounts, the share that are opened on another device.", .zero, text: "0%"),
      .defaulted(
        "other-address", .share(example: "5%"),
        "Of further accounts, the share that give another address.", .zero, text: "0%")
    ) { _, _, share, count, device, address in
      AbuseHabit.Accounts(
        share: share, count: count, otherDevice: device, otherAddress: address)
    }.form
  }
}

extension Form where Value == AbuseHabit.Rings {
  fileprivate static var abuseRings: Form {
    ObjectForm(
      "rings",
      "People who invite an account of their own on another device, which invites the next on the "
        + "first, and so on.",
      keys: .required("share", .share(example: "1%"), "The share of people."),
      .defaulted(
        "count", .integer(2...8, example: "4"),
        "How many accounts one of them has in the end, the first included.", 4, text: "4")
    ) { _, _, share, count in AbuseHabit.Rings(share: share, count: count) }.form
  }
}

extension Form where Value == AbuseHabit.Loops {
  fileprivate static var abuseLoops: Form {
    ObjectForm(
      "loops", "People who order, collect what that brings, and return the goods.",
      keys: .required("share", .share(example: "2%"), "The share of people."),
      .required(
        "returns", .share(example: "80%"), "The share of their orders that come back whole."),
      .required("after", .positiveDays, "How many days after the order.")
    ) { _, _, share, returns, days in
      AbuseHabit.Loops(share: share, returns: returns, days: days)
    }.form
  }
}

extension Form where Value == AbuseHabit.Hunters {
  fileprivate static var abuseHunters: Form {
    ObjectForm(
      "coupon hunters", "Members who order only what an offer makes cheaper.",
      keys: .required("share", .share(example: "5%"), "The share of people."),
      .defaulted(
        "parts", .integer(1...5, example: "3"),
        "Into how many orders they split one at most, if that makes it cheaper.", 1, text: "1")
    ) { _, _, share, parts in AbuseHabit.Hunters(share: share, parts: parts) }.form
  }
}

extension Form where Value == AbuseHabit.Reviewers {
  fileprivate static var reviewers: Form {
    ObjectForm(
      "reviewers", "How those judge who review accounts that rules hold.",
      keys: .required(
        "detection", .share(example: "80%"),
        "Of reviews of people of these kinds, the share that find it out."),
      .required(
        "false-alarms", .share(example: "5%"),
        "Of reviews of all others, the share that suspect them."),
      .defaulted("after", .days, "Days until a review comes out.", 1, text: "1 day")
    ) { _, _, detection, falseAlarms, days in
      AbuseHabit.Reviewers(detection: detection, falseAlarms: falseAlarms, days: days)
    }.form
  }
}

extension People {
  /// Whether people with several accounts are stated once; if not, that is said.
  func checkAbuse(_ node: LocatedNode, _ reading: Reading) -> Bool {
    guard abuse != nil, secondAccounts != nil else { return true }
    reading.report(
      node.place(of: "abuse"), "second-accounts and abuse both say who has several accounts",
      hint: "leave second-accounts out: abuse.accounts has what it says")
    return false
  }
}

extension Economics {
  /// Whether goods come back where people return them to collect; if not, that is said.
  func checkLoops(of people: People, _ node: LocatedNode, _ reading: Reading) -> Bool {
    guard returns == nil, people.abuse?.loops != nil else { return true }
    reading.report(
      (node["economics"] ?? node).place,
      "people return goods to collect what orders bring; state what becomes of goods that come back",
      hint: "add \"returns: { rate: 5% }\" to economics")
    return false
  }
}
