internal import Calibration
internal import Experiments
internal import Timeline

/// A row for every customer: what is known, P(alive), and what is expected.
struct CustomerTable {
  /// The weeks that purchases are expected in where the file holds none to compare with.
  ///
  /// assumption: a year, what a plan looks ahead.
  private static let usualWeeks = 52.0

  private let result: CalibrationResult
  private let forecasts: CustomerForecasts

  init(_ result: CalibrationResult) {
    self.result = result
    let weeks = result.summary.holdoutWeeks
    forecasts = CustomerForecasts(result, weeks: weeks > 0 ? weeks : Self.usualWeeks)
  }

  /// The table in CSV (RFC 4180), the header first.
  var csv: String {
    let weeks = Self.number(forecasts.weeks, 1)
    var text =
      "customer,first_day,repeats,last_weeks,length_weeks,alive,expected_purchases_\(weeks)_weeks,"
      + "purchases_after_window\n"
    for customer in result.summary.customers {
      guard let forecast = forecasts.forecast(customer.history) else { continue }
      let fields = [
        Self.field(customer.name), CivilDate(customer.firstDay).text,
        "\(customer.history.repeats)", Self.number(customer.history.lastWeeks, 3),
        Self.number(customer.history.lengthWeeks, 3), Self.number(forecast.alive, 6),
        Self.number(forecast.purchases, 6), "\(customer.holdoutRepeats)",
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    return text
  }

  /// Writes the table whole or not at all.
  func write(to path: String) throws {
    do throws(FileProblem) {
      try DurableFile.write(csv, to: path)
    } catch {
      throw Terminal.exitCode(after: error)
    }
  }

  /// A number with at most so many decimals.
  private static func number(_ value: Double, _ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(doubled)\""
  }
}
