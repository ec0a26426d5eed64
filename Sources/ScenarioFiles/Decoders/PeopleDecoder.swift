internal import MemberBehavior
internal import Quantities
internal import Scenarios
internal import Timeline

/// `people:` — who there is, before the base's scheme is known.
struct PeopleLines: Sendable {
  var people: People
  /// The history of a base; nothing for a cohort.
  var history: History?

  /// A history before the horizon.
  struct History: Sendable {
    var days: Int
    var isUnderScheme: Bool
  }
}

extension Form where Value == PeopleLines {
  static var people: Form {
    ObjectForm(
      "people", "The population.",
      planned: [
        PlannedKey("guides", "M43", "sales guides and their stores")
      ],
      keys: .required(
        "members", .integer(1...1_000_000_000, example: "200_000"),
        "Members when the horizon begins."),
      .defaulted(
        "prospects", .integer(0...1_000_000_000, example: "100_000"),
        "People who may become members.", 0, text: "0"),
      .defaulted(
        "arrivals", .arrivals, "People who come to the market as prospects.", 0,
        text: "0 per month"),
      .defaulted(
        "community-size", .integer(1...100_000, example: "1_000"),
        "Members of one community: one store or sales guide.", 1000, text: "1_000"),
      .defaulted(
        "store-effect", .number(0...2, example: "0.2"),
        "Standard deviation of the logarithm of a store's effect on purchase rates.", 0,
        text: "0"),
      .defaulted("start", .start, "How the population comes to be.", nil, text: "cohort"),
      .required("segments", .segments, "Kinds of people with their shares."),
      .defaulted(
        "switched-off", .list(of: .submodel), "Sub-models of behavior that are switched off.", [],
        text: "none"),
      .defaulted(
        "mall-visits", .number(0...50, example: "0.5"),
        "How often a member looks into a points mall, a week.", People.usualMallVisitsPerWeek,
        text: "0.25"),
      .defaulted(
        "presale-visits", .number(0...50, example: "1"),
        "How often a member looks at a presale, a week.", People.usualPresaleVisitsPerWeek,
        text: "0.5"),
      .optional(
        "second-accounts", .secondAccounts, "Members who have two accounts.",
        fallback: "everybody has one"),
      .defaulted(
        "interactions", .interactions, "What members do besides buying.", [], text: "nothing"),
      .optional(
        "external-orders", .externalOrders, "What members order elsewhere.", fallback: "nothing"),
      .defaulted(
        "partners", .partners, "Other merchants' programs in which the members are, too.", [],
        text: "none"),
      .optional(
        "contact", .contact, "How prospects join by contact with members.",
        fallback: "they do not"),
      .optional(
        "invitations", .invitations,
        "How members invite people they know, where the scheme rewards it.",
        fallback: "they do not"),
      .optional("abuse", .abuse, "Who takes advantage of incentives.", fallback: "nobody")
    ) {
      node, reading, members, prospects, arrivals, size, effect, history, segments, off, visits,
      looks,
      second, interactions, externalOrders, partners, contact, invitations, abuse in
      let people = People(
        memberCount: members, prospectCount: prospects, arrivalsPerMonth: arrivals,
        membersPerCommunity: size, storeEffect: effect, segments: segments,
        switchedOff: Submodel.allCases.filter { off.contains($0) },
        mallVisitsPerWeek: visits, presaleVisitsPerWeek: looks, secondAccounts: second,
        interactions: interactions, externalOrders: externalOrders, partners: partners,
        contact: contact, invitations: invitations, abuse: abuse)
      guard people.checkInvitations(node, reading), people.checkAbuse(node, reading) else {
        return nil
      }
      return PeopleLines(people: people, history: history)
    }.form
  }
}

extension People {
  /// Whether the people can be numbered; if not, that is said at the arrivals: members and
  /// prospects alone can never be too many.
  func checkPersonCount(days: Int, _ node: LocatedNode, _ reading: Reading) -> Bool {
    let persons = personCount(days: days)
    guard persons > Self.maximumPersonCount else { return true }
    reading.report(
      node.valuePlace(of: "arrivals"),
      "members, prospects and arrivals over \(days) days are \(persons) persons; at most "
        + "\(Self.maximumPersonCount) can be numbered",
      hint: "simulate a part of them: results are reported per member")
    return false
  }
}

extension Form where Value == Submodel {
  /// A sub-model of behavior.
  static var submodel: Form { .choice("a sub-model of behavior") }
}

extension Form where Value == Int {
  /// `2_000 per month`, a month of 30 days.
  static var arrivals: Form {
    .scalar(
      ScalarShape(
        "arrivals", patterns: ["^[0-9][0-9_]* per month$"], examples: ["2_000 per month"])
    ) { (text, _) throws(ScalarFailure) in
      guard text.hasSuffix(" per month") else {
        throw ScalarFailure("\"\(text.shortened)\" does not say how many arrive in a month")
      }
      let digits = String(text.dropLast(10)).trimmed
      guard let count = try DecimalText(digits).scaled(by: 0), (0...1_000_000_000).contains(count)
      else { throw ScalarFailure("arrivals are a whole number from 0 to 1000000000") }
      return Int(count)
    }
  }
}

extension Form where Value == PeopleLines.History? {
  /// `start:` — `cohort`, or a base with its history.
  static var start: Form {
    let cohort = Form<PeopleLines.History?>.choice("a start", [("cohort", nil)])
    let base = ObjectForm(
      "start", "How the population comes to be.",
      keys: .required("base", .history, "A history is simulated before the horizon.")
    ) { (_, _, history) -> PeopleLines.History?? in .some(.some(history)) }.form
    return .either(scalar: cohort, or: base)
  }
}

extension Form where Value == PeopleLines.History {
  fileprivate static var history: Form {
    ObjectForm(
      "base", "A history before the horizon: its points, tiers and lapses are there at its start.",
      keys: .required("history", .span, "How long the history is: at most 20 years."),
      .defaulted(
        "scheme", .choice("a scheme of the history", [("none", false), ("same", true)]),
        "The scheme of the history: none, or the same as the file's.", false, text: "none")
    ) { node, reading, span, isUnderScheme in
      let days = span.days(before: reading.firstDay)
      guard days <= maximumDays else {
        reading.report(
          node.valuePlace(of: "history"), "a history has at most 20 years, not \(days) days",
          hint: "2 years are enough for points, tiers and lapses to settle in most programs")
        return nil
      }
      return PeopleLines.History(days: days, isUnderScheme: isUnderScheme)
    }.form
  }

  /// Twenty years with their leap days.
  private static var maximumDays: Int { 7305 }
}

extension Span {
  /// The days of the span that ends just before a day.
  func days(before day: Day) -> Int {
    switch self {
    case .hours(let hours): hours / 24
    case .days(let days): days
    case .months(let months): day.adding(months: -months).distance(to: day)
    }
  }

  /// The days of the span that begins with a day.
  func days(from day: Day) -> Int {
    switch self {
    case .hours(let hours): hours / 24
    case .days(let days): days
    case .months(let months): day.distance(to: day.adding(months: months))
    }
  }
}
