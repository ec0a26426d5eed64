internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// What one side of an invitation gets, as it stands in the file.
enum ReferralWord: Sendable {
  case points(Points)
  case coupon(String)
}

/// The referral program as it stands in the file.
struct ReferralLine: Sendable {
  /// All but the rewards.
  var program: ReferralProgram
  var inviter: ReferralWord?
  var friend: ReferralWord?
  var bonuses: [ReferralBonusLine]
  var node: LocatedNode

  /// The program, once the coupons of the scheme are known.
  func program(offers: [Offer], _ reading: Reading) -> ReferralProgram? {
    let before = reading.reportCount
    var program = program
    program.inviter = inviter.flatMap {
      reward($0, offers, node.valuePlace(of: "inviter"), reading)
    }
    program.friend = friend.flatMap { reward($0, offers, node.valuePlace(of: "friend"), reading) }
    let lines = node["bonuses"]?.elements ?? []
    program.bonuses = zip(bonuses, lines).compactMap { bonus, line in
      reward(bonus.reward, offers, line.valuePlace(of: "reward"), reading).map {
        ReferralProgram.Bonus(invitations: bonus.invitations, reward: $0)
      }
    }
    return reading.reportCount == before ? program : nil
  }

  private func reward(
    _ word: ReferralWord, _ offers: [Offer], _ place: Place, _ reading: Reading
  ) -> ReferralProgram.Reward? {
    guard case .coupon(let name) = word else {
      if case .points(let points) = word { return .points(points) }
      return nil
    }
    let granted = offers.enumerated().filter { $0.element.isGrantedAsReward }
    if let found = granted.first(where: { $0.element.name == name }) {
      return .coupon(offer: found.offset)
    }
    let isThere = offers.contains { $0.name == name }
    reading.report(
      place,
      isThere
        ? "the offer \"\(name)\" is not granted as a reward"
        : "unknown coupon \"\(name.shortened)\"",
      hint: isThere
        ? "write \"grant: as a reward\" in its line of coupons:"
        : Suggestion.hint(for: name, among: granted.map(\.element.name)))
    return nil
  }
}

extension Offer {
  fileprivate var isGrantedAsReward: Bool {
    if case .coupon(.asReward, _) = access { return true }
    return false
  }
}

extension IdentityMarks {
  /// Whichever is the same.
  static let either: IdentityMarks = [.device, .address]
}

/// `referral:` — rewards for inviting.
extension Form where Value == ReferralLine {
  static var referral: Form {
    ObjectForm<
      ReferralLine, ReferralProgram, ReferralWord?, ReferralWord?, ReferralProgram.Moment,
      [ReferralBonusLine], Reward.Limit?, IdentityMarks
    >(
      "referral", "Members invite others, and both sides are rewarded.",
      keys: .defaulted(
        "valid", .validity, "What the friend must do until the invitation is valid.",
        ReferralProgram(), text: "join"),
      .optional(
        "inviter", .referralReward, "What the inviter gets for a valid invitation.",
        fallback: "nothing"),
      .optional("friend", .referralReward, "What the friend gets.", fallback: "nothing"),
      .defaulted(
        "friend-at",
        .choice(
          "when the friend is rewarded",
          [
            ("validity", ReferralProgram.Moment.validity), ("registration", .registration),
          ]),
        "When the friend is rewarded: at registration, which is never taken back, or at validity.",
        .validity, text: "validity"),
      .defaulted(
        "bonuses", .list(of: .referralBonus, maximumCount: ReferralProgram.maximumBonusCount),
        "What numbers of valid invitations bring beside, fewest first.", [], text: "nothing"),
      .optional(
        "limit", .rewardLimit,
        "The most invitations that bring one inviter anything; friends are rewarded all the same.",
        fallback: "no limit"),
      .defaulted(
        "same-person",
        Form<IdentityMarks>.choice(
          "by what people are told apart",
          [
            ("device-or-address", IdentityMarks.either), ("device", .device),
            ("address", .address), ("nothing", IdentityMarks()),
          ]),
        "By what inviter and friend, or two friends, are taken for one person and refused.",
        IdentityMarks.either, text: "device-or-address")
    ) { node, _, validity, inviter, friend, moment, bonuses, limit, marks in
      var program = validity
      program.friendAt = moment
      program.limit = limit.map { ReferralProgram.Limit($0.count, per: $0.period) }
      program.samePerson = marks
      return ReferralLine(
        program: program, inviter: inviter, friend: friend,
        bonuses: bonuses, node: node)
    }.form
  }
}

extension Form where Value == ReferralProgram {
  /// `valid:` — what the friend must do.
  fileprivate static var validity: Form {
    ObjectForm<ReferralProgram, String?, Money?, Int?, Bool>(
      "valid", "What the friend must do until the invitation is valid; all that is stated.",
      keys: .optional(
        "profile", .name(of: "an interaction", example: "profile"),
        "Which of the scheme's rewarded interactions completes the profile.", fallback: "none"),
      .optional(
        "order", .money,
        "The least that is paid on one order, ¥0 for any; the first that pays as much counts.",
        fallback: "no order"),
      .optional(
        "within", .positiveDays, "Days after joining within which all of it must be done.",
        fallback: "any time"),
      .defaulted(
        "pending", .referralPending,
        "Whether points wait until the order cannot be returned any more: none or return-window.",
        false, text: "none")
    ) { _, _, profile, order, days, waits in
      ReferralProgram(
        profile: profile, order: order, withinDays: days, waitsForReturnWindow: waits)
    }.form
  }
}

extension Form where Value == Bool {
  /// What points of an invitation wait for.
  fileprivate static var referralPending: Form {
    .choice("what points wait for", [("none", false), ("return-window", true)])
  }
}

/// One bonus as it stands in the file.
struct ReferralBonusLine: Sendable {
  var invitations: Int
  var reward: ReferralWord
}

extension Form where Value == ReferralBonusLine {
  fileprivate static var referralBonus: Form {
    ObjectForm(
      "a bonus for inviting", "What a number of valid invitations brings beside.",
      keys: .required(
        "invitations", .integer(1...10_000, example: "3"),
        "How many of the inviter's invitations must be valid."),
      .required("reward", .referralReward, "What it brings.")
    ) { _, _, invitations, reward in
      ReferralBonusLine(invitations: invitations, reward: reward)
    }.form
  }
}

extension Form where Value == ReferralWord {
  /// `100 points`, or `coupon welcome` by the name of a coupon that is granted as a reward.
  fileprivate static var referralReward: Form {
    .scalar(
      ScalarShape(
        "a reward for inviting", patterns: ["^[0-9][0-9_]* points$", "^coupon .+$"],
        examples: ["100 points", "coupon thanks"])
    ) { (text, _) throws(ScalarFailure) in
      if let name = text.remainder(after: "coupon ") { return .coupon(name.trimmed) }
      guard text.hasSuffix(" points") else {
        throw ScalarFailure(
          "\"\(text.shortened)\" is no reward for inviting",
          hint: "write \"100 points\", or \"coupon\" and the name of a coupon")
      }
      return .points(
        try EarningText.points(try DecimalText(String(text.dropLast(7)).trimmed), text))
    }
  }
}
