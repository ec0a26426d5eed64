public import Measurement
internal import NumericalMethods
public import Statistics

/// One metric of one arm against control.
public struct MetricComparison: Sendable, Hashable {
  /// The metric.
  public let metric: Metric
  /// The arm's value, in the metric's unit: minor units for money.
  public internal(set) var arm: Measured
  /// Control's value in the pairing with this arm.
  public let control: Measured
  /// Arm less control, with the simulation noise (a).
  public internal(set) var difference: Measured
  /// (Arm less control) ÷ control; 0.1 is 10% more.
  public let relative: Measured
  /// The exact numerator and denominator of the arm's value, over all replications.
  public let armTotals: MetricTotals
  /// The exact numerator and denominator of control's value, over all replications.
  public let controlTotals: MetricTotals
  /// (b) = (a)·√replications: the standard deviation of the difference in one population of this
  /// size; nothing with a single community, or with too few replications of dependent ones.
  public internal(set) var outcomeSpread: Double?
  /// Arm less control with the luck of who was drawn taken off, simulation noise (a) alone; nothing
  /// where too few units tell it, or where the plain interval is Fieller's or that of a two-stage
  /// rule.
  public internal(set) var controlled: ControlledEstimate?

  init(
    _ metric: Metric, _ pair: PairTotals, replications: Int
  ) throws(NumericalError) {
    try self.init(metric, metric.form, pair, replications: replications)
  }

  init(
    _ metric: Metric, _ form: MetricForm, _ pair: PairTotals, replications: Int
  ) throws(NumericalError) {
    self.metric = metric
    arm = try Self.ratio(pair.joint(form.arm, form.armBase), form)
    control = try Self.ratio(pair.joint(form.control, form.controlBase), form)
    if form.hasCommonBase {
      difference = try Self.ratio(pair.joint(form.arm - form.control, form.armBase), form)
    } else {
      difference = try Self.measured(
        pair.pairedRatios(form).difference(level: Comparison.level), form.emptyBase, form.scale)
    }
    relative = try Self.relative(form, pair)
    armTotals = MetricTotals(
      numerator: pair.sum(form.arm), denominator: pair.sum(form.armBase), scale: form.scale)
    controlTotals = MetricTotals(
      numerator: pair.sum(form.control), denominator: pair.sum(form.controlBase),
      scale: form.scale)
    outcomeSpread = difference.estimate?.standardError.map {
      $0 * Double(replications).squareRoot()
    }
    controlled = try Self.controlled(form, pair)
  }

  private static func ratio(
    _ totals: JointTotals, _ form: MetricForm
  ) throws(NumericalError) -> Measured {
    let ratio = try RatioEstimate.ratio(totals, level: Comparison.level)
    return measured(ratio.estimate, form.emptyBase, form.scale)
  }

  private static func controlled(
    _ form: MetricForm, _ pair: PairTotals
  ) throws(NumericalError) -> ControlledEstimate? {
    let bases = form.hasCommonBase ? [form.armBase] : [form.armBase, form.controlBase]
    guard bases.allSatisfy({ pair.totals($0).isFarFromZero }) else { return nil }
    let effect =
      form.hasCommonBase
      ? FirstOrderEffect.ratio(form.arm - form.control, form.armBase, pair)
      : FirstOrderEffect.difference(form, pair)
    return try effect.flatMap { effect throws(NumericalError) in try pair.controlled(effect) }?
      .scaled(by: form.scale)
  }

  private static func relative(
    _ form: MetricForm, _ pair: PairTotals
  ) throws(NumericalError) -> Measured {
    let bases = [form.armBase, form.controlBase]
    guard bases.allSatisfy({ pair.sum($0) != 0 }) else { return .undefined(form.emptyBase) }
    if form.hasCommonBase {
      let joint = pair.joint(form.arm - form.control, form.control)
      let ratio = try RatioEstimate.ratio(joint, level: Comparison.level)
      return measured(ratio.estimate, .controlIsZero, 1)
    }
    let relative = try pair.pairedRatios(form).relativeDifference(level: Comparison.level)
    return measured(relative, .controlIsZero, 1)
  }

  private static func measured(
    _ estimate: Estimate?, _ reason: Measured.Reason, _ scale: Double
  ) -> Measured {
    guard let estimate else { return .undefined(reason) }
    return .defined(scale == 1 ? estimate : estimate.scaled(by: scale))
  }
}

/// The whole numbers that a metric's value is the ratio of.
public struct MetricTotals: Sendable, Hashable {
  /// The number above the line; minor units for money.
  public let numerator: Int128
  /// The number below the line.
  public let denominator: Int128
  /// What the ratio is multiplied by to be in the metric's unit.
  public let scale: Double
}
