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

  /// The options of the reader, for a currency with so many decimals.
  func reading(minorDigits: Int) -> OrderLogOptions {
    let named: [(OrderColumn, String?)] = [
      (.customer, customer), (.date, date), (.amount, amount), (.time, time), (.order, order),
      (.pointsRedeemed, points), (.refund, refund), (.refundOf, refundOf), (.coupon, coupon),
    ]
    var columns: [OrderColumn: ColumnChoice] = [:]
    for (column, choice) in named {
      guard let choice else { continue }
      columns[column] = Int(choice).map(ColumnChoice.number) ?? .name(choice)
    }
    return OrderLogOptions(
      minorDigits: minorDigits, columns: columns, decimalMark: decimalComma ? .comma : .point)
  }
}
