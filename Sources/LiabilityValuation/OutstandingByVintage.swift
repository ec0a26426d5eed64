public import Measurement
public import Timeline

/// Points outstanding at the end of each month of the horizon, by the month in which they were issued.
///
/// The last month may be cut short by the horizon's end. Rows add up to the points outstanding.
public struct OutstandingByVintage: Sendable, Equatable {
  /// What is left of one vintage.
  public struct Row: Sendable, Equatable {
    /// The month of issue.
    public let vintage: Month
    /// Points held at the end of each month, from the horizon's first.
    public let held: [Int64]
  }

  /// One row a vintage with points, oldest first.
  public let rows: [Row]

  /// What an arm's points are made of.
  public init(_ tally: ArmTally) {
    let layout = tally.layout
    rows = (0..<layout.vintageCount).compactMap { position in
      func change(_ month: Int) -> Int64 {
        MovementColumn.allCases.reduce(0) {
          $0 + tally.movement($1, month: month, vintage: position)
        }
      }
      var left = change(-1)
      let held = (0..<layout.monthCount).map { month in
        left += change(month)
        return left
      }
      guard held.contains(where: { $0 != 0 }) else { return nil }
      return Row(vintage: layout.vintage(position), held: held)
    }
  }
}
