internal import Measurement

extension Metric {
  /// The metric of two arms that both stand beside control, the second one in control's place.
  ///
  /// Margins gained and lost are each arm's own against control; in the difference of two net values
  /// control's part is gone.
  var formOfPair: MetricForm {
    switch self {
    case .netValuePerMember:
      .perMember(.ownNetValue, control: LinearForm.ownNetValue.ofControl)
    case .netValueWithRunOffPerMember:
      .afterHorizon(.ownNetValueWithRunOff, LinearForm.ownNetValueWithRunOff.ofControl)
    default: form
    }
  }

  /// Whether values of two arms that both stand beside control can be held against each other: those
  /// of their own, and net values, whose difference is what one arm is worth more than the other.
  var isOfPairs: Bool {
    !belongsToPairing || self == .netValuePerMember || self == .netValueWithRunOffPerMember
  }
}
