import Measurement
import Timeline

/// A tally written by hand: movements and the daily series are booked apart, as in a simulation.
struct BookedYear {
  let horizon: Horizon
  private(set) var tally: ArmTally
  private var changes: [Int64]

  /// A horizon of so many days from 1 January 2026, with history from a month before it.
  init(days: Int, historyMonths: Int = 0) {
    let start = CivilDate(year: 2026, month: 1, day: 1)?.dayIndex ?? Day(index: 0)
    horizon = Horizon(firstDay: start, dayCount: days)
    tally = ArmTally(
      layout: TallyLayout(
        horizon: horizon, historyStart: start.adding(months: -historyMonths), armCount: 1,
        segmentCount: 1, tierCount: 1))
    changes = Array(repeating: 0, count: days)
  }

  /// Books a change of members' points on a day of the horizon; −1 is history.
  mutating func book(_ points: Int64, _ column: MovementColumn, day: Int, vintage: Int) {
    let month =
      day < 0 ? -1 : tally.layout.monthPosition(of: Month(horizon.firstDay.advanced(by: day)))
    tally.add(points, to: column, month: month, vintage: vintage)
    changes[max(0, day)] += points
  }

  /// The tally with the daily series of what was booked.
  func closed() -> ArmTally {
    var closed = tally
    var held: Int64 = 0
    for (day, change) in changes.enumerated() {
      held += change
      closed.add(held, to: .pointsOutstanding, day: day)
    }
    return closed
  }
}
