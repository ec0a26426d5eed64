import Timeline

/// Why a field could not be read; the text follows the quoted field, such as "is no date".
struct FieldFailure: Error, Equatable {
  var reason: String
}

/// Amounts and points as exact whole numbers; no floating point on the way.
enum AmountParser {
  /// No larger amount is read, so that sums of nine million orders fit 64 bits (`assumption:`).
  static let maximumMinor: Int64 = 1_000_000_000_000

  /// The number in units of its last decimal: "1,234.5" with two decimals is 123450.
  ///
  /// Takes a sign, a currency sign before or behind the number, and groups of three digits.
  /// Decimals beyond the minor unit must be zeros: amounts are never rounded in silence.
  static func parse(
    _ field: Field, decimals: Int, mark: DecimalMark
  ) throws(FieldFailure) -> Int64 {
    var digits = field
    let isNegative = takeSigns(&digits)
    let point = mark == .point ? UInt8(ascii: ".") : UInt8(ascii: ",")
    let parts = digits.split(separator: point, maxSplits: 1, omittingEmptySubsequences: false)
    let whole = try ungrouped(parts.first ?? [], mark: mark)
    let fraction = parts.count > 1 ? parts[1] : []
    guard !whole.isEmpty || !fraction.isEmpty else {
      throw FieldFailure(reason: "is no number")
    }
    guard fraction.dropFirst(decimals).allSatisfy({ $0 == UInt8(ascii: "0") }) else {
      let isNumber = fraction.allSatisfy { $0.digit != nil }
      throw FieldFailure(
        reason: isNumber ? "has more than \(decimals) decimals" : "is no number")
    }
    let kept = fraction.prefix(decimals)
    let padding = repeatElement(UInt8(ascii: "0"), count: decimals - kept.count)
    let magnitude = try number(whole + kept + padding)
    return isNegative ? -magnitude : magnitude
  }

  private static func number(_ digits: [UInt8]) throws(FieldFailure) -> Int64 {
    var number: Int64 = 0
    var isTooLarge = false
    for byte in digits {
      guard let digit = byte.digit else { throw FieldFailure(reason: "is no number") }
      if !isTooLarge { number = number * 10 + Int64(digit) }
      isTooLarge = number > maximumMinor
    }
    guard !isTooLarge else { throw FieldFailure(reason: "is too large") }
    return number
  }

  /// Removes sign and currency sign; says whether the number is negative.
  private static func takeSigns(_ field: inout Field) -> Bool {
    var isNegative = false
    takeCurrencySign(&field)
    if field.first == UInt8(ascii: "-") || field.first == UInt8(ascii: "+") {
      isNegative = field.removeFirst() == UInt8(ascii: "-")
      takeCurrencySign(&field)
    }
    return isNegative
  }

  private static func takeCurrencySign(_ field: inout Field) {
    for sign in ["$", "¥", "￥", "€", "£"] {
      if field.starts(with: sign.utf8) { field = field.dropFirst(sign.utf8.count) }
      if field.reversed().starts(with: sign.utf8.reversed()) {
        field = field.dropLast(sign.utf8.count)
      }
    }
    while field.first == UInt8(ascii: " ") { field.removeFirst() }
    while field.last == UInt8(ascii: " ") { field.removeLast() }
  }

  /// The digits before the mark; groups, where there are any, must be of three.
  private static func ungrouped(
    _ whole: Field, mark: DecimalMark
  ) throws(FieldFailure) -> [UInt8] {
    let grouping = mark == .point ? UInt8(ascii: ",") : UInt8(ascii: ".")
    let groups = whole.split(separator: grouping, omittingEmptySubsequences: false)
    guard groups.count > 1 else { return Array(whole) }
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { throw FieldFailure(reason: "is no number") }
    return groups.flatMap(Array.init)
  }
}

/// Dates and times as order files write them.
enum DateParser {
  /// Years that an order can lie in (`assumption:`; other numbers are no dates).
  static let years = 1900...2199

  /// A date, and the minutes since midnight if a time stands behind it.
  ///
  /// Reads `yyyy-mm-dd`, `yyyy/mm/dd` and `yyyymmdd`; behind a blank or `T` a time.
  static func parse(_ field: Field) throws(FieldFailure) -> (day: Day, minuteOfDay: Int?) {
    let isBreak = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T") }
    let parts = field.split(maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: isBreak)
    guard let first = parts.first, let day = day(first) else {
      throw FieldFailure(reason: "is no date (yyyy-mm-dd, yyyy/mm/dd or yyyymmdd)")
    }
    return (day, parts.count > 1 ? try minuteOfDay(parts[1]) : nil)
  }

  /// The day of a date without a time, if it is one.
  static func day(_ field: Field) -> Day? {
    guard let (year, month, day) = parts(field), years.contains(year) else { return nil }
    return CivilDate(year: year, month: month, day: day)?.dayIndex
  }

  /// Minutes since midnight at `HH:MM`, `HH:MM:SS` or with a fraction of a second.
  static func minuteOfDay(_ field: Field) throws(FieldFailure) -> Int {
    let failure = FieldFailure(reason: "has no time of day of the form HH:MM or HH:MM:SS")
    if let last = field.last, last == UInt8(ascii: "Z") || hasOffset(field) {
      throw FieldFailure(reason: "names a time zone; give times on the program's own clock")
    }
    let parts = field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = whole(parts[0], 1...2), hour < 24,
      let minute = whole(parts[1], 2...2), minute < 60
    else { throw failure }
    guard parts.count == 3 else { return hour * 60 + minute }
    let second = parts[2].split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let seconds = whole(second[0], 2...2), seconds <= 60,
      second.count == 1 || whole(second[1].prefix(9), 1...9) != nil
    else { throw failure }
    return hour * 60 + minute
  }

  private static func hasOffset(_ time: Field) -> Bool {
    time.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
  }

  private static func parts(_ field: Field) -> (Int, Int, Int)? {
    if field.count == 8, let number = whole(field, 8...8) {
      return (number / 10_000, number / 100 % 100, number % 100)
    }
    for separator in [UInt8(ascii: "-"), UInt8(ascii: "/")] {
      let parts = field.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      guard let year = whole(parts[0], 4...4), let month = whole(parts[1], 1...2),
        let day = whole(parts[2], 1...2)
      else { return nil }
      return (year, month, day)
    }
    return nil
  }

  /// A whole number of so many digits.
  private static func whole(_ field: Field, _ digitCounts: ClosedRange<Int>) -> Int? {
    guard digitCounts.contains(field.count) else { return nil }
    var number = 0
    for byte in field {
      guard let digit = byte.digit else { return nil }
      number = number * 10 + digit
    }
    return number
  }
}
