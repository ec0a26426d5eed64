internal import IncentiveEngine
internal import Quantities
internal import Scenarios
internal import Timeline

/// The whole file.
extension Form where Value == Scenario {
  static var scenario: Form {
    ObjectForm<
      Scenario, String, Bool, HorizonLines, Currency, UInt64, ReplicationLines, Bool, PeopleLines,
      Catalogue?, Economics, UnpaidOrders?, Scheme?, AllArms?, [Expectation], Bool, Int?
    >(
      "the scenario", "Everything that a run depends on.",
      planned: [
        PlannedKey("campaigns", "M57", "a calendar of campaigns with their own tests"),
        PlannedKey("sensitivity", "M57", "parameters to be varied"),
      ],
      keys: .required(
        "scenario", .text("a title", example: "Points and growth value"), "The title."),
      .defaulted(
        "status", .status, "ready, or draft: a draft may hold planned mechanics and is not run.",
        false, text: "ready"),
      .required("horizon", .horizon, "The days a run looks at."),
      .required("currency", .currency, "The one currency of all amounts."),
      .required("seed", .seed, "The seed of every draw."),
      .defaulted(
        "replications", .replications,
        "How many times the population is simulated with new luck.", ReplicationLines(first: 1),
        text: "1"),
      .defaulted(
        "presets", PresetDecoder.form, "Profiles of the file's own, by name.", true, text: "none"),
      .required("people", .people, "The population."),
      .optional("catalogue", .catalogue, "Items, prices, costs.", fallback: "baskets are amounts"),
      .required("economics", .economics, "Margins and costs."),
      .optional(
        "orders", .orders, "Orders that are placed and not paid at once.",
        fallback: "all are paid as they are placed"),
      .optional("scheme", .scheme, "The incentive rules.", fallback: "none"),
      .optional("arms", .arms, "The schemes that are compared.", fallback: "control and scheme"),
      .defaulted("expect", .list(of: .expectation), "What should hold.", [], text: "nothing"),
      .defaulted(
        "occasions", .occasions,
        "renewal: the model of members; small-model: the benchmarks' yardstick, without a report.",
        false, text: "renewal"),
      .optional(
        "parameters", .parameterDraws,
        "How what is not known of the parameters is looked at.", fallback: "not at all")
    ) {
      node, reading, title, _, horizon, currency, seed, replications, _, people, catalogue,
      economics, unpaid, scheme, lines, expectations, isSmallModel, draws in
      let lines = lines ?? AllArms(arms: defaultArms(scheme))
      let arms = lines.arms
      let isNumbered = people.people.checkPersonCount(
        days: horizon.horizon.dayCount, node["people"] ?? node, reading)
      let isPriced = economics.checkMessageCost(of: arms, node, reading)
      let isStaffed = economics.checkStaffCost(of: arms, node, reading)
      let isReviewed = economics.checkReviewCost(of: arms, node, reading)
      let isLooped = economics.checkLoops(of: people.people, node, reading)
      let isRunOff = horizon.check(
        expectations, replications, node, reading, isSmallModel: isSmallModel)
      let isSettled = economics.checkRefunds(of: arms, node, reading)
      let isKnown = economics.returns?.check(
        segments: people.people.segments.map(\.name), categories: catalogue?.categories ?? [],
        node, reading)
      let isDrawn =
        draws == nil
        || people.people.checkDraws(node["parameters"] ?? node, reading, isSmallModel: isSmallModel)
      let isRun = lines.checkSmallModel(node, reading, isSmallModel: isSmallModel)
      let isStaged = replications.check(
        node["replications"] ?? node, reading, isSmallModel: isSmallModel, lines.equalizations)
      guard isRun, isStaged, isNumbered, isPriced, isStaffed, isReviewed, isLooped, isRunOff,
        isSettled, isKnown ?? true, isDrawn
      else { return nil }
      return Scenario(
        title: title, horizon: horizon.horizon, zone: horizon.zone, currency: currency, seed: seed,
        replications: replications.first, people: people.started(under: scheme),
        catalogue: catalogue,
        economics: economics, arms: arms, expectations: expectations,
        isSmallModel: isSmallModel, parameterDraws: draws, unpaidOrders: unpaid,
        equalizations: lines.equalizations, runOffDays: horizon.runOffDays,
        replicationRule: replications.rule)
    }.form
  }

  /// The arms of a file that names none.
  private static func defaultArms(_ scheme: Scheme?) -> [Arm] {
    [Arm(name: "control", scheme: .none)]
      + (scheme.map { [Arm(name: defaultArm, scheme: $0)] } ?? [])
  }

  /// The name of the file's scheme as an arm, where the file names no arms.
  static var defaultArm: String { "scheme" }
}

extension PeopleLines {
  /// The people with their start, once the file's scheme is known.
  fileprivate func started(under scheme: Scheme?) -> People {
    guard let history else { return people }
    var started = people
    started.start = .base(
      historyDays: history.days, scheme: history.isUnderScheme ? scheme ?? .none : .none)
    return started
  }
}

extension Form where Value == Bool {
  /// Whether the file is a draft.
  static var status: Form { .choice("a status", [("ready", false), ("draft", true)]) }

  /// Whether the small model of the benchmarks is run.
  static var occasions: Form {
    .choice("occasions", [("renewal", false), ("small-model", true)])
  }
}
