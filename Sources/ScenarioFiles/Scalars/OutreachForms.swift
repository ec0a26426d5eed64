internal import IncentiveEngine
internal import Timeline

extension Form where Value == Channel {
  /// A way to reach a member.
  static var channel: Form { .choice("a channel", Channel.allCases.map { ($0.name, $0) }) }
}

extension Form where Value == MessageKind {
  /// What a message is for.
  static var messageKind: Form {
    .choice(
      "a kind of message",
      [("promotional", .promotional), ("service", .service), ("transactional", .transactional)])
  }
}

extension Form where Value == MessageTopic {
  /// What a message talks about.
  static var messageTopic: Form {
    .choice("a topic", MessageTopic.allCases.map { ("\($0)", $0) })
  }
}

extension Form where Value == ContactAction {
  /// What becomes of a message that may not go out.
  static var contactAction: Form {
    .choice(
      "what becomes of a message",
      [("suppress", .suppress), ("defer", .postpone)]
        + Channel.allCases.map { ($0.name, .change($0)) })
  }
}

/// A time of day to the minute.
struct TimeOfDay: Sendable {
  /// Minutes since the day began.
  var minute: Int
}

extension Form where Value == TimeOfDay {
  /// `"22:30"`: hours and minutes of the day.
  static var timeOfDay: Form {
    .scalar(
      ScalarShape(
        "a time of day", patterns: ["^([01]?[0-9]|2[0-3]):[0-5][0-9]$"],
        examples: ["\"22:00\"", "\"5:30\""])
    ) { (text, _) throws(ScalarFailure) in
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
        let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
        (0..<60).contains(minute)
      else {
        throw ScalarFailure("\"\(text.shortened)\" is not a time of day from 0:00 to 23:59")
      }
      return TimeOfDay(minute: hour * 60 + minute)
    }
  }
}

/// How many messages in which time.
struct CapText: Sendable {
  var count: Int
  var window: FrequencyCap.Window
}

extension Form where Value == CapText {
  /// `3 per week` counts by the calendar, `3 in 7 days` slides.
  static var messageCap: Form {
    .scalar(
      ScalarShape(
        "how many messages in which time",
        patterns: [
          "^[0-9_]+ per (day|week|month|quarter)$",
          "^[0-9_]+ in [0-9_]+ ?(h|hours?|days?|weeks?)$",
        ],
        examples: ["3 per week", "2 in 48 h", "5 in 7 days"])
    ) { (text, _) throws(ScalarFailure) in
      for (word, isCalendar) in [(" per ", true), (" in ", false)] {
        guard let separator = text.firstRange(of: word) else { continue }
        let number = try DecimalText(String(text[..<separator.lowerBound]).trimmed)
        guard let count = number.scaled(by: 0), (0...1_000_000).contains(count) else {
          throw ScalarFailure("the number of messages is from 0 to 1000000")
        }
        let time = String(text[separator.upperBound...]).trimmed
        return CapText(
          count: Int(count), window: isCalendar ? try calendar(time) : try sliding(time))
      }
      throw ScalarFailure("\"\(text.shortened)\" does not say how many messages in which time")
    }
  }

  private static func calendar(_ text: String) throws(ScalarFailure) -> FrequencyCap.Window {
    let periods: [CalendarPeriod] = [.day, .week, .month, .quarter]
    guard let period = periods.first(where: { $0.word == text }) else {
      throw ScalarFailure(
        "\"\(text.shortened)\" is not a period of the calendar over which messages are counted",
        hint: Suggestion.hint(for: text, among: periods.map(\.word)))
    }
    return .calendar(period)
  }

  private static func sliding(_ text: String) throws(ScalarFailure) -> FrequencyCap.Window {
    switch try Span.read(text) {
    case .hours(let hours) where (1...8784).contains(hours): return .sliding(minutes: hours * 60)
    case .days(let days) where (1...366).contains(days): return .sliding(minutes: days * 1440)
    case .months:
      throw ScalarFailure(
        "months differ in length", hint: "write days, or count by the calendar: 3 per month")
    default: throw ScalarFailure("a window slides over 1 hour to 366 days")
    }
  }
}

extension Form where Value == Broadcast.Rhythm {
  /// `every 4 days from 2026-01-05`, `weekly on friday`, `monthly on days 1, 11, 21`, `2026-11-01`.
  static var rhythm: Form {
    .scalar(
      ScalarShape(
        "when it goes out",
        patterns: [
          "^every [0-9]+ days? from \(DateText.pattern)$",
          "^weekly on (\(WindowText.weekdays.joined(separator: "|")))$",
          "^monthly on days? [0-9]+(, ?[0-9]+)*$", "^\(DateText.pattern)$",
        ],
        examples: [
          "every 4 days from 2026-01-05", "weekly on friday", "monthly on days 1, 11, 21",
          "2026-11-01",
        ])
    ) { (text, _) throws(ScalarFailure) in
      if let rest = text.remainder(after: "every ") { return try interval(rest) }
      if let days = text.remainder(after: "monthly on days ") {
        var numbers: [Int] = []
        for part in days.split(separator: ",", omittingEmptySubsequences: false) {
          let number = try DecimalText(String(part).trimmed)
          guard let day = number.scaled(by: 0), (1...31).contains(day) else {
            throw ScalarFailure("a day of the month is from 1 to 31")
          }
          numbers.append(Int(day))
        }
        return .daysOfMonth(numbers)
      }
      switch try WindowText.read(text) {
      case .dayOfMonth(let day): return .daysOfMonth([day])
      case .weekday(let day): return .weekday(day)
      case .dates(let dates) where dates.lowerBound == dates.upperBound:
        return .once(dates.lowerBound)
      default: throw ScalarFailure("\"\(text.shortened)\" does not say when a message goes out")
      }
    }
  }

  private static func interval(_ text: String) throws(ScalarFailure) -> Broadcast.Rhythm {
    guard let separator = text.firstRange(of: " from ") else {
      throw ScalarFailure(
        "it does not say from which day on", hint: "write: every 4 days from 2026-01-05")
    }
    guard case .days(let days) = try Span.read(String(text[..<separator.lowerBound]).trimmed),
      (1...366).contains(days)
    else { throw ScalarFailure("a message goes out every 1 to 366 days") }
    return .everyDays(days, from: try DateText.read(String(text[separator.upperBound...]).trimmed))
  }
}
