internal import ArgumentParser
internal import Calibration
internal import OrderLogs
internal import Timeline

/// Flags about how an order file is laid out; what is not said is detected.
struct CalibrateFileOptions: ParsableArguments {
  @Option(help: "The customer's column, by name or number from 1.") var customer: String?
  @Option(help: "The date's column.") var date: String?
  @Option(help: "The column of the amount paid.") var amount: String?
  @Option(help: "The column that marks refunds.") var refund: String?
  @Option(help: "The column of the order that a refund gives back.") var refundOf: String?
  @Flag(help: "Amounts are written 1.234,56.") var decimalComma = false
  @Flag(help: "Go on without rows that cannot be used; they are listed all the same.")
  var skipBadRows = false

  /// The options of the reader, for a currency with so many decimals.
  func reading(minorDigits: Int) -> OrderLogOptions {
    OrderLogOptions(
      minorDigits: minorDigits,
      choices: [
        (.customer, customer), (.date, date), (.amount, amount), (.refund, refund),
        (.refundOf, refundOf),
      ], decimalComma: decimalComma)
  }
}

/// `--until`: a day, yyyy-mm-dd.
struct FitDay: ExpressibleByArgument {
  let day: Day
  /// As it was written.
  let text: String

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    self.day = date.dayIndex
    text = argument
  }

  var defaultValueDescription: String { text }
}

/// `--segments`: a number or `auto`.
struct SegmentCount: ExpressibleByArgument {
  let wanted: CalibrationOptions.Segments

  init?(argument: String) {
    if argument == "auto" {
      wanted = .auto
      return
    }
    guard let count = Int(argument), (1...5).contains(count) else { return nil }
    wanted = .count(count)
  }

  static var allValueStrings: [String] { ["auto", "1", "2", "3", "4", "5"] }
}

/// An option that takes one of the values of an enumeration, by its raw value.
struct OneOf<Value: RawRepresentable<String> & CaseIterable & Sendable>: ExpressibleByArgument {
  let value: Value

  init(_ value: Value) { self.value = value }

  init?(argument: String) {
    guard let value = Value(rawValue: argument) else { return nil }
    self.value = value
  }

  var defaultValueDescription: String { value.rawValue }

  static var allValueStrings: [String] { Value.allCases.map(\.rawValue) }
}
