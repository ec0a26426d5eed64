/// Text as a cell of a spreadsheet can hold it.
enum CellText {
  /// The longest text of a cell, in UTF-16 units (Excel's specifications and limits).
  static let longest = 32_767

  /// The text without what XML cannot carry, with line ends as line feeds.
  static func clean(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" || scalar == "\n" {
        if !(isAfterReturn && scalar == "\n") { cleaned.append("\n") }
      } else {
        cleaned.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
      isAfterReturn = scalar == "\r"
    }
    return String(cleaned)
  }

  /// Characters of XML 1.0 (section 2.2); a `String` holds no surrogates.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || (scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF)
  }

  /// Clean text, escaped where it looks like an escape itself and cut to what a cell holds.
  ///
  /// Spreadsheets read `_x0041_` as A (ISO/IEC 29500-1, 22.9.2.19), so its first line is escaped.
  static func stored(_ text: String) -> String {
    let escaped = escape(clean(text))
    guard escaped.utf16.count > longest else { return escaped }
    var (kept, used) = ("", 1)
    for character in clean(text) {
      // Every underscore may have to be escaped: seven units for one.
      used += character == "_" ? 7 : character.utf16.count
      guard used <= longest else { break }
      kept.append(character)
    }
    return escape(kept) + "…"
  }

  private static func escape(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      escaped += isEscape(bytes, at: index) ? Array("_x005F_".utf8) : [byte]
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 6 < bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return false }
    return bytes[(index + 2)...(index + 5)].allSatisfy {
      Character(UnicodeScalar($0)).isHexDigit
    }
  }
}
