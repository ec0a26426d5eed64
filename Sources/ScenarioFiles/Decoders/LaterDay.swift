internal import IncentiveEngine
internal import Timeline

/// A day that is reckoned from another, as `expire:` and `pending:` write it: a length of time,
/// perhaps moved to the end of a period, or dates of every year.
enum LaterDay: Sendable, Equatable {
  case afterDays(Int, roundedTo: CalendarPeriod?)
  case afterMonths(Int, roundedTo: CalendarPeriod?)
  case onDates([YearDate], leastDays: Int)
}

extension LaterDay {
  /// The rule of the engine that the day stands for, by its three ways of reckoning.
  func rule<Rule>(
    _ afterDays: (Int, CalendarPeriod?) -> Rule, _ afterMonths: (Int, CalendarPeriod?) -> Rule,
    _ onDates: ([YearDate], Int) -> Rule
  ) -> Rule {
    switch self {
    case .afterDays(let days, let period): afterDays(days, period)
    case .afterMonths(let months, let period): afterMonths(months, period)
    case .onDates(let dates, let least): onDates(dates, least)
    }
  }

  /// What is said where no day can be reckoned.
  struct Words: Sendable {
    /// Neither a length nor dates were given, or both.
    var neither: String
    /// What to write then.
    var example: String
    /// The length is zero.
    var tooShort: String
    /// What to write then.
    var instead: String?

    /// The day that keys `after`, `at`, `dates` and `least` describe, or a problem at their place.
    func day(
      after span: Span?, roundedTo period: CalendarPeriod?, dates: [YearDate]?, least: Int?,
      _ node: LocatedNode, _ reading: Reading
    ) -> LaterDay? {
      let isWhole = dates == nil ? span != nil && least == nil : span == nil && period == nil
      guard isWhole else {
        reading.report(node.place, neither, hint: example)
        return nil
      }
      if let dates { return .onDates(dates, leastDays: least ?? 0) }
      guard let span else { return nil }
      do throws(ScalarFailure) {
        return try day(after: span, roundedTo: period)
      } catch {
        reading.report(node.valuePlace(of: "after"), error.message, hint: error.hint)
        return nil
      }
    }

    /// The day after a length of time.
    func day(
      after span: Span, roundedTo period: CalendarPeriod? = nil
    ) throws(ScalarFailure) -> LaterDay {
      switch span {
      case .days(let days) where days > 0: .afterDays(days, roundedTo: period)
      case .months(let months) where months > 0: .afterMonths(months, roundedTo: period)
      default: throw ScalarFailure(tooShort, hint: instead)
      }
    }
  }
}

extension Form where Value == [YearDate] {
  /// The dates of every year on which something happens.
  static var yearDates: Form {
    .list(of: .yearDate, minimumCount: 1, maximumCount: ExpiryRule.maximumDateCount)
  }
}

extension Form where Value == YearDate {
  /// A date of every year: `06-30`.
  static var yearDate: Form {
    .scalar(
      ScalarShape(
        "a date of every year", patterns: ["^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"],
        examples: ["06-30", "12-31"])
    ) { (text, _) throws(ScalarFailure) in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.map(\.count) == [2, 2], let month = Int(parts[0]), let day = Int(parts[1]),
        (1...12).contains(month),
        CivilDate(year: 2028, month: month, day: day) != nil
      else {
        throw ScalarFailure(
          "\"\(text.shortened)\" is not a date of the year", hint: "write month-day: 06-30")
      }
      return YearDate(month: month, day: day)
    }
  }
}

extension Form where Value == CalendarPeriod {
  /// The period to whose end something is moved.
  static var periodEnd: Form {
    .choice(
      "the end of a period",
      [
        ("month-end", .month), ("quarter-end", .quarter), ("half-year-end", .halfYear),
        ("year-end", .year),
      ])
  }
}
