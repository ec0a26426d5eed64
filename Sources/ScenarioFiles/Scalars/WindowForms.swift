internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// When something happens: `monthly on day 8`, `weekly on friday`, `2026-11-01 to 2026-11-11`,
/// `2026-11-11`, `birthday week`, `always`.
enum WindowText: Sendable, Hashable {
  case always
  case dates(ClosedRange<Day>)
  case dayOfMonth(Int)
  case weekday(Int)
  case birthday(CalendarPeriod)

  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  static let calendarPatterns = [
    "^monthly on day ([1-9]|[12][0-9]|3[01])$", "^weekly on (\(weekdays.joined(separator: "|")))$",
    "^\(DateText.pattern)( to \(DateText.pattern))?$",
  ]

  static func read(_ text: String) throws(ScalarFailure) -> WindowText {
    switch text {
    case "always": return .always
    case "birthday day": return .birthday(.day)
    case "birthday week": return .birthday(.week)
    case "birthday month": return .birthday(.month)
    default: break
    }
    if let day = text.remainder(after: "monthly on day ") {
      guard let number = try DecimalText(day).scaled(by: 0), (1...31).contains(number) else {
        throw ScalarFailure("a day of the month is from 1 to 31")
      }
      return .dayOfMonth(Int(number))
    }
    if let name = text.remainder(after: "weekly on ") {
      guard let index = weekdays.firstIndex(of: name) else {
        throw ScalarFailure(
          "unknown weekday \"\(name.shortened)\"",
          hint: Suggestion.hint(for: name, among: weekdays))
      }
      return .weekday(index + 1)
    }
    return .dates(try dates(text))
  }

  private static func dates(_ text: String) throws(ScalarFailure) -> ClosedRange<Day> {
    guard text.first?.isNumber == true else {
      throw ScalarFailure("\"\(text.shortened)\" does not say when")
    }
    guard let separator = text.firstRange(of: " to ") else {
      let day = try DateText.read(text)
      return day...day
    }
    let first = try DateText.read(String(text[..<separator.lowerBound]).trimmed)
    let last = try DateText.read(String(text[separator.upperBound...]).trimmed)
    guard first <= last else { throw ScalarFailure("the last day is before the first") }
    return first...last
  }
}

extension String {
  /// What follows a beginning, if the text begins with it.
  func remainder(after beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}

extension Form where Value == Multiplier.Window {
  /// When a multiplier applies.
  static var multiplierWindow: Form {
    .scalar(
      ScalarShape(
        "when it applies",
        patterns: WindowText.calendarPatterns + ["^birthday (day|week|month)$"],
        examples: ["monthly on day 8", "weekly on friday", "2026-11-01 to 2026-11-11"]
          + ["birthday week"])
    ) { (text, _) throws(ScalarFailure) in
      switch try WindowText.read(text) {
      case .always:
        throw ScalarFailure("a multiplier that always applies belongs into points.earn")
      case .dates(let dates): return .dates(dates)
      case .dayOfMonth(let day): return .dayOfMonth(day)
      case .weekday(let day): return .weekday(day)
      case .birthday(let period): return .birthday(period)
      }
    }
  }
}

extension Form where Value == PromotionWindow {
  /// When a promotion is open.
  static var promotionWindow: Form {
    .scalar(
      ScalarShape(
        "when it is open", patterns: WindowText.calendarPatterns + ["^always$"],
        examples: ["2026-11-01 to 2026-11-11", "monthly on day 8", "weekly on friday", "always"])
    ) { (text, _) throws(ScalarFailure) in
      switch try WindowText.read(text) {
      case .always: return .always
      case .dates(let dates): return .dates(dates)
      case .dayOfMonth(let day): return .dayOfMonth(day)
      case .weekday(let day): return .weekday(day)
      case .birthday: throw ScalarFailure("a promotion is open to all and knows no birthday")
      }
    }
  }
}

/// When a coupon is granted, before its hour and audience are known.
enum GrantMoment: Sendable, Hashable {
  case joining
  case firstOrder
  case asReward
  case spend(Money, CalendarPeriod)
  case dayOfMonth(Int)
  case date(Day)
}

extension Form where Value == GrantMoment {
  /// When a coupon is granted.
  static var grantMoment: Form {
    .scalar(
      ScalarShape(
        "when it is granted",
        patterns: ["^(joining|first order|as a reward)$"] + [WindowText.calendarPatterns[0]]
          + ["^\(DateText.pattern)$"]
          + ["^\(ScalarShape.moneyBody) spent in a (day|week|month|quarter|half-year|year)$"],
        examples: ["joining", "first order", "monthly on day 8", "2026-06-18", "as a reward"]
          + ["¥500 spent in a month"])
    ) { (text, reading) throws(ScalarFailure) in
      if text == "joining" { return .joining }
      if text == "first order" { return .firstOrder }
      if text == "as a reward" { return .asReward }
      if let spend = try spend(text, reading) { return spend }
      switch try WindowText.read(text) {
      case .dayOfMonth(let day): return .dayOfMonth(day)
      case .dates(let dates) where dates.lowerBound == dates.upperBound:
        return .date(dates.lowerBound)
      default: throw ScalarFailure("\"\(text.shortened)\" is not a moment of granting")
      }
    }
  }
}

extension Form where Value == GrantMoment {
  /// `¥500 spent in a month`; nothing for another moment.
  private static func spend(
    _ text: String, _ reading: Reading
  ) throws(ScalarFailure) -> GrantMoment? {
    guard let separator = text.firstRange(of: " spent in a ") else { return nil }
    let period = CalendarPeriod(word: String(text[separator.upperBound...]).trimmed)
    let amount = try MoneyText.read(
      String(text[..<separator.lowerBound]).trimmed, in: reading.currency)
    guard let period, amount > .zero else {
      throw ScalarFailure("\"\(text.shortened)\" does not say how much in which period")
    }
    return .spend(amount, period)
  }
}
