import Measurement
import Quantities
import Scenarios
import Timeline

/// `daily.csv`: one row a day and arm, exact sums over all replications (RFC 4180, lines end in LF).
enum DailyCSV {
  static func text(_ input: ReportInput) -> String {
    let series = input.tally.arms.map { arm in DailyColumn.allCases.map { arm.series($0) } }
    var lines = [(["date", "arm"] + DailyColumn.allCases.map { "\($0)" }).joined(separator: ",")]
    for day in 0..<input.scenario.horizon.dayCount {
      let date = CivilDate(input.scenario.horizon.firstDay.advanced(by: day)).text
      for (index, arm) in input.scenario.arms.enumerated() {
        let values = series[index].map { String($0[day]) }
        lines.append(([date, field(arm.name)] + values).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The columns as a table of their own: name, unit, meaning.
  static func dictionary(currency: Currency) -> String {
    let minor = "minor units of \(currency.code) (\(currency.minorPerMajor) to one)"
    let fixed = [
      ["column", "unit", "meaning"],
      ["date", "ISO 8601", "day of the horizon in the program's zone"],
      ["arm", "name", "arm of the scenario"],
    ]
    let columns = DailyColumn.allCases.map { column in
      ["\(column)", column.isMoney ? minor : column.unit, column.meaning]
    }
    return (fixed + columns).map { $0.map(field).joined(separator: ",") }.joined(separator: "\n")
      + "\n"
  }

  /// A field, quoted where needed; one that a spreadsheet would run as a formula begins with an
  /// apostrophe.
  static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
    guard text.unicodeScalars.contains(where: { [",", "\"", "\r", "\n"].contains($0) }) else {
      return text
    }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

extension DailyColumn {
  fileprivate var isMoney: Bool { self == .paidMinor || self == .incentiveMinor }

  fileprivate var unit: String {
    switch self {
    case .orders: "orders"
    case .pointsIssued, .pointsRedeemed, .pointsOutstanding: "points"
    case .messages: "messages"
    case .joined, .repeaters: "persons"
    case .paidMinor, .incentiveMinor: "minor units"
    }
  }

  fileprivate var meaning: String {
    switch self {
    case .orders: "orders of the day, members and others, over all replications"
    case .paidMinor: "money paid for them"
    case .incentiveMinor:
      "discounts, points redeemed at face, rewards at cost and messages of the day"
    case .pointsIssued: "points issued on the day"
    case .pointsRedeemed: "points spent on the day"
    case .pointsOutstanding: "points that members hold at the end of the day"
    case .messages: "messages delivered on the day"
    case .joined: "persons who joined on the day"
    case .repeaters: "members of the first day whose second order of the horizon was on the day"
    }
  }
}
