import Timeline

@testable import Measurement

extension Tally {
  /// Lets the daily series of the second arm miss a point on its last day.
  mutating func breakSeries() {
    arms[1].add(-1, to: .pointsOutstanding, day: layout.horizon.dayCount - 1)
  }
}
