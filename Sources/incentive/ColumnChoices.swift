internal import OrderLogs

extension OrderLogOptions {
  /// The options of the reader from flags: columns by name, or by number from 1; those without a
  /// choice are detected.
  ///
  /// - Parameter minorDigits: decimals of the currency.
  init(
    minorDigits: Int, choices: [(column: OrderColumn, text: String?)], decimalComma: Bool
  ) {
    var columns: [OrderColumn: ColumnChoice] = [:]
    for (column, text) in choices {
      guard let text else { continue }
      columns[column] = Int(text).map(ColumnChoice.number) ?? .name(text)
    }
    self.init(
      minorDigits: minorDigits, columns: columns, decimalMark: decimalComma ? .comma : .point)
  }
}
