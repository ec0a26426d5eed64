/// When on its day a message goes out.
struct SendHour: Sendable {
  /// The full hour of the day; that of members whose own is not known, where it is their own.
  var hour: Int
  var isOwn: Bool
}

extension Form where Value == SendHour {
  /// `20`, `"20:00"`, `own, else 20`.
  static var sendHour: Form {
    .scalar(
      ScalarShape(
        "a full hour of the day, or members' own",
        patterns: ["^(own, else )?([01]?[0-9]|2[0-3])(:00)?$"], resolved: .integer(0...23),
        examples: ["20", "\"20:00\"", "own, else 20"])
    ) { (text, _) throws(ScalarFailure) in
      let own = "own, else "
      let isOwn = text.hasPrefix(own)
      guard isOwn || text != "own" else {
        throw ScalarFailure(
          "\"own\" does not say when members are sent it whose hour nobody knows",
          hint: "write own, else 20")
      }
      return SendHour(
        hour: try HourText.read(isOwn ? String(text.dropFirst(own.count)).trimmed : text),
        isOwn: isOwn)
    }
  }
}
