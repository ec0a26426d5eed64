/// What was measured in one segment of the members: an effect, and how sure it is.
public struct SegmentEffect: Equatable, Hashable, Sendable {
  /// The effect, finite, in the metric's own unit.
  public let value: Double
  /// Its standard error in the same unit, taken as known; nil where nothing is known of it.
  ///
  /// Zero says that the segment is the same in every unit, as where a scheme does not reach it.
  public let standardError: Double?

  /// Makes the effect; the value must be finite, the error finite and not negative.
  public init(value: Double, standardError: Double?) {
    precondition(value.isFinite, "an effect is finite")
    precondition((standardError ?? 0) >= 0 && (standardError ?? 0).isFinite, "an error is finite")
    self.value = value
    self.standardError = standardError
  }

  /// The effect that an estimate tells.
  public init(_ estimate: Estimate) {
    self.init(value: estimate.value, standardError: estimate.standardError)
  }
}

/// Segments sorted by what may be done with them, in units of the largest standard error.
struct SortedSegments {
  /// A segment with an error of its own.
  struct Measured: Equatable {
    /// Its position among all segments.
    var index: Int
    var value, variance: Double
  }

  /// The unit: the largest standard error, or 1 where there is none.
  let unit: Double
  /// Segments with an error above zero.
  let measured: [Measured]
  /// Values of segments without any error.
  let exact: [Double]

  /// Below this share of the largest error a segment is exact: a `Double` tells no more digits.
  private static let exactShare = 1e-15

  init(_ effects: [SegmentEffect]) {
    let largest = effects.compactMap(\.standardError).max() ?? 0
    let unit = largest > 0 ? largest : 1
    var measured: [Measured] = []
    var exact: [Double] = []
    for (index, effect) in effects.enumerated() {
      guard let error = effect.standardError.map({ $0 / unit }) else { continue }
      if error > Self.exactShare {
        measured.append(
          Measured(index: index, value: effect.value / unit, variance: error * error))
      } else {
        exact.append(effect.value / unit)
      }
    }
    self.unit = unit
    self.measured = measured
    self.exact = exact
  }
}
