/// A currency: its code, the sign planners write, and how many digits its minor unit has.
public struct Currency: Sendable, Hashable {
  /// The ISO 4217 code.
  public let code: String
  /// The sign before an amount.
  public let sign: String
  /// Decimal digits of the minor unit, from ISO 4217.
  public let minorDigits: Int

  /// Currencies that scenarios may name; codes and digits from ISO 4217:2015.
  public static let known: [Currency] = [
    Currency(code: "CNY", sign: "¥", minorDigits: 2),
    Currency(code: "USD", sign: "$", minorDigits: 2),
    Currency(code: "EUR", sign: "€", minorDigits: 2),
    Currency(code: "GBP", sign: "£", minorDigits: 2),
    Currency(code: "HKD", sign: "HK$", minorDigits: 2),
    Currency(code: "TWD", sign: "NT$", minorDigits: 2),
    Currency(code: "SGD", sign: "S$", minorDigits: 2),
    Currency(code: "JPY", sign: "¥", minorDigits: 0),
    Currency(code: "KRW", sign: "₩", minorDigits: 0),
  ]

  /// The known currency of that code, if any.
  public init?(code: String) {
    guard let known = Self.known.first(where: { $0.code == code }) else { return nil }
    self = known
  }

  private init(code: String, sign: String, minorDigits: Int) {
    self.code = code
    self.sign = sign
    self.minorDigits = minorDigits
  }

  /// Minor units in one major unit.
  public var minorPerMajor: Int64 {
    (0..<minorDigits).reduce(1) { product, _ in product * 10 }
  }

  /// The amount as planners write it: sign, thousands in groups, all minor digits.
  public func text(_ money: Money) -> String {
    let magnitude = money.minor.magnitude
    let perMajor = UInt64(minorPerMajor)
    let major = Self.grouped(magnitude / perMajor)
    let prefix = money.minor < 0 ? "-\(sign)" : sign
    guard minorDigits > 0 else { return prefix + major }
    let fraction = String(magnitude % perMajor)
    let padding = String(repeating: "0", count: minorDigits - fraction.count)
    return "\(prefix)\(major).\(padding)\(fraction)"
  }

  /// A whole number with a comma between groups of three digits.
  public static func grouped(_ number: UInt64) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
