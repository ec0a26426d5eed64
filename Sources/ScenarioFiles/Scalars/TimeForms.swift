internal import Timeline

/// A length of time as planners write it: `365`, `90 days`, `12 months`, `2 years`, `2 h`.
enum Span: Sendable, Hashable {
  case hours(Int)
  case days(Int)
  case months(Int)

  /// The longest span of a scenario, in days: a century.
  static let maximumDays = 36_525
  static let pattern =
    "^[0-9][0-9_]*( ?(h|hours?|days?|weeks?|months?|years?))?$"
  static let units = ["h", "hours", "days", "weeks", "months", "years"]

  static func read(_ text: String) throws(ScalarFailure) -> Span {
    let digits = text.prefix { $0.isNumber || $0 == "_" || $0 == "." || $0 == "-" }
    guard !digits.isEmpty else {
      throw ScalarFailure("\"\(text.shortened)\" is not a length of time")
    }
    let number = try DecimalText(String(digits))
    guard let count = number.scaled(by: 0), (0...Int64(maximumDays)).contains(count) else {
      throw ScalarFailure("\(text.shortened) is not a length of time up to a hundred years")
    }
    let unit = String(text.dropFirst(digits.count)).trimmed
    let span: Span
    switch unit {
    case "h", "hour", "hours": span = .hours(Int(count))
    case "", "day", "days": span = .days(Int(count))
    case "week", "weeks": span = .days(Int(count) * 7)
    case "month", "months": span = .months(Int(count))
    case "year", "years": span = .months(Int(count) * 12)
    default:
      throw ScalarFailure(
        "\"\(unit.shortened)\" is not a unit of time",
        hint: Suggestion.hint(for: unit, among: units))
    }
    guard span.isInRange else {
      throw ScalarFailure("\(text.shortened) is more than a hundred years")
    }
    return span
  }

  private var isInRange: Bool {
    switch self {
    case .hours(let count): count <= Self.maximumDays * 24
    case .days(let count): count <= Self.maximumDays
    case .months(let count): count <= 1200
    }
  }
}

extension ScalarShape {
  static let span = ScalarShape(
    "a length of time", patterns: [Span.pattern],
    resolved: .integer(0...Int64(Span.maximumDays)), examples: ["90 days", "12 months", "2 years"])
}

extension ScalarShape {
  static let wholeDays = ScalarShape(
    "a number of days", patterns: ["^[0-9][0-9_]*( ?(days?|weeks?))?$"],
    resolved: .integer(0...Int64(Span.maximumDays)), examples: ["30 days", "2 weeks"])
}

extension Form where Value == Span {
  /// A length of time of at least one unit, in days or months.
  static var span: Form {
    .scalar(.span) { (text, _) throws(ScalarFailure) in
      let span = try Span.read(text)
      switch span {
      case .hours:
        throw ScalarFailure(
          "hours cannot be used here", hint: "the shortest length of time here is 1 day")
      case .days(0), .months(0): throw ScalarFailure("the length of time must be above zero")
      default: return span
      }
    }
  }
}

extension Form where Value == Int {
  /// A length of time in whole days.
  static var days: Form {
    .scalar(.wholeDays) { (text, _) throws(ScalarFailure) in
      guard case .days(let days) = try Span.read(text) else {
        throw ScalarFailure(
          "\(text.shortened) is not a whole number of days", hint: "write days or weeks: 30 days")
      }
      return days
    }
  }

  /// A length of time of at least one day.
  static var positiveDays: Form {
    .scalar(.wholeDays) { (text, _) throws(ScalarFailure) in
      guard case .days(let days) = try Span.read(text), days > 0 else {
        throw ScalarFailure(
          "\(text.shortened) is not a whole number of days", hint: "write days or weeks: 30 days")
      }
      return days
    }
  }

  /// A time of day on the full hour.
  static var hour: Form {
    .scalar(
      ScalarShape(
        "a full hour of the day", patterns: ["^([01]?[0-9]|2[0-3])(:00)?$"],
        resolved: .integer(0...23), examples: ["20", "\"20:00\""])
    ) { (text, _) throws(ScalarFailure) in
      try HourText.read(text)
    }
  }
}

/// Dates as ISO 8601 writes them.
enum DateText {
  static let pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

  static func read(_ text: String) throws(ScalarFailure) -> Day {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else {
      throw ScalarFailure(
        "\"\(text.shortened)\" is not a date", hint: "write year-month-day: 2026-01-31")
    }
    guard let date = CivilDate(year: year, month: month, day: day),
      (1970...2200).contains(year)
    else {
      throw ScalarFailure(
        "the calendar has no day \(text.shortened) in the years 1970 to 2200")
    }
    return date.dayIndex
  }
}

extension Form where Value == Day {
  /// A date.
  static var date: Form {
    .scalar(
      ScalarShape("a date", patterns: ["^\(DateText.pattern)$"], examples: ["2026-01-31"])
    ) { (text, _) throws(ScalarFailure) in try DateText.read(text) }
  }
}

extension Form where Value == ProgramZone {
  /// A time zone.
  static var zone: Form {
    .scalar(
      ScalarShape(
        "a time zone", patterns: ["^(UTC|[A-Za-z_]+(/[A-Za-z0-9_+-]+)+)$"],
        examples: ["Asia/Shanghai", "UTC"])
    ) { (text, _) throws(ScalarFailure) in
      guard let zone = ProgramZone(identifier: text) else {
        throw ScalarFailure("unknown time zone \"\(text.shortened)\"")
      }
      return zone
    }
  }
}

/// A full hour of the day as it is written.
enum HourText {
  static func read(_ text: String) throws(ScalarFailure) -> Int {
    let digits = text.hasSuffix(":00") ? String(text.dropLast(3)) : text
    guard let hour = try DecimalText(digits).scaled(by: 0), (0...23).contains(hour) else {
      throw ScalarFailure("\(text.shortened) is not a full hour from 0 to 23")
    }
    return Int(hour)
  }
}
