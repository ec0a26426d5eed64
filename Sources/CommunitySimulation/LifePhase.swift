/// What a run lives through, one after the other.
enum LifePhase: UInt8 {
  /// The days before the horizon, which leave no tally but opening points.
  case history
  /// The days that are measured.
  case horizon
  /// The days after them, on which nothing is offered.
  case runOff
}

extension ArmRun {
  /// Whether the horizon is lived through.
  @inline(__always)
  var isMeasuring: Bool { phase == .horizon }

  /// Whether the days after the horizon are lived through.
  @inline(__always)
  var isRunningOff: Bool { phase == .runOff }

  /// Whether what happens counts, in the horizon or after it.
  @inline(__always)
  var isCounting: Bool { phase != .history }
}
