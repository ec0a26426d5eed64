internal import ArgumentParser
internal import Experiments
internal import Quantities

/// `--redeem`: when points are spent, which orders of the past do not say.
enum RedeemOption: ExpressibleByArgument {
  case never
  case whenPossible
  /// On a share of the orders, in parts of 10,000.
  case share(basisPoints: Int64, text: String)
  case column

  init?(argument: String) {
    switch argument {
    case "never": self = .never
    case "when-possible": self = .whenPossible
    case "column": self = .column
    default:
      guard argument.hasPrefix("share="),
        let basisPoints = Self.basisPoints(argument.dropFirst("share=".count))
      else { return nil }
      self = .share(basisPoints: basisPoints, text: argument)
    }
  }

  /// `30%` and `0.3` alike; at most two digits of a percent.
  private static func basisPoints(_ text: Substring) -> Int64? {
    let isPercent = text.hasSuffix("%")
    guard let number = Double(isPercent ? text.dropLast() : text) else { return nil }
    let exact = number * (isPercent ? 100 : 10_000)
    guard (0...10_000).contains(exact), abs(exact - exact.rounded()) < 1e-6 else { return nil }
    return Int64(exact.rounded())
  }

  func redemption(seed: UInt64) -> ReplayRedemption {
    switch self {
    case .never: .never
    case .whenPossible: .whenPossible
    case .share(let basisPoints, _): .share(Rate(basisPoints, over: 10_000), seed: seed)
    case .column: .fromColumn
    }
  }

  /// The assumption, as the result prints it.
  func words(seed: UInt64) -> String {
    switch self {
    case .never: "points are never spent (never)"
    case .whenPossible: "points are spent whenever they can be (when-possible)"
    case .share(let basisPoints, let text):
      "on \(Double(basisPoints) / 100)% of the orders on which points can be spent, they are "
        + "(\(text), seed \(seed))"
    case .column: "points are spent as the file's column says (column)"
    }
  }

  static var allValueStrings: [String] { ["never", "when-possible", "share=30%", "column"] }
}
