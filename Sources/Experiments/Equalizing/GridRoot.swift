/// Looks for the whole position at which a function is zero, or nearly so.
///
/// The function need not be monotone, as costs of paired runs are not quite: a bracket with a change
/// of sign is kept, and narrowed by secants with Illinois weights (Dowell and Jarratt 1971), or by
/// halves where those are slow. The same function gives the same positions, in the same order.
struct GridRoot {
  /// A position that was looked at.
  struct Sample: Hashable {
    var position: Int64
    var value: Double
  }

  /// How a search ended.
  enum Outcome: Hashable {
    /// Near enough to zero.
    case found(Sample)
    /// The nearest to zero of two neighbors with a change of sign between them.
    case nearest(Sample, other: Sample)
    /// No change of sign: the lowest and the highest position.
    case noSignChange(Sample, Sample)
  }

  /// Where a search begins that knows something.
  struct Start: Hashable {
    var position: Int64
    /// The change of the function from one position to the next; not zero.
    var slope: Double
  }

  /// The highest position; the lowest is 0.
  let highest: Int64
  /// What is near enough to zero.
  let tolerance: Double
  /// Everything that was looked at, in order.
  private(set) var samples: [Sample] = []

  init(highest: Int64, tolerance: Double) {
    self.highest = highest
    self.tolerance = tolerance
  }

  /// Two positions, the lower first; a single one, near enough to zero, stands for both.
  private struct Bracket {
    var low: Sample
    var high: Sample

    init(_ one: Sample, _ other: Sample) {
      (low, high) = one.position <= other.position ? (one, other) : (other, one)
    }

    var isSound: Bool { (low.value > 0) != (high.value > 0) }
    var width: Int64 { high.position - low.position }
  }

  /// Searches between the ends, or from a start outward.
  mutating func search(
    from start: Start? = nil, _ function: (Int64) async throws -> Double
  ) async throws -> Outcome {
    let bracket: Bracket?
    if let start {
      bracket = try await around(start, function)
    } else {
      bracket = try await between(0, highest, function)
    }
    guard let bracket else {
      return .noSignChange(
        try await sample(0, function), try await sample(highest, function))
    }
    return try await narrowed(bracket, function)
  }

  /// The slope near a position, from the two samples that lie nearest; nothing if it tells nothing.
  func slope(near position: Int64) -> Double? {
    let nearest = samples.sorted {
      (($0.position - position).magnitude, $0.position)
        < (($1.position - position).magnitude, $1.position)
    }
    guard nearest.count > 1 else { return nil }
    let slope =
      (nearest[1].value - nearest[0].value)
      / Double(nearest[1].position - nearest[0].position)
    return slope.isFinite && slope != 0 ? slope : nil
  }

  private mutating func sample(
    _ position: Int64, _ function: (Int64) async throws -> Double
  ) async throws -> Sample {
    if let known = samples.first(where: { $0.position == position }) { return known }
    let sample = Sample(position: position, value: try await function(position))
    samples.append(sample)
    return sample
  }

  private func isClose(_ sample: Sample) -> Bool { abs(sample.value) <= tolerance }

  /// A bracket of two positions, if they are one.
  private mutating func between(
    _ first: Int64, _ second: Int64, _ function: (Int64) async throws -> Double
  ) async throws -> Bracket? {
    let one = try await sample(first, function)
    if isClose(one) { return Bracket(one, one) }
    let other = try await sample(second, function)
    if isClose(other) { return Bracket(other, other) }
    let bracket = Bracket(one, other)
    return bracket.isSound ? bracket : nil
  }

  /// A bracket found in growing steps, down the slope; if there is none, the other end is looked at.
  private mutating func around(
    _ start: Start, _ function: (Int64) async throws -> Double
  ) async throws -> Bracket? {
    let first = try await sample(min(max(0, start.position), highest), function)
    if isClose(first) { return Bracket(first, first) }
    let direction: Int64 = (first.value > 0) == (start.slope > 0) ? -1 : 1
    let (end, otherEnd) = direction < 0 ? (0, highest) : (highest, 0)
    // A fifth beyond the secant's zero, so that the change of sign is likely between.
    let reached = min(Double(highest), abs(first.value / start.slope) * 1.2)
    var reach = max(1, Int64(reached.rounded(.up)))
    var inner = first
    while inner.position != end {
      let next = min(max(0, inner.position + direction * min(reach, highest)), highest)
      if let bracket = try await between(inner.position, next, function) { return bracket }
      inner = try await sample(next, function)
      reach = min(reach, highest) * 4
    }
    return try await between(first.position, otherEnd, function)
  }

  /// Narrows a bracket until a sample is near enough, or its ends are neighbors.
  private mutating func narrowed(
    _ given: Bracket, _ function: (Int64) async throws -> Double
  ) async throws -> Outcome {
    var bracket = given
    if isClose(bracket.low) { return .found(bracket.low) }
    if isClose(bracket.high) { return .found(bracket.high) }
    var (low, high) = (bracket.low.value, bracket.high.value)
    var (slowSteps, wasLow) = (0, Bool?.none)
    while bracket.width > 1 {
      let width = bracket.width
      let secant = Int64((Double(width) * (low / (low - high))).rounded())
      let offset = slowSteps < 2 ? secant : width / 2
      let middle = try await sample(
        bracket.low.position + min(max(1, offset), width - 1), function)
      if isClose(middle) { return .found(middle) }
      let isLow = (middle.value > 0) == (bracket.low.value > 0)
      if isLow {
        (bracket.low, low) = (middle, middle.value)
        if wasLow == true { high /= 2 }
      } else {
        (bracket.high, high) = (middle, middle.value)
        if wasLow == false { low /= 2 }
      }
      wasLow = isLow
      slowSteps = bracket.width * 2 > width ? slowSteps + 1 : 0
    }
    return abs(bracket.high.value) < abs(bracket.low.value)
      ? .nearest(bracket.high, other: bracket.low) : .nearest(bracket.low, other: bracket.high)
  }
}
