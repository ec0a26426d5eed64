internal import IncentiveEngine

/// An audience as it stands in the file: a tag is only named until the scheme's tags are known.
enum AudienceWord: Sendable {
  case known(Audience)
  case tagged(String)

  /// The audience that is known by itself.
  var known: Audience? { if case .known(let audience) = self { audience } else { nil } }
}

/// The audience of a rule that names a tag.
struct TagAudience: Sendable {
  var tag: String
  /// The node of the rule and the key under which the audience stands.
  var node: LocatedNode
  var key: String

  /// The audience, once the tags are known.
  func audience(_ tags: TagRules?, _ reading: Reading) -> Audience? {
    let names = tags?.tags.map(\.name) ?? []
    if let position = names.firstIndex(of: tag) { return .tagged(position) }
    reading.report(
      node.valuePlace(of: key), "unknown tag \"\(tag.shortened)\"",
      hint: names.isEmpty
        ? "add tags: to the scheme" : Suggestion.hint(for: tag, among: names))
    return nil
  }
}

extension Form where Value == AudienceWord {
  /// Who is meant: `everyone`, `active 30 days`, `dormant 60 days`, `tagged VIP`.
  static var audienceWord: Form {
    .scalar(
      ScalarShape(
        "who is granted it",
        patterns: [
          "^everyone$", "^(active|dormant) [0-9_]+ ?(days?|weeks?)$", "^tagged [A-Za-z].*$",
        ],
        examples: ["everyone", "active 30 days", "dormant 60 days", "tagged VIP"])
    ) { (text, _) throws(ScalarFailure) in
      if text == "everyone" { return .known(.everyone) }
      if let name = text.remainder(after: "tagged ") {
        guard Reading.isName(name.trimmed) else {
          throw ScalarFailure("\"\(name.shortened)\" cannot be the name of a tag")
        }
        return .tagged(name.trimmed)
      }
      for (word, isActive) in [("active ", true), ("dormant ", false)] {
        guard let span = text.remainder(after: word) else { continue }
        guard case .days(let days) = try Span.read(span), days > 0 else {
          throw ScalarFailure("an audience is stated in days or weeks")
        }
        return .known(isActive ? .active(withinDays: days) : .dormant(forDays: days))
      }
      throw ScalarFailure("\"\(text.shortened)\" is not an audience")
    }
  }
}

extension CouponGrant {
  /// The grant of a day to another audience.
  func going(to audience: Audience) -> CouponGrant {
    switch self {
    case .monthly(let day, let hour, _): .monthly(dayOfMonth: day, hour: hour, audience: audience)
    case .once(let day, let hour, _): .once(day, hour: hour, audience: audience)
    case .onJoining, .onFirstOrder, .onSpend, .deposit, .asReward: self
    }
  }
}
