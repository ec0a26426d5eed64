internal import Quantities
internal import Scenarios

/// The values between two texts that are alike but for one number, such as `1%` and `40%`.
enum NumberGridText {
  /// - Parameters:
  ///   - step: from one value to the next, as a number with or without its unit; nothing takes the
  ///     smallest unit of money, a hundredth of a percent, or the last digit that is written.
  static func grid(
    from low: String, to high: String, step: String?, currency: Currency
  ) throws(ScalarFailure) -> NumberGrid {
    let (lows, highs) = (pieces(of: low), pieces(of: high))
    let differing = zip(lows, highs).enumerated().filter { !$0.element.0.isSame(as: $0.element.1) }
    guard lows.count == highs.count, differing.count == 1, let (index, ends) = differing.first,
      ends.0.isNumber, ends.1.isNumber
    else {
      throw ScalarFailure(
        "\"\(low.shortened)\" and \"\(high.shortened)\" are not two values of one number",
        hint: "write both alike, the lowest first, such as [1%, 40%]")
    }
    let before = lows[..<index].map(\.text).joined()
    let after = lows[(index + 1)...].map(\.text).joined()
    let stepNumber = try step.map { text throws(ScalarFailure) in try onlyNumber(of: text) }
    let decimals = max(
      usualDecimals(before, after, currency, hasStep: step != nil), ends.0.decimals,
      ends.1.decimals, stepNumber?.decimals ?? 0)
    let first = try ends.0.value(decimals)
    let last = try ends.1.value(decimals)
    let width = try stepNumber.map { piece throws(ScalarFailure) in try piece.value(decimals) } ?? 1
    guard first < last else {
      throw ScalarFailure(
        "\"\(low.shortened)\" is not below \"\(high.shortened)\"",
        hint: "write the lowest value first")
    }
    guard width > 0, (last - first).isMultiple(of: width) else {
      throw ScalarFailure(
        "from \(low.shortened) to \(high.shortened) is no whole number of steps of "
          + "\(step?.shortened ?? "1")",
        hint: "choose a step that fits, such as a tenth of the range")
    }
    return NumberGrid(
      before: before, after: after, decimals: decimals, lowest: first, step: width,
      highestPosition: (last - first) / width)
  }

  /// The digits of a parameter's own grid, where no step is stated.
  private static func usualDecimals(
    _ before: String, _ after: String, _ currency: Currency, hasStep: Bool
  ) -> Int {
    if hasStep { return 0 }
    if after.hasPrefix("%") || after.hasPrefix(" %") { return 2 }
    let isMoney =
      before.hasSuffix(currency.sign) || before.hasSuffix("\(currency.sign) ")
      || after.hasPrefix(currency.code) || after.hasPrefix(" \(currency.code)")
    return isMoney ? currency.minorDigits : 0
  }

  /// Whether a text has a number in it.
  static func hasNumber(_ text: String) -> Bool { pieces(of: text).contains(where: \.isNumber) }

  private static func onlyNumber(of text: String) throws(ScalarFailure) -> Piece {
    let numbers = pieces(of: text).filter(\.isNumber)
    guard let number = numbers.first, numbers.count == 1 else {
      throw ScalarFailure("\"\(text.shortened)\" is not one number", hint: "write 1, ¥1 or 0.5%")
    }
    return number
  }

  /// A number, or what stands between two.
  private struct Piece {
    var text: String
    var isNumber: Bool

    func isSame(as other: Piece) -> Bool {
      guard isNumber, other.isNumber else { return text == other.text }
      guard let left = try? DecimalText(text), let right = try? DecimalText(other.text) else {
        return text == other.text
      }
      return left == right
    }

    /// Digits that are written after the point, zeros included.
    var decimals: Int { text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0 }

    func value(_ decimals: Int) throws(ScalarFailure) -> Int64 {
      guard let value = try DecimalText(text).scaled(by: decimals) else {
        throw ScalarFailure("the number \(text.shortened) has too many digits")
      }
      return value
    }
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    for character in text.trimmed {
      let isDigit = ("0"..."9").contains(character)
      let isInside = pieces.last?.isNumber == true && (character == "_" || character == ".")
      if isDigit || isInside {
        if pieces.last?.isNumber != true { pieces.append(Piece(text: "", isNumber: true)) }
      } else if pieces.last?.isNumber != false {
        pieces.append(Piece(text: "", isNumber: false))
      }
      pieces[pieces.count - 1].text.append(character)
    }
    return pieces
  }
}
