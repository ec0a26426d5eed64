// What is left after lapse: needs have stopped, and an impulse is accepted with the share κ of what
// it was before (same mark). An accepted one is a win-back that restarts the needs with a stated
// probability. Both are assumptions. Off switch: `win-back`.

extension ReactionModel {
  /// The acceptance of an impulse after lapse.
  func afterLapse(_ acceptance: Double) -> Double { lapsedShare * acceptance }

  /// Whether a win-back restarts the needs, given an addressed uniform mark.
  public func restarts(mark: Double) -> Bool { mark < restartProbability }
}
