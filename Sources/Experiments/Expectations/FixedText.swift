public import Measurement
public import Quantities

/// Numbers as people read them, with a fixed number of decimals.
public enum FixedText {
  /// A number rounded to so many decimals, the thousands in groups; halves away from zero.
  static func number(_ value: Double, decimals: Int) -> String {
    let power = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let scaled = (abs(value) * power).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let (major, fraction) = UInt64(scaled).quotientAndRemainder(dividingBy: UInt64(power))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    let digits = String(fraction)
    let padding = String(repeating: "0", count: decimals - (decimals > 0 ? digits.count : 0))
    return sign + Currency.grouped(major) + (decimals > 0 ? ".\(padding)\(digits)" : "")
  }

  /// A share as percent with two decimals.
  public static func percent(_ share: Double) -> String { "\(number(share * 100, decimals: 2))%" }

  /// A value in a metric's unit: money with two decimals more than the currency has.
  public static func value(_ value: Double, of metric: Metric, in currency: Currency) -> String {
    switch metric.unit {
    case .share: return percent(value)
    case .count: return number(value, decimals: 4)
    case .money:
      let major = value / Double(currency.minorPerMajor)
      let text = number(abs(major), decimals: currency.minorDigits + 2)
      return (major < 0 ? "-" : "") + currency.sign + text
    }
  }
}
