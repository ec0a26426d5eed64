import Quantities

// Points as cash (M04): whole steps within every limit.
extension LoyaltyEngine {
  /// The most points that may be spent on an order.
  func spendablePoints(pay: Int64, balance: Int64, in scheme: Int) -> Int64 {
    let step = programs[scheme].stepPoints
    guard step > 0, balance >= programs[scheme].smallestPoints else { return 0 }
    let payable = programs[scheme].maximumShare.of(pay, rounding: .down)
    let steps = min(
      min(balance, programs[scheme].maximumPoints) / step, payable / programs[scheme].stepValue)
    return steps * step >= programs[scheme].smallestPoints ? steps * step : 0
  }

  /// What points pay; of points that are not whole steps, the whole steps.
  func value(ofPoints points: Int64, in scheme: Int) -> Int64 {
    programs[scheme].stepPoints == 0
      ? 0 : points / programs[scheme].stepPoints * programs[scheme].stepValue
  }

  /// Whether so many points may be spent, given the most that may.
  func maySpend(_ points: Int64, ofAtMost most: Int64, in scheme: Int) -> Bool {
    if points == 0 { return true }
    let step = programs[scheme].stepPoints
    return step > 0 && points >= programs[scheme].smallestPoints && points <= most
      && points % step == 0
  }
}
