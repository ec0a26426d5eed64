internal import IncentiveEngine
internal import Quantities

/// Rates of earning: `1 per ¥1`, `2 per ¥1`, `1 per item`.
enum EarningText {
  /// The largest number of points, in a rate or a threshold: a trillion.
  static let maximumPoints: Int64 = 1_000_000_000_000

  static func read(_ text: String, _ reading: Reading) throws(ScalarFailure) -> EarnRule {
    guard let separator = text.firstRange(of: " per ") else {
      throw ScalarFailure("\"\(text.shortened)\" is not a rate of earning")
    }
    let number = try DecimalText(String(text[..<separator.lowerBound]).trimmed)
    let unit = String(text[separator.upperBound...]).trimmed
    guard number.mantissa > 0 else { throw ScalarFailure("a rate of earning is above zero") }
    if unit == "item" { return .perItem(try points(number, text)) }
    let money = try MoneyText.read(unit, in: reading.currency)
    let (divisor, overflow) = money.minor.multipliedReportingOverflow(by: number.denominator)
    guard money > .zero, !overflow, number.mantissa <= maximumPoints else {
      throw ScalarFailure("\"\(text.shortened)\" is not a rate that can be used")
    }
    return .perMinorPaid(Rate(number.mantissa, over: divisor))
  }

  /// A whole number of points.
  static func points(_ number: DecimalText, _ text: String) throws(ScalarFailure) -> Points {
    guard let count = number.scaled(by: 0), (0...maximumPoints).contains(count) else {
      throw ScalarFailure("\"\(text.shortened)\" is not a whole number of points up to a trillion")
    }
    return Points(count)
  }
}

extension ScalarShape {
  static let moneyBody =
    "(¥|￥|\\$|＄|€|£|￡|HK\\$|NT\\$|S\\$|₩)? ?\(DecimalText.pattern)( ?[A-Z]{3})?"
}

extension Form where Value == EarnRule {
  /// What a purchase earns.
  static var earnRule: Form {
    .scalar(
      ScalarShape(
        "a rate of earning",
        patterns: ["^\(DecimalText.pattern) +per +(item|\(ScalarShape.moneyBody))$"],
        examples: ["1 per ¥1", "2 per ¥1", "1 per item"])
    ) { (text, reading) throws(ScalarFailure) in try EarningText.read(text, reading) }
  }
}

extension Form where Value == Rate {
  /// What money paid earns, in units for each minor unit of money.
  static var perMoney: Form {
    .scalar(
      ScalarShape(
        "a rate for money paid",
        patterns: ["^\(DecimalText.pattern) +per +\(ScalarShape.moneyBody)$"],
        examples: ["1 per ¥1"])
    ) { (text, reading) throws(ScalarFailure) in
      guard case .perMinorPaid(let rate) = try EarningText.read(text, reading) else {
        throw ScalarFailure("growth value is earned by money paid, not by items")
      }
      return rate
    }
  }

  /// A factor on points: `double points`, `triple points`, `×1.5 points`.
  static var factor: Form {
    .scalar(
      ScalarShape(
        "a factor on points",
        patterns: ["^(double|triple) points$", "^[×x] ?\(DecimalText.pattern) points$"],
        examples: ["double points", "triple points", "×1.5 points"])
    ) { (text, _) throws(ScalarFailure) in
      switch text {
      case "double points": return Rate(2)
      case "triple points": return Rate(3)
      default: break
      }
      guard text.hasPrefix("×") || text.hasPrefix("x"), text.hasSuffix(" points") else {
        throw ScalarFailure("\"\(text.shortened)\" is not a factor on points")
      }
      let number = try DecimalText(String(text.dropFirst().dropLast(7)).trimmed)
      guard number.scale <= 4, number.value > 1, number.value <= 100 else {
        throw ScalarFailure("a factor is above 1 and at most 100, with up to 4 decimals")
      }
      return Rate(number.mantissa, over: number.denominator)
    }
  }
}

extension Form where Value == Points {
  /// A number of points, `100 points` or `100`.
  static var points: Form {
    .scalar(
      ScalarShape(
        "a number of points", patterns: ["^[0-9][0-9_]*( points)?$"],
        resolved: .integer(0...EarningText.maximumPoints), examples: ["100 points"])
    ) { (text, _) throws(ScalarFailure) in
      let digits = text.hasSuffix(" points") ? String(text.dropLast(7)).trimmed : text
      return try EarningText.points(try DecimalText(digits), text)
    }
  }
}

/// What points are worth at checkout: `100 points = ¥2`.
struct RedemptionRate: Sendable, Hashable {
  var points: Points
  var value: Money
}

extension Form where Value == RedemptionRate {
  /// What a step of points pays.
  static var redemptionRate: Form {
    .scalar(
      ScalarShape(
        "what points pay", patterns: ["^[0-9][0-9_]* points = \(ScalarShape.moneyBody)$"],
        examples: ["100 points = ¥2"])
    ) { (text, reading) throws(ScalarFailure) in
      let sides = text.split(separator: "=", omittingEmptySubsequences: false).map {
        String($0).trimmed
      }
      guard sides.count == 2, sides[0].hasSuffix(" points") else {
        throw ScalarFailure("\"\(text.shortened)\" does not say what points pay")
      }
      let points = try EarningText.points(
        try DecimalText(String(sides[0].dropLast(7)).trimmed), text)
      let value = try MoneyText.read(sides[1], in: reading.currency)
      guard points > .zero, value > .zero else {
        throw ScalarFailure("both sides must be above zero")
      }
      return RedemptionRate(points: points, value: value)
    }
  }
}
