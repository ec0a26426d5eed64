/// What stands in one cell of a sheet.
public enum Cell: Equatable, Hashable, Sendable {
  /// Nothing.
  case blank
  /// Text, whatever it begins with: `=1+1` is shown as written and never calculated.
  ///
  /// Control characters become �; what is longer than a cell holds (32,767 UTF-16 units) is cut and
  /// ends with …
  case text(String)
  /// A number; without a format it takes its column's. NaN and infinite ones are refused on writing.
  ///
  /// The file keeps 16 significant digits, so whole numbers are exact up to 2⁵³.
  case number(Double, NumberFormat? = nil)
  /// A formula in the notation of spreadsheets, with or without its `=`, and the value that it has.
  ///
  /// Programs that do not calculate show the value; those that do work it out anew.
  case formula(String, value: FormulaValue, NumberFormat? = nil)
  /// True or false.
  case boolean(Bool)
}

/// The computed value of a formula.
public enum FormulaValue: Equatable, Hashable, Sendable {
  /// A finite number.
  case number(Double)
  /// Text.
  case text(String)
}

extension Cell {
  /// Money from its smallest units: 1234 with two digits and `¥` is shown as ¥12.34.
  public static func money(minorUnits: Int64, sign: String, digits: Int) -> Cell {
    var scale = 1.0
    for _ in 0..<max(0, digits) { scale *= 10 }
    return .number(Double(minorUnits) / scale, .money(sign: sign, digits: digits))
  }

  /// A day, counted from 1 January 1970; spreadsheets know days from 1 March 1900 to the end of 9999.
  public static func date(daysSince1970: Int) -> Cell {
    // 1 January 1970 is day 25,569 in the serial dates of spreadsheets (ISO/IEC 29500-1, 18.17.4.1).
    .number(Double(daysSince1970 + 25_569), .date)
  }
}
