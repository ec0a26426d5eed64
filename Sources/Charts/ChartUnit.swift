/// What is written before and after a number.
public struct ChartUnit: Equatable, Hashable, Sendable {
  /// The text before the digits, after the sign: a currency symbol.
  public let prefix: String
  /// The text after the digits: "%", " points".
  public let suffix: String

  /// Makes a unit; a suffix that is a word begins with its own space.
  public init(prefix: String = "", suffix: String = "") {
    self.prefix = prefix
    self.suffix = suffix
  }

  /// No unit.
  public static let none = ChartUnit()
  /// Percent; values are given in percent, not as fractions.
  public static let percent = ChartUnit(suffix: "%")

  func text(_ value: Double, decimals: Int, signed: Bool = false) -> String {
    let number = ChartNumber.text(value, decimals: decimals, signed: signed)
    guard let sign = number.first, sign == "−" || sign == "+" else {
      return prefix + number + suffix
    }
    return "\(sign)\(prefix)\(number.dropFirst())\(suffix)"
  }
}
