/// What is left when the horizon is over, and what comes of the days after it.
///
/// What is left is told for a day, so many days after the first morning if nobody earns, spends or is
/// sent anything: points that end with the horizon's last day are gone then. What comes is told of the
/// days from one step to the next, where they are simulated.
public enum RunOffColumn: Int, Sendable, CaseIterable {
  /// Points still outstanding.
  case pointsOutstanding
  /// Wear of all members, in millionths.
  case wearMicro
  /// Persons with stock at home from an order beyond a need; of the first day only.
  case personsWithStock
  /// Orders since the step before.
  case orders
  /// Orders since the step before that only the arm has, and that only control has.
  case gainedOrders, lostOrders
  /// List value of orders less the cost of goods, less returns, since the step before.
  case valueMinor

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

extension ArmTally {
  /// The days after the horizon: their orders and worth are those of all steps, and an arm has control's
  /// orders but for those that only one of the two has.
  func checkRunOff(against control: ArmTally, _ list: inout ViolationList) {
    let law = "days after the horizon"
    func sum(_ column: RunOffColumn) -> Int64 {
      RunOffColumn.days.indices.reduce(0) { $0 + left(column, step: $1) }
    }
    list.equal(sum(.orders), self[.runOffOrders], law, "orders by step, orders")
    list.equal(sum(.valueMinor), self[.runOffValueMinor], law, "worth by step, worth")
    list.equal(self[.runOffMembers], control[.runOffMembers], law, "members, members of control")
    for (step, days) in RunOffColumn.days.enumerated() {
      list.equal(
        left(.orders, step: step),
        control.left(.orders, step: step) + left(.gainedOrders, step: step)
          - left(.lostOrders, step: step), law, "orders by day \(days), control's + gained − lost")
    }
  }
}
