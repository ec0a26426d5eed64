public import Measurement

/// One line of `expect:`: what should hold of a metric, and what follows if it does not.
public struct Expectation: Sendable, Hashable {
  /// What the line is for.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case goal
    case guardrail
    case check
    case claim
  }

  /// What a metric is held against.
  public enum Reference: Sendable, Hashable {
    /// Another arm; `control` unless named.
    case arm(String)
    /// The committed baseline, by `incentive check`.
    case baseline
    /// Nothing: the metric's own value.
    case absolute
  }

  /// A distance, in percent of the reference, in money or a number, or both.
  public struct Tolerance: Sendable, Hashable {
    /// As a share of the reference.
    public var share: Double?
    /// In the metric's own unit: minor units for money.
    public var amount: Double?
    /// Whether both must be exceeded; otherwise either will do.
    public var needsBoth: Bool

    /// Creates a tolerance.
    public init(share: Double? = nil, amount: Double? = nil, needsBoth: Bool = false) {
      self.share = share
      self.amount = amount
      self.needsBoth = needsBoth
    }
  }

  /// What should hold.
  public enum Condition: Sendable, Hashable {
    /// The difference to the reference is above zero.
    case up
    /// The difference to the reference is below zero.
    case down
    /// At most this, in the metric's own unit.
    case atMost(Double)
    /// At least this.
    case atLeast(Double)
    /// Between these.
    case between(Double, Double)
    /// The change against the reference stays within these; each may be absent.
    case change(fail: ChangeLimits, warn: ChangeLimits)
  }

  /// How far a metric may rise and fall.
  public struct ChangeLimits: Sendable, Hashable {
    /// The largest rise.
    public var increase: Tolerance?
    /// The largest fall.
    public var decrease: Tolerance?

    /// Creates limits.
    public init(increase: Tolerance? = nil, decrease: Tolerance? = nil) {
      self.increase = increase
      self.decrease = decrease
    }
  }

  /// What an interval that crosses the limit means.
  public enum OnInconclusive: String, Sendable, Hashable, CaseIterable {
    case pass
    case warn
    case fail
  }

  /// Whether the interval or the point is judged.
  public enum Judge: String, Sendable, Hashable, CaseIterable {
    case interval
    case point
  }

  /// The metric.
  public var metric: Metric
  /// What the line is for.
  public var role: Role
  /// The arm it is about; nothing means every arm but control.
  public var arm: String?
  /// What it is held against.
  public var reference: Reference
  /// What should hold.
  public var condition: Condition
  /// Whether the metric is the whole program's total, not per member.
  public var isPerProgram: Bool
  /// How it is judged.
  public var judge: Judge
  /// What an inconclusive interval means.
  public var onInconclusive: OnInconclusive
  /// Who is responsible.
  public var owner: String?
  /// Why the line is there.
  public var why: String?
  /// The line of the scenario file.
  public var line: Int

  /// Creates an expectation.
  public init(
    metric: Metric, role: Role, arm: String? = nil, reference: Reference, condition: Condition,
    isPerProgram: Bool = false, judge: Judge = .interval, onInconclusive: OnInconclusive = .warn,
    owner: String? = nil, why: String? = nil, line: Int = 0
  ) {
    self.metric = metric
    self.role = role
    self.arm = arm
    self.reference = reference
    self.condition = condition
    self.isPerProgram = isPerProgram
    self.judge = judge
    self.onInconclusive = onInconclusive
    self.owner = owner
    self.why = why
    self.line = line
  }
}
