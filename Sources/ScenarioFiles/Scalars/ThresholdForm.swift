internal import IncentiveEngine
internal import Quantities

/// Where a tier begins: `1_000 growth` or `¥5_000 spend`.
struct Threshold: Sendable, Hashable {
  var amount: Int64
  var basis: TierBasis
}

extension Form where Value == Threshold {
  /// Where a tier begins.
  static var threshold: Form {
    .scalar(
      ScalarShape(
        "where a tier begins",
        patterns: ["^[0-9][0-9_]* growth$", "^\(ScalarShape.moneyBody) spend$"],
        examples: ["1_000 growth", "¥5_000 spend"])
    ) { (text, reading) throws(ScalarFailure) in
      let words = text.split(separator: " ")
      let amount = words.dropLast().joined(separator: " ")
      switch words.last {
      case "growth":
        let points = try EarningText.points(try DecimalText(amount), text)
        return Threshold(amount: points.count, basis: .growth)
      case "spend":
        return Threshold(
          amount: try MoneyText.read(amount, in: reading.currency).minor, basis: .spend)
      default:
        throw ScalarFailure("\"\(text.shortened)\" does not say what counts toward the tier")
      }
    }
  }
}
