/// Numbers as text: the same on every machine, no locale.
enum ChartNumber {
  /// The value with a fixed number of decimals, a comma between thousands and a true minus sign.
  ///
  /// Halves round away from zero. `signed` puts a plus before positive values. Values of 10¹⁵ and
  /// more carry no decimals.
  static func text(_ value: Double, decimals: Int = 0, signed: Bool = false) -> String {
    precondition(value.isFinite, "a chart shows finite numbers")
    let places = abs(value) < 1e15 ? min(max(decimals, 0), 9) : 0
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 0x1p63 else { return "\(value)" }
    var digits = String(UInt64(scaled))
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = grouped(String(digits.dropLast(places)))
    let text = places == 0 ? whole : whole + "." + digits.suffix(places)
    guard scaled > 0 else { return text }
    return value < 0 ? "−" + text : signed ? "+" + text : text
  }

  /// A coordinate with at most two decimals and no trailing zeros.
  static func coordinate(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
