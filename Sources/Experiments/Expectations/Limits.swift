internal import Quantities
internal import Scenarios

/// A line's condition as regions of what is judged: past the outer one fails, past the inner warns.
struct Limits {
  var fail: Region
  var warn: Region?
  /// Past this the metric is better than the limit's mirror image.
  var stale: Region?
  var words: String

  init(_ expectation: Expectation, reference: Double?, currency: Currency) {
    let text = { (value: Double) in
      FixedText.value(value, of: expectation.metric, in: currency)
    }
    switch expectation.condition {
    case .up:
      (fail, words) = (Region(lower: 0, holdsEnds: false), "above zero")
    case .down:
      (fail, words) = (Region(upper: 0, holdsEnds: false), "below zero")
    case .atMost(let most):
      (fail, words) = (Region(upper: most), "at most \(text(most))")
    case .atLeast(let least):
      (fail, words) = (Region(lower: least), "at least \(text(least))")
    case .between(let least, let most):
      fail = Region(lower: least, upper: most)
      words = "between \(text(least)) and \(text(most))"
    case .change(let failing, let warning):
      let base = abs(reference ?? 0)
      fail = Self.region(failing, base)
      warn = Self.region(warning, base)
      stale = Self.mirror(failing, base)
      words = Self.words(failing, text)
    }
  }

  private static func region(_ limits: Expectation.ChangeLimits, _ base: Double) -> Region {
    Region(
      lower: limits.decrease.map { -distance($0, base) } ?? -.infinity,
      upper: limits.increase.map { distance($0, base) } ?? .infinity)
  }

  /// Where only one direction is limited, as much the other way is an improvement.
  private static func mirror(_ limits: Expectation.ChangeLimits, _ base: Double) -> Region? {
    switch (limits.increase, limits.decrease) {
    case (.some(let increase), nil): Region(lower: -distance(increase, base))
    case (nil, .some(let decrease)): Region(upper: distance(decrease, base))
    default: nil
    }
  }

  /// The distance that is tolerated: the larger of two if both must be exceeded.
  private static func distance(_ tolerance: Expectation.Tolerance, _ base: Double) -> Double {
    let distances = [tolerance.share.map { $0 * base }, tolerance.amount].compactMap { $0 }
    let distance = (tolerance.needsBoth ? distances.max() : distances.min()) ?? .infinity
    // A change of exactly the tolerance is tolerated; so much may rounding add to it.
    return distance + base * 0x1p-48
  }

  private static func words(
    _ limits: Expectation.ChangeLimits, _ text: (Double) -> String
  ) -> String {
    let parts = [("increase", limits.increase), ("decrease", limits.decrease)].compactMap {
      name, tolerance -> String? in
      guard let tolerance else { return nil }
      let amounts = [tolerance.share.map(FixedText.percent), tolerance.amount.map(text)]
        .compactMap { $0 }.joined(separator: tolerance.needsBoth ? " and " : " or ")
      return "\(name) at most \(amounts)"
    }
    return parts.isEmpty ? "no failing limit" : parts.joined(separator: ", ")
  }
}
