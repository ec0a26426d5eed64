internal import IncentiveEngine
internal import Timeline

/// A journey as it stands in the file: coupons, tags and tiers are only named.
struct JourneyLine: Sendable {
  var name: String
  var trigger: TriggerWord
  var hour: Int
  var audience: AudienceWord
  var endsOnOrder: Bool
  var steps: [StepLine]
  var node: LocatedNode

  /// The journey, once coupons, tags and tiers are known.
  func journey(_ names: JourneyNames, _ reading: Reading) -> Journey? {
    let trigger = names.trigger(trigger, node, reading)
    let audience: Audience? =
      switch audience {
      case .known(let known): known
      case .tagged(let tag):
        names.position(of: tag, among: names.tags, "tag", node.valuePlace(of: "to"), reading)
          .map(Audience.tagged)
      }
    let steps = steps.map { $0.step(names, reading) }
    guard let trigger, let audience, !steps.contains(where: { $0 == nil }) else { return nil }
    return Journey(
      name: name, trigger: trigger, hour: hour, audience: audience, endsOnOrder: endsOnOrder,
      steps: steps.compactMap(\.self))
  }
}

/// `automation:` — what is done for members step by step.
extension Form where Value == JourneyLine {
  static var journey: Form {
    ObjectForm(
      "a journey",
      "What the program does for a member, step by step, from a trigger on; a member goes through it "
        + "once at a time, and begins it at most once a day.",
      keys: .required("name", .name(of: "a journey", example: "welcome"), "Its name."),
      .required("when", .trigger, "What begins it."),
      .defaulted(
        "hour", .hour, "The hour at which it begins where its trigger is a day.", 10, text: "10"),
      .defaulted(
        "to", .audienceWord, "Who may begin it; looked at when it would begin.",
        AudienceWord.known(.everyone), text: "everyone"),
      .defaulted(
        "ends", .choice("what ends it early", [("on an order", true), ("after its steps", false)]),
        "What ends it: an order, which is its goal, or its last step alone.", true,
        text: "on an order"),
      .required("steps", .list(of: .step, minimumCount: 1), "Its steps, in their order.")
    ) { node, _, name, trigger, hour, audience, endsOnOrder, steps in
      JourneyLine(
        name: name, trigger: trigger, hour: hour, audience: audience, endsOnOrder: endsOnOrder,
        steps: steps, node: node)
    }.form
  }
}

/// What begins a journey, as it stands in the file.
enum TriggerWord: Sendable {
  case known(JourneyTrigger)
  case tagged(String)
  case ending(coupon: String, days: Int)
}

extension Form where Value == TriggerWord {
  /// `first order`, `unpaid 48 hours`, `silent 30 days`, `3 days before birthday`.
  fileprivate static var trigger: Form {
    .scalar(
      ScalarShape(
        "what begins a journey",
        patterns: [
          "^(joining|first order|order|birthday|own cycle)$",
          "^(unpaid|silent) [0-9][0-9_]* ?[a-z]+$",
          "^tagged [A-Za-z].*$", "^[0-9]+ days? before (birthday|own cycle|the end of [A-Za-z].*)$",
          "^\(DateText.pattern)$",
        ],
        examples: [
          "first order", "joining", "order", "unpaid 48 hours", "silent 30 days", "tagged VIP",
          "7 days before birthday", "3 days before own cycle", "2 days before the end of welcome",
          "2026-06-18",
        ])
    ) { (text, _) throws(ScalarFailure) in
      switch text {
      case "joining": return .known(.joining)
      case "first order": return .known(.firstOrder)
      case "order": return .known(.order)
      case "birthday": return .known(.birthday(daysBefore: 0))
      case "own cycle": return .known(.ownCycle(daysBefore: 0))
      default: break
      }
      if let tag = text.remainder(after: "tagged ") { return .tagged(tag.trimmed) }
      if let span = text.remainder(after: "unpaid ") {
        return .known(.unpaid(minutes: try MinutesText.read(span)))
      }
      if let span = text.remainder(after: "silent ") {
        guard case .days(let days) = try Span.read(span), days > 0 else {
          throw ScalarFailure("silence is stated in days or weeks")
        }
        return .known(.silence(days: days))
      }
      if let found = try before(text) { return found }
      guard let day = try? DateText.read(text) else {
        throw ScalarFailure("\"\(text.shortened)\" does not begin a journey")
      }
      return .known(.date(day))
    }
  }

  /// `3 days before own cycle`; nothing for another trigger.
  private static func before(_ text: String) throws(ScalarFailure) -> TriggerWord? {
    guard let separator = text.firstRange(of: " before ") else { return nil }
    guard case .days(let days) = try Span.read(String(text[..<separator.lowerBound])) else {
      throw ScalarFailure("\"\(text.shortened)\" does not say how many days before")
    }
    switch String(text[separator.upperBound...]) {
    case "birthday": return .known(.birthday(daysBefore: days))
    case "own cycle": return .known(.ownCycle(daysBefore: days))
    case let event:
      guard let coupon = event.remainder(after: "the end of ") else {
        throw ScalarFailure("\"\(event.shortened)\" is nothing to be before of")
      }
      return .ending(coupon: coupon.trimmed, days: days)
    }
  }
}

/// Lengths of time in minutes: `30 minutes`, `48 hours`, `3 days`.
enum MinutesText {
  static let pattern = "^[0-9][0-9_]* ?(minutes?|h|hours?|days?|weeks?)$"

  static func read(_ text: String) throws(ScalarFailure) -> Int {
    for unit in [" minutes", " minute"] where text.hasSuffix(unit) {
      guard let count = try DecimalText(String(text.dropLast(unit.count)).trimmed).scaled(by: 0),
        (1...1_051_200).contains(count)
      else { throw ScalarFailure("\"\(text.shortened)\" is not a number of minutes") }
      return Int(count)
    }
    let minutes: Int
    switch try Span.read(text) {
    case .hours(let hours): minutes = hours * 60
    case .days(let days): minutes = days * 1440
    case .months: throw ScalarFailure("\(text.shortened): write minutes, hours, days or weeks")
    }
    guard (1...1_051_200).contains(minutes) else {
      throw ScalarFailure("\(text.shortened) is not between 1 minute and 730 days")
    }
    return minutes
  }
}

/// The names that journeys may use, with their positions.
struct JourneyNames: Sendable {
  var coupons: [String?]
  var tags: [String?]
  var tiers: [String?]

  func position(
    of name: String, among names: [String?], _ what: String, _ place: Place, _ reading: Reading
  ) -> Int? {
    if let position = names.firstIndex(of: name) { return position }
    reading.report(
      place, "unknown \(what) \"\(name.shortened)\"",
      hint: Suggestion.hint(for: name, among: names.compactMap(\.self)))
    return nil
  }

  func trigger(
    _ word: TriggerWord, _ node: LocatedNode, _ reading: Reading
  ) -> JourneyTrigger? {
    let place = node.valuePlace(of: "when")
    switch word {
    case .known(let trigger): return trigger
    case .tagged(let tag):
      return position(of: tag, among: tags, "tag", place, reading).map(JourneyTrigger.tagged)
    case .ending(let coupon, let days):
      return position(of: coupon, among: coupons, "coupon", place, reading).map {
        .couponEnding(offer: $0, daysBefore: days)
      }
    }
  }
}
