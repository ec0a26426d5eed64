internal import IncentiveEngine

extension Form where Value == Int {
  /// `30 minutes`, `24 hours`, `3 days`.
  static var minutes: Form {
    .scalar(
      ScalarShape(
        "a length of time", patterns: [MinutesText.pattern],
        examples: ["24 hours", "30 minutes", "3 days"])
    ) { (text, _) throws(ScalarFailure) in try MinutesText.read(text) }
  }
}

extension Form where Value == JourneyMessage.Fallback {
  /// `sms after 48 hours`.
  static var fallback: Form {
    .scalar(
      ScalarShape(
        "a channel and when", patterns: ["^[a-z-]+ after [0-9][0-9_]* ?[a-z]+$"],
        examples: ["sms after 48 hours"])
    ) { (text, _) throws(ScalarFailure) in
      guard let separator = text.firstRange(of: " after ") else {
        throw ScalarFailure("\"\(text.shortened)\" does not say after how long")
      }
      let name = String(text[..<separator.lowerBound])
      guard let channel = Channel(name: name) else {
        throw ScalarFailure(
          "\"\(name.shortened)\" is not a channel",
          hint: Suggestion.hint(for: name, among: Channel.allCases.map(\.name)))
      }
      return JourneyMessage.Fallback(
        channel: channel, minutes: try MinutesText.read(String(text[separator.upperBound...])))
    }
  }
}

extension Form where Value == ConditionWord {
  /// `opened`, `ordered`, `tagged VIP`, `tier gold`, `holds welcome`.
  static var condition: Form {
    .scalar(
      ScalarShape(
        "a condition", patterns: ["^(opened|ordered)$", "^(tagged|tier|holds) [A-Za-z].*$"],
        examples: ["opened", "ordered", "tagged VIP", "tier gold", "holds welcome"])
    ) { (text, _) throws(ScalarFailure) in
      switch text {
      case "opened": return .known(.opened)
      case "ordered": return .known(.ordered)
      default: break
      }
      if let tag = text.remainder(after: "tagged ") { return .tagged(tag.trimmed) }
      if let tier = text.remainder(after: "tier ") { return .tier(tier.trimmed) }
      if let coupon = text.remainder(after: "holds ") { return .holds(coupon.trimmed) }
      throw ScalarFailure("\"\(text.shortened)\" is not a condition")
    }
  }
}
