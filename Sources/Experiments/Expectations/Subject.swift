internal import Measurement
internal import Quantities
internal import Scenarios
internal import Statistics

/// What a line is about, once it has been looked up: a value, a reference, what is judged.
struct Subject {
  var value: Double
  var reference: Double?
  var judged: Double
  var confidence: ConfidenceSet
  /// Whether more replications would give an interval, if there is none.
  var mayHaveInterval = true

  init(
    _ expectation: Expectation, arm: ArmComparison, in comparison: Comparison,
    baseline: BaselineFile?
  ) throws(Judgement.Gap) {
    let measured = arm[expectation.metric]
    guard let estimate = measured.arm.estimate else {
      throw .noValue(measured.arm.reason)
    }
    value = estimate.value
    switch expectation.reference {
    case .absolute:
      (reference, judged, confidence) = (nil, value, estimate.confidence)
    case .arm(let name) where name == comparison.control.name:
      guard let difference = measured.difference.estimate, let control = measured.control.value
      else {
        throw .controlHasNoValue(measured.control.reason)
      }
      (reference, judged, confidence) = (control, difference.value, difference.confidence)
    case .arm(let name):
      let other = try Self.value(of: expectation.metric, inArm: name, comparison)
      let difference = comparison.pair(arm.name, against: name)?[expectation.metric]?.estimate
      (reference, judged) = (other, difference?.value ?? value - other)
      confidence = difference?.confidence ?? .unknown
      mayHaveInterval = difference != nil
    case .baseline:
      let change = try Self.change(expectation.metric, arm, baseline)
      (reference, judged, confidence) = change
    }
    guard expectation.isPerProgram else { return }
    guard expectation.metric.hasProgramTotal else {
      throw .rateOfProgram
    }
    scale(by: Double(comparison.membersAtStart))
  }

  private static func value(
    of metric: Metric, inArm name: String, _ comparison: Comparison
  ) throws(Judgement.Gap) -> Double {
    guard let other = comparison.arm(named: name) else { throw .noArm(name) }
    guard metric.isOfPairs else {
      throw .ownPairing
    }
    guard let value = other[metric].arm.value else {
      throw .otherHasNoValue(arm: name, other[metric].arm.reason)
    }
    return value
  }

  private static func change(
    _ metric: Metric, _ arm: ArmComparison, _ baseline: BaselineFile?
  ) throws(Judgement.Gap) -> (Double?, Double, ConfidenceSet) {
    guard let baseline else { throw .needsBaseline }
    guard let old = baseline.entry(metric, arm: arm.name) else {
      throw .notInBaseline
    }
    guard let new = BaselineEntry(arm[metric]) else { throw .noValue(nil) }
    let change = baseline.change(from: old, to: new)
    return (old.value, change.difference, change.confidence)
  }

  private mutating func scale(by factor: Double) {
    value *= factor
    reference = reference.map { $0 * factor }
    judged *= factor
    if factor > 0 { confidence = confidence.scaled(by: factor) }
  }
}
