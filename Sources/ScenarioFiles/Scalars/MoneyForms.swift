internal import Quantities

/// Amounts of money as planners write them: `¥5`, `¥1_000`, `¥0.01`, `5 CNY`.
enum MoneyText {
  /// The largest amount in major units: a trillion, far inside 64 bits of minor units.
  static let maximumMajor: Int64 = 1_000_000_000_000

  static let patterns = [
    "^(¥|￥|\\$|＄|€|£|￡|HK\\$|NT\\$|S\\$|₩) ?\(DecimalText.pattern)$",
    "^\(DecimalText.pattern) ?[A-Z]{3}$",
  ]

  static func read(_ text: String, in currency: Currency) throws(ScalarFailure) -> Money {
    let number = try DecimalText(try amount(of: text, in: currency))
    guard number.mantissa >= 0 else {
      throw ScalarFailure("an amount of money is never negative here: \(text.shortened)")
    }
    guard number.scale <= currency.minorDigits else {
      throw ScalarFailure(
        "\(text.shortened) is finer than the smallest unit of \(currency.code)",
        hint: "\(currency.code) has \(currency.minorDigits) digits after the point")
    }
    guard let minor = number.scaled(by: currency.minorDigits),
      minor <= maximumMajor * currency.minorPerMajor
    else {
      throw ScalarFailure("\(text.shortened) is more than a trillion")
    }
    return Money(minor: minor)
  }

  /// The number's text, once sign or code were seen to be those of the file's currency.
  private static func amount(
    of text: String, in currency: Currency
  ) throws(ScalarFailure) -> String {
    var normal = text
    for (variant, sign) in [("￥", "¥"), ("＄", "$"), ("￡", "£")] where normal.hasPrefix(variant) {
      normal = sign + normal.dropFirst()
    }
    if normal.hasPrefix(currency.sign) {
      return String(normal.dropFirst(currency.sign.count)).trimmed
    }
    if normal.hasSuffix(currency.code) {
      return String(normal.dropLast(currency.code.count)).trimmed
    }
    if (try? DecimalText(normal)) != nil {
      throw ScalarFailure(
        "\"\(text.shortened)\" does not say its currency",
        hint: "write \(currency.sign)\(normal) or \(normal) \(currency.code)")
    }
    if let other = Currency.known.first(where: {
      normal.hasPrefix($0.sign) || normal.hasSuffix($0.code)
    }) {
      throw ScalarFailure(
        "\(text.shortened) is in \(other.code), but the file's currency is \(currency.code)",
        hint: "one scenario has one currency; write \(currency.sign)…")
    }
    throw ScalarFailure(
      "\"\(text.shortened)\" is not an amount of money",
      hint: "write \(currency.sign)5, \(currency.sign)1_000 or 5 \(currency.code)")
  }
}

extension ScalarShape {
  static let money = ScalarShape(
    "an amount of money", patterns: MoneyText.patterns, examples: ["¥5", "¥1_000", "5 CNY"])
}

extension Form where Value == Money {
  /// An amount of money of zero or more.
  static var money: Form {
    .scalar(.money) { (text, reading) throws(ScalarFailure) in
      try MoneyText.read(text, in: reading.currency)
    }
  }

  /// An amount of money above zero.
  static var positiveMoney: Form {
    .scalar(.money) { (text, reading) throws(ScalarFailure) in
      let money = try MoneyText.read(text, in: reading.currency)
      guard money > .zero else { throw ScalarFailure("the amount must be above zero") }
      return money
    }
  }
}

extension Form where Value == Currency {
  /// The code of a currency.
  static var currency: Form {
    .scalar(
      ScalarShape(
        "a currency code", choices: Currency.known.map(\.code), examples: ["CNY"])
    ) { (text, _) throws(ScalarFailure) in
      guard let currency = Currency(code: text) else {
        throw ScalarFailure(
          "unknown currency \"\(text.shortened)\"",
          hint: Suggestion.hint(for: text, among: Currency.known.map(\.code)))
      }
      return currency
    }
  }
}
