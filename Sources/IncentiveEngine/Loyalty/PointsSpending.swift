import Quantities

// Points as cash (M04): whole steps within every limit.
extension SchemeProgram {
  /// The most steps of points that may be spent on an order.
  @inline(__always)
  func spendableSteps(pay: Int64, balance: Int64) -> Int64 {
    guard balance >= smallestPoints, stepPoints > 0 else { return 0 }
    let payable = maximumShare.isWhole ? pay : maximumShare.of(pay)
    let steps = min(
      stepsOfPoints.of(min(balance, maximumPoints)), stepsOfValue.of(payable))
    return steps * stepPoints >= smallestPoints ? steps : 0
  }

  /// What points pay; of points that are not whole steps, the whole steps.
  func value(ofPoints points: Int64) -> Int64 {
    stepPoints == 0 ? 0 : points / stepPoints * stepValue
  }

  /// Whether so many points may be spent, given the most that may.
  @inline(always)
  func maySpend(_ points: Int64, ofAtMost most: Int64) -> Bool {
    if points == 0 { return true }
    return stepPoints > 0 && points >= smallestPoints && points <= most && points % stepPoints == 0
  }
}
