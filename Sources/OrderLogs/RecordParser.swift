import Quantities
import Timeline

/// Turns the fields of a record into an order.
struct RecordParser {
  private let columnCount: Int
  private let minorDigits: Int
  private let mark: DecimalMark
  /// Positions of the columns in the record, by `OrderColumn`.
  private let customer, date, amount: Int
  private let time, order, pointsRedeemed, refund, refundOf, coupon: Int?

  init(layout: OrderLogLayout, options: OrderLogOptions) {
    func position(_ column: OrderColumn) -> Int? { layout.columns[column].map { $0 - 1 } }
    func required(_ column: OrderColumn) -> Int {
      guard let position = position(column) else {
        preconditionFailure("a layout has all required columns")
      }
      return position
    }
    columnCount = layout.columnCount
    minorDigits = options.minorDigits
    mark = options.decimalMark
    customer = required(.customer)
    date = required(.date)
    amount = required(.amount)
    time = position(.time)
    order = position(.order)
    pointsRedeemed = position(.pointsRedeemed)
    refund = position(.refund)
    refundOf = position(.refundOf)
    coupon = position(.coupon)
  }

  /// The order that a record tells, or what is wrong with it.
  func row(_ fields: [Field], line: Int) throws(FieldFailure) -> OrderRow {
    try checkCount(fields)
    guard let name = try text(fields, customer) else {
      throw FieldFailure(reason: "the customer is empty")
    }
    let (minute, hasTime) = try moment(fields)
    let paid = try value(fields, amount) { field throws(FieldFailure) in
      try AmountParser.parse(field, decimals: minorDigits, mark: mark)
    }
    let original = try text(fields, refundOf)
    let isFlagged = try flag(fields)
    let isRefund = paid < 0 || original != nil || isFlagged
    return OrderRow(
      line: line, customer: name, kind: isRefund ? .refund : .purchase, minute: minute,
      hasTime: hasTime, amount: Money(minor: abs(paid)), order: try text(fields, order),
      pointsRedeemed: try points(fields), refundOf: original, coupon: try text(fields, coupon))
  }

  /// As many fields as the first record; empty ones beyond do no harm.
  private func checkCount(_ fields: [Field]) throws(FieldFailure) {
    guard fields.count < columnCount || !fields.dropFirst(columnCount).allSatisfy(\.isEmpty) else {
      return
    }
    throw FieldFailure(reason: "\(fields.count) fields where the first record has \(columnCount)")
  }

  private func moment(_ fields: [Field]) throws(FieldFailure) -> (Minute, hasTime: Bool) {
    let (day, timeInDate) = try value(fields, date) { field throws(FieldFailure) in
      try DateParser.parse(field)
    }
    var minuteOfDay = timeInDate
    if let time, !fields[time].isEmpty {
      minuteOfDay = try value(fields, time) { field throws(FieldFailure) in
        try DateParser.minuteOfDay(field)
      }
    }
    return (day.start.advanced(by: minuteOfDay ?? 0), minuteOfDay != nil)
  }

  private func points(_ fields: [Field]) throws(FieldFailure) -> Points? {
    guard let pointsRedeemed, !fields[pointsRedeemed].isEmpty else { return nil }
    let count = try value(fields, pointsRedeemed) { field throws(FieldFailure) in
      let count = try AmountParser.parse(field, decimals: 0, mark: mark)
      guard count >= 0 else { throw FieldFailure(reason: "is a negative number of points") }
      return count
    }
    return Points(count)
  }

  private func flag(_ fields: [Field]) throws(FieldFailure) -> Bool {
    guard let refund, !fields[refund].isEmpty else { return false }
    return try value(fields, refund) { field throws(FieldFailure) in
      switch String(decoding: field, as: UTF8.self).lowercased() {
      case "1", "true", "yes", "y", "refund", "return", "是": return true
      case "0", "false", "no", "n", "order", "sale", "purchase", "否": return false
      default: throw FieldFailure(reason: "is no refund flag (yes or no, 1 or 0)")
      }
    }
  }

  /// The text of an optional field; empty is nothing.
  private func text(_ fields: [Field], _ position: Int?) throws(FieldFailure) -> String? {
    guard let position, !fields[position].isEmpty else { return nil }
    guard let text = String(validating: fields[position], as: UTF8.self) else {
      throw FieldFailure(reason: "the text is not UTF-8")
    }
    return text
  }

  /// Reads one field; what goes wrong is told with the field's text before it.
  private func value<Value>(
    _ fields: [Field], _ position: Int, _ read: (Field) throws(FieldFailure) -> Value
  ) throws(FieldFailure) -> Value {
    do throws(FieldFailure) {
      return try read(fields[position])
    } catch {
      let shown = OrderLogProblem.visible(fields[position], limit: 24)
      throw FieldFailure(reason: "\"\(shown)\" \(error.reason)")
    }
  }
}
