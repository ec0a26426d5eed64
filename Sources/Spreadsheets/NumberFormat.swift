/// How a number is shown, in the format codes of spreadsheets (ISO/IEC 29500-1, 18.8.31).
public struct NumberFormat: Equatable, Hashable, Sendable {
  /// The code for positive numbers and zero.
  private let positive: String
  /// What stands before positive numbers when their sign is shown.
  private let isSigned: Bool
  /// Whether negative numbers have a section of their own.
  private let hasSign: Bool

  private init(_ positive: String, isSigned: Bool = false, hasSign: Bool = true) {
    self.positive = positive
    self.isSigned = isSigned
    self.hasSign = hasSign
  }

  /// As many digits as the cell has room for.
  public static let general = NumberFormat("General", hasSign: false)
  /// Whole numbers with separators for thousands: 12,345.
  public static let integer = NumberFormat("#,##0")
  /// A day: 2026-01-31.
  public static let date = NumberFormat("yyyy\\-mm\\-dd", hasSign: false)

  /// So many digits after the point, with separators for thousands.
  public static func decimal(_ digits: Int) -> NumberFormat { NumberFormat("#,##0" + tail(digits)) }

  /// A share as percent: 0.123 with one digit is 12.3%.
  public static func percent(_ digits: Int) -> NumberFormat {
    NumberFormat("0" + tail(digits) + "%")
  }

  /// Money in its main unit with the currency's sign before it: ¥1,234.50, −¥1,234.50.
  public static func money(sign: String, digits: Int) -> NumberFormat {
    // A quote cannot stand inside a quoted sign.
    let quoted = sign.isEmpty ? "" : "\"\(CellText.clean(sign).replacing("\"", with: ""))\""
    return NumberFormat(quoted + "#,##0" + tail(digits))
  }

  /// The same with a plus before positive numbers, for differences; general and dates stay as they are.
  public var signed: NumberFormat {
    hasSign ? NumberFormat(positive, isSigned: true) : self
  }

  /// The format code.
  public var code: String {
    if isSigned { return "+\(positive);\\-\(positive);\(positive)" }
    // A minus belongs before the sign of a currency: −¥5, not ¥−5.
    return positive.hasPrefix("\"") ? "\(positive);\\-\(positive)" : positive
  }

  private static func tail(_ digits: Int) -> String {
    digits > 0 ? "." + String(repeating: "0", count: min(digits, 15)) : ""
  }
}
