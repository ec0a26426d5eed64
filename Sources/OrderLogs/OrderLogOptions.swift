/// What is known about an order file before it is read; what is not said is detected.
public struct OrderLogOptions: Sendable, Hashable {
  /// Decimal digits of the currency's minor unit; 2 for yuan and dollars (ISO 4217).
  public var minorDigits: Int
  /// Columns that are named by the user; the others are detected.
  public var columns: [OrderColumn: ColumnChoice]
  /// What stands between fields.
  public var separator: FieldSeparator?
  /// Whether the first record names the columns.
  public var hasHeader: Bool?
  /// The sign before decimals; the other one of `.` and `,` may group thousands.
  public var decimalMark: DecimalMark

  /// Creates options.
  ///
  /// - Precondition: `minorDigits` is 0 to 4 (ISO 4217 has no other).
  public init(
    minorDigits: Int = 2, columns: [OrderColumn: ColumnChoice] = [:],
    separator: FieldSeparator? = nil, hasHeader: Bool? = nil, decimalMark: DecimalMark = .point
  ) {
    precondition((0...4).contains(minorDigits), "a currency has 0 to 4 decimals")
    self.minorDigits = minorDigits
    self.columns = columns
    self.separator = separator
    self.hasHeader = hasHeader
    self.decimalMark = decimalMark
  }
}

/// What stands between the fields of a record.
public enum FieldSeparator: Sendable, Hashable, CaseIterable {
  /// A tab.
  case tab
  /// A comma.
  case comma
  /// A semicolon.
  case semicolon
  /// A vertical bar.
  case bar
  /// One or more spaces or tabs; spaces before the first field do not count.
  case whitespace

  /// The separating byte; for white space, the space.
  var byte: UInt8 {
    switch self {
    case .tab: UInt8(ascii: "\t")
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .bar: UInt8(ascii: "|")
    case .whitespace: UInt8(ascii: " ")
    }
  }
}

/// The sign before the decimals of an amount.
public enum DecimalMark: Sendable, Hashable {
  /// 1,234.56
  case point
  /// 1.234,56
  case comma
}
