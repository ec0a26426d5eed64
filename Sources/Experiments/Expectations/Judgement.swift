public import Scenarios

/// What became of one line of `expect:` for one arm.
public struct Judgement: Sendable, Hashable {
  /// The verdict on the line.
  public enum Verdict: Sendable, Hashable {
    /// Wholly inside the limit.
    case pass
    /// Past the limit that warns, not the one that fails.
    case warn
    /// Wholly past the limit.
    case fail
    /// The interval crosses the limit.
    case inconclusive
    /// It could not be evaluated, and why: never a pass.
    case notModeled(Gap)
  }

  /// The line.
  public let expectation: Expectation
  /// The arm that it was held against.
  public let arm: String
  /// The verdict.
  public let verdict: Verdict
  /// What the interval says of the failing limit.
  public let byInterval: Finding
  /// What the point says of the failing limit.
  public let byPoint: Finding
  /// What was judged, and against what; nothing if there was nothing to judge.
  public let evidence: Evidence?
  /// The failing limit in words, such as "at most 2.00%".
  public let limit: String
  /// Whether the metric is better than the limit's mirror image: the baseline may be stale.
  public let isImprovement: Bool
  /// The judgement in one sentence.
  public let sentence: String

  /// The verdict as one word or two, such as "not modeled".
  public var word: String { JudgementText.word(verdict) }

  /// What follows, once an inconclusive line was given the meaning that the planner chose.
  public var consequence: Expectation.OnInconclusive {
    switch verdict {
    case .pass: .pass
    case .warn, .notModeled: .warn
    case .fail: .fail
    case .inconclusive: expectation.onInconclusive
    }
  }
}

/// The numbers behind a judgement, in the metric's unit: minor units for money.
public struct Evidence: Sendable, Hashable {
  /// The arm's value.
  public var value: Double
  /// The value that it is held against; nothing for an absolute limit.
  public var reference: Double?
  /// What is judged: the value, or its difference to the reference.
  public var judged: Double
  /// The lower end of the judged value's interval, if it has one.
  public var lower: Double?
  /// The upper end of the judged value's interval, if it has one.
  public var upper: Double?
  /// How far the judged value is from the limit.
  public var distance: Double

  /// Half the width of the interval.
  public var halfWidth: Double? {
    guard let lower, let upper else { return nil }
    return (upper - lower) / 2
  }

  /// The difference as a share of the reference, where that is not zero.
  public var relative: Double? {
    guard let reference, reference != 0 else { return nil }
    return (value - reference) / abs(reference)
  }
}
