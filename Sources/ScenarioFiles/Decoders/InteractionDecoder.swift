internal import IncentiveEngine
internal import Quantities
internal import Scenarios

/// `interactions:` of `points:` — what is rewarded though it is no purchase.
extension Form where Value == InteractionRule {
  static var interactionRule: Form {
    ObjectForm(
      "a rewarded interaction", "Points for something that members do besides buying.",
      keys: .required(
        "name", .name(of: "an interaction", example: "review"),
        "Which of the interactions of people:."),
      .required("points", .points, "What it brings."),
      .defaulted(
        "each", .integer(1...10_000, example: "5"), "How many times it takes for that.", 1,
        text: "1"),
      .mostForOne, .mostInPeriods,
      .optional("times", .rewardLimit, "How often it is rewarded.", fallback: "no limit"),
      .defaulted("cooldown", .cooldown, "The time between two rewards.", 0, text: "none"),
      .defaulted("pending", .activation, "How long its points wait.", .atOnce, text: "none")
    ) { node, reading, name, points, each, perAward, caps, times, cooldown, activation in
      guard
        reading.checkWord(
          name, at: node.valuePlace(of: "name"), among: reading.interactionNames,
          of: "interactions of people:")
      else { return nil }
      return InteractionRule(
        name: name, points: points, each: each,
        limits: AwardLimits(
          perAward: perAward, caps: caps, times: times, cooldownMinutes: cooldown),
        activation: activation)
    }.form
  }
}

extension Key where Value == Points? {
  /// `max-each:` of what is no purchase here.
  static var mostForOne: Key {
    .optional(
      "max-each", .points, "The most that one may bring: more is refused whole.",
      fallback: "no limit")
  }
}

extension Key where Value == [SpendingLimit] {
  /// `max:` of what is no purchase here.
  static var mostInPeriods: Key {
    .defaulted(
      "max", .spendingLimits, "The most points in periods; more is cut to the remainder.", [],
      text: "no limit")
  }
}

extension AwardLimits {
  /// The limits that the keys of a rule state.
  init(perAward: Points?, caps: [SpendingLimit], times: Reward.Limit?, cooldownMinutes: Int) {
    self.init(
      perAward: perAward, caps: caps.map { Cap($0.points, per: $0.period) },
      times: times.map { Times($0.count, per: $0.period) }, cooldownMinutes: cooldownMinutes)
  }
}

extension Form where Value == Int {
  /// A time between two rewards, in minutes: `2 h`, `1 day`.
  static var cooldown: Form {
    .scalar(
      ScalarShape(
        "a time between two rewards", patterns: ["^[0-9][0-9_]* ?(h|hours?|days?|weeks?)$"],
        examples: ["2 h", "1 day"])
    ) { (text, _) throws(ScalarFailure) in
      switch try Span.read(text) {
      case .hours(let hours) where (1...8760).contains(hours): return hours * 60
      case .days(let days) where (1...365).contains(days): return days * 1440
      default: throw ScalarFailure("a time between two rewards is 1 hour to 365 days")
      }
    }
  }
}

/// `interactions:` of `people:` — what members do besides buying.
extension Form where Value == [Interaction] {
  static var interactions: Form {
    .list(of: .interaction, maximumCount: Interaction.maximumCount)
      .distinct(\.name, of: "interactions")
  }
}

extension Form where Value == Interaction {
  fileprivate static var interaction: Form {
    ObjectForm(
      "an interaction", "Something that members do besides buying.",
      keys: .required("name", .name(of: "an interaction", example: "review"), "Its name."),
      .required(
        "per-week", .number(0...100, example: "0.5"), "Opportunities a week for each member."),
      .defaulted(
        "unrewarded", .share(example: "5%", isPositive: true),
        "The share taken without any reward, below 100%.",
        Rate(Int64(Interaction.usualUnrewardedShare * 100), over: 100), text: "5%"),
      .defaulted(
        "pull", .number(0...20, example: "0.5"),
        "Utility of points for it, for each unit of money that they are worth.",
        Interaction.usualPull, text: "0.5")
    ) { node, reading, name, perWeek, unrewarded, pull in
      guard unrewarded < .one else {
        reading.report(
          node.valuePlace(of: "unrewarded"),
          "where everybody does it anyway, points change nothing",
          hint: "give a share below 100%")
        return nil
      }
      return Interaction(
        name: name, perWeek: perWeek, unrewardedShare: unrewarded.value, pull: pull)
    }.form
  }
}
