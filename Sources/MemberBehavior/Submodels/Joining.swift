// Whether a prospect becomes a member at an order: a fixed probability each time, so heavier buyers
// join first and naive member/non-member lift exceeds the causal one (direction: Meyer-Waarden).
// Off switch: `joining`.

extension ReactionModel {
  /// Whether a prospect joins, given an addressed uniform mark.
  public func joins(mark: Double) -> Bool { mark < joiningProbability }
}
