/// A decimal number as it stands in a file: exact, at most 18 digits, never a trap.
struct DecimalText: Sendable, Hashable {
  /// The digits as a whole number, with the sign.
  var mantissa: Int64
  /// How many of the digits stand after the point.
  var scale: Int

  /// The most digits of a number: what 64 bits hold with any value of the last digit.
  static let maximumDigits = 18
  /// The regular expression of a number without a sign.
  static let pattern = "[0-9][0-9_]*(\\.[0-9]+)?"

  /// Reads `1_000`, `0.5`, `-3`.
  init(_ text: String) throws(ScalarFailure) {
    var digits = 0
    var value: Int64 = 0
    var scale = 0
    var hasPoint = false
    var isLastDigit = false
    let body = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    for scalar in body.unicodeScalars {
      switch scalar {
      case "0"..."9":
        if digits > 0 || scalar != "0" { digits += 1 }
        guard digits <= Self.maximumDigits, scale < Self.maximumDigits else {
          throw Self.tooLong(text)
        }
        value = value * 10 + Int64(scalar.value - 48)
        if hasPoint { scale += 1 }
        isLastDigit = true
      case "_" where isLastDigit && !hasPoint: isLastDigit = false
      case "." where isLastDigit && !hasPoint:
        hasPoint = true
        isLastDigit = false
      default: throw Self.notANumber(text)
      }
    }
    guard isLastDigit else { throw Self.notANumber(text) }
    self.mantissa = text.hasPrefix("-") ? -value : value
    self.scale = scale
    while self.scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      self.scale -= 1
    }
  }

  /// The number times a power of ten, if that is a whole number of 64 bits.
  func scaled(by power: Int) -> Int64? {
    var result = mantissa
    guard scale <= power else { return nil }
    for _ in 0..<(power - scale) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  /// Ten to the number of digits after the point.
  var denominator: Int64 { (0..<scale).reduce(1) { product, _ in product * 10 } }

  /// The number in floating point, correctly rounded.
  var value: Double { Double(mantissa) / Double(denominator) }

  private static func tooLong(_ text: String) -> ScalarFailure {
    ScalarFailure(
      "the number \(text.shortened) has more than \(maximumDigits) digits",
      hint: "no amount of a program needs so many; is a digit held down?")
  }

  private static func notANumber(_ text: String) -> ScalarFailure {
    ScalarFailure("\"\(text.shortened)\" is not a number")
  }
}
