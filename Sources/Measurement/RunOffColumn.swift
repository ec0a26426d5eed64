/// What is left when the horizon is over, so many days after the first morning if nobody earns, spends
/// or is sent anything: points that end with the horizon's last day are gone then.
public enum RunOffColumn: Int, Sendable, CaseIterable {
  /// Points still outstanding.
  case pointsOutstanding
  /// Wear of all members, in millionths.
  case wearMicro
  /// Persons with stock at home from an order beyond a need; of the first day only.
  case personsWithStock

  /// How many columns there are.
  public static let count = allCases.count

  /// Days after the first morning.
  ///
  /// `assumption:` the months that planners ask about.
  public static let days = [0, 30, 60, 90, 180, 365]
}

extension ArmTally {
  /// Adds to what is left after so many days, by their position.
  public mutating func add(_ amount: Int64, to column: RunOffColumn, step: Int) {
    runOff[step * RunOffColumn.count + column.rawValue] += amount
  }

  /// What is left after so many days, by their position.
  public func left(_ column: RunOffColumn, step: Int) -> Int64 {
    runOff[step * RunOffColumn.count + column.rawValue]
  }
}
