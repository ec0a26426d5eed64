internal import ArgumentParser
internal import OrderLogs

/// Flags about how an order file is laid out; what is not said is detected.
struct OrderFileOptions: ParsableArguments {
  @Option(help: "The customer's column, by name or number from 1.") var customer: String?
  @Option(help: "The date's column.") var date: String?
  @Option(help: "The column of the amount paid.") var amount: String?
  @Option(help: "The column of the time of day, if it stands apart.") var time: String?
  @Option(help: "The column of the order's number.") var order: String?
  @Option(help: "The column of the points spent.") var points: String?
  @Option(help: "The column that marks refunds.") var refund: String?
  @Option(help: "The column of the order that a refund gives back.") var refundOf: String?
  @Option(help: "The column of the coupon used.") var coupon: String?
  @Flag(help: "Amounts are written 1.234,56.") var decimalComma = false
  @Flag(help: "Count the orders of one customer on one day as one.") var mergeDays = false
  @Flag(help: "Go on without rows that cannot be used; they are listed all the same.")
  var skipBadRows = false

  @Option(
    help: """
      Refuse orders that come later in the file than so long after a newer one, such as \
      90-minutes, 3-days or 1-week; without it, all orders count, however late.
      """)
  var watermark: Watermark?

  /// The options of the reader, for a currency with so many decimals.
  func reading(minorDigits: Int) -> OrderLogOptions {
    OrderLogOptions(
      minorDigits: minorDigits,
      choices: [
        (.customer, customer), (.date, date), (.amount, amount), (.time, time), (.order, order),
        (.pointsRedeemed, points), (.refund, refund), (.refundOf, refundOf), (.coupon, coupon),
      ], decimalComma: decimalComma)
  }
}

/// `--watermark`: how late an order may come in and still count.
struct Watermark: ExpressibleByArgument {
  /// The most minutes that a calendar of 32 bits can look back.
  private static let most = Int(Int32.max)

  let minutes: Int
  /// As it was written.
  let text: String

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    let unit = argument.dropFirst(digits.count).filter { $0 != "-" && $0 != " " }
    let minutes: Int? =
      switch unit {
      case "m", "minute", "minutes": 1
      case "h", "hour", "hours": 60
      case "d", "day", "days": 24 * 60
      case "w", "week", "weeks": 7 * 24 * 60
      default: nil
      }
    guard let minutes, let count = Int(digits), count <= Self.most / minutes else { return nil }
    self.minutes = count * minutes
    text = argument
  }

  var defaultValueDescription: String { text }
}
