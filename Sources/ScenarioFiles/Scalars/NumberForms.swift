internal import Quantities

extension Form {
  /// A whole number with or without `_` between digits.
  static func integer(_ range: ClosedRange<Int>, example: String) -> Form where Value == Int {
    let shape = ScalarShape(
      "a whole number from \(range.lowerBound) to \(range.upperBound)",
      patterns: [range.lowerBound < 0 ? "^-?[0-9][0-9_]*$" : "^[0-9][0-9_]*$"],
      resolved: .integer(Int64(range.lowerBound)...Int64(range.upperBound)), examples: [example])
    return .scalar(shape) { (text, _) throws(ScalarFailure) in
      guard let number = try DecimalText(text).scaled(by: 0).map({ Int($0) }) else {
        throw ScalarFailure("\(text.shortened) is not a whole number")
      }
      guard range.contains(number) else {
        throw ScalarFailure(
          "\(text.shortened) is outside \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
  }

  /// A number within a range; where nothing above one is allowed, also in percent.
  static func number(_ range: ClosedRange<Double>, example: String) -> Form where Value == Double {
    let isShare = range.upperBound <= 1
    let shape = ScalarShape(
      "a number from \(range.lowerBound.plain) to \(range.upperBound.plain)",
      patterns: ["^-?\(DecimalText.pattern)\(isShare ? " ?%?" : "")$"], resolved: .number(range),
      examples: [example])
    return .scalar(shape) { (text, _) throws(ScalarFailure) in
      let isPercent = isShare && text.hasSuffix("%")
      let number = try isPercent ? Percent.read(text).value : DecimalText(text).value
      guard range.contains(number) else {
        throw ScalarFailure(
          "\(text.shortened) is outside \(range.lowerBound.plain) to \(range.upperBound.plain)")
      }
      return number
    }
  }

  /// A share in percent, from nothing to all.
  static func share(example: String = "35%", isPositive: Bool = false) -> Form where Value == Rate {
    .scalar(.share(example)) { (text, _) throws(ScalarFailure) in
      let rate = try Percent.read(text)
      guard rate.numerator >= 0 else {
        throw ScalarFailure("a share is never negative: \(text.shortened)")
      }
      guard rate <= .one else { throw ScalarFailure("\(text.shortened) is more than all of it") }
      guard !isPositive || rate > .zero else { throw ScalarFailure("must be more than 0%") }
      return rate
    }
  }
}

extension Form where Value == UInt64 {
  /// A seed: any whole number of 64 bits without a sign that has at most 18 digits.
  static var seed: Form {
    let range: ClosedRange<Int64> = 0...999_999_999_999_999_999
    let shape = ScalarShape(
      "a seed, a whole number of up to 18 digits", patterns: ["^[0-9][0-9_]*$"],
      resolved: .integer(range), examples: ["20260101"])
    return .scalar(shape) { (text, _) throws(ScalarFailure) in
      guard let number = try DecimalText(text).scaled(by: 0), number >= 0 else {
        throw ScalarFailure("a seed is a whole number of zero or more")
      }
      return UInt64(number)
    }
  }
}

extension ScalarShape {
  static func share(_ example: String) -> ScalarShape {
    ScalarShape(
      "a share in percent", patterns: ["^\(DecimalText.pattern) ?%$"], examples: [example])
  }
}

/// Percent texts, `35%` or `0.5 %`.
enum Percent {
  /// The most digits after the point of a percentage.
  static let maximumScale = 9

  static func read(_ text: String) throws(ScalarFailure) -> Rate {
    guard text.hasSuffix("%") else {
      if let number = try? DecimalText(text) {
        throw ScalarFailure(
          "\"\(text.shortened)\" has no percent sign",
          hint: number.value <= 1 && number.scale <= 7
            ? "write \((number.value * 100).plain)%" : "write \(text)%")
      }
      throw ScalarFailure("\"\(text.shortened)\" is not a share in percent")
    }
    let number = try DecimalText(String(text.dropLast()).trimmed)
    guard number.scale <= maximumScale, number.mantissa.magnitude < 1_000_000_000_000 else {
      throw ScalarFailure("\(text.shortened) has too many digits for a percentage")
    }
    return Rate(number.mantissa, over: number.denominator * 100)
  }
}

extension Double {
  /// The number without a point where it is whole.
  var plain: String {
    let rounded = (self * 1e9).rounded() / 1e9
    return rounded.magnitude < 1e15 && rounded == rounded.rounded()
      ? String(Int64(rounded)) : String(rounded)
  }
}
