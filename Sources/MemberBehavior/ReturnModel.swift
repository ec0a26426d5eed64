public import Quantities

/// How much of what people buy they send back, and when: the same in every arm.
public struct ReturnModel: Sendable, Hashable {
  /// The share of lines that come back, by segment.
  public var segmentRates: [Double]
  /// The share of a category's lines that come back, by its number; nothing means the segment's.
  public var categoryRates: [Double?]
  /// Of the orders of which something comes back, the share that comes back whole.
  public var wholeShare: Double
  /// Days from the order to the return, the first and the last, any time alike.
  public var days: ClosedRange<Int>
  /// The share of the cost of returned goods that is lost.
  public var writtenOff: Rate

  /// Creates a model.
  public init(
    segmentRates: [Double], categoryRates: [Double?] = [], wholeShare: Double,
    days: ClosedRange<Int>, writtenOff: Rate
  ) {
    self.segmentRates = segmentRates
    self.categoryRates = categoryRates
    self.wholeShare = wholeShare
    self.days = days
    self.writtenOff = writtenOff
  }

  /// The share of such lines that come back.
  public func rate(segment: Int, category: Int) -> Double {
    let own = categoryRates.indices.contains(category) ? categoryRates[category] : nil
    return own ?? segmentRates[segment]
  }

  /// Minutes from the order to the return.
  public func delayMinutes(mark: Double) -> Int32 {
    let span = Double(days.upperBound - days.lowerBound + 1) * 1440
    return Int32(days.lowerBound * 1440) + 1 + Int32(mark * span)
  }

  /// What of the cost of returned goods is not lost, rounded down.
  public func recovered(ofCost cost: Int64) -> Int64 {
    cost - writtenOff.of(cost, rounding: .up)
  }
}
